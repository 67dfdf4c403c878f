using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>The tree of files of a document library; each file and folder is also a row of its list.</summary>
internal sealed class Drive
{
    private readonly Dictionary<string, DriveNode> byId = new(StringComparer.OrdinalIgnoreCase);

    public Drive(TenantState tenant, Site site, SharePointList list)
    {
        (Tenant, Site, List) = (tenant, site, list);
        Id = tenant.Ids.Opaque("b!", 42);
        Root = new() { Drive = this, Id = NewId(), Name = "root", IsFolder = true };
        byId[Root.Id] = Root;
    }

    public TenantState Tenant { get; }

    public Site Site { get; }

    public SharePointList List { get; }

    public string Id { get; }

    public DriveNode Root { get; }

    /// <summary>An item by "root", its id, or either followed by ":/path".</summary>
    public DriveNode? Find(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var node = Start(colon < 0 ? key : key[..colon]);
        foreach (var name in colon < 0 ? [] : RouteTable.Split(key[(colon + 1)..])) node = node?.Children.GetValueOrDefault(name);
        return node;
    }

    public DriveNode Get(string key) => Find(key) ?? throw GraphError.ItemNotFound();

    /// <summary>The folder that a path's last name goes into; missing folders on the way are made, as an upload does.</summary>
    public DriveNode Folder(Caller caller, string key, out string name)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var names = RouteTable.Split(key[(colon + 1)..]);
        if (colon < 0 || names.Length == 0) throw GraphError.Invalid("The upload needs a file name.");
        var node = Start(key[..colon]) ?? throw GraphError.ItemNotFound();
        foreach (var folder in names[..^1]) node = node.Children.GetValueOrDefault(folder) ?? Add(caller, node, folder, null);
        name = names[^1];
        return node;
    }

    /// <param name="caller">Who makes it.</param>
    /// <param name="parent">The folder it goes into.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">Null makes a folder.</param>
    public DriveNode Add(Caller caller, DriveNode parent, string name, byte[]? content)
    {
        DriveNode.DemandName(name);
        var user = Site.Users.Ensure(Tenant, caller);
        var node = new DriveNode { Drive = this, Id = NewId(), Name = name, IsFolder = content is null, Content = content ?? [] };
        node.Item = new() { Id = ++List.LastItemId, UniqueId = Tenant.Ids.Guid(), Created = Tenant.Now, Author = user, Node = node };
        var values = new Dictionary<string, object?> { ["FileLeafRef"] = name };
        foreach (var column in List.Columns.Values.Where(c => c.DefaultValue is not null)) ItemValues.Default(Tenant, column, values);
        node.Item.Write(Tenant.Now, user, values);
        node.Attach(parent);
        byId[node.Id] = node;
        List.Items.Add(node.Item);
        List.Touch(Tenant.NowText);
        return node;
    }

    public void Replace(Caller caller, DriveNode node, byte[] content)
    {
        node.Content = content;
        node.Item!.Write(Tenant.Now, Site.Users.Ensure(Tenant, caller), []);
        List.Touch(Tenant.NowText);
    }

    public void Remove(DriveNode node)
    {
        if (node.Item is null) throw new GraphError(403, "accessDenied", "The root of a drive cannot be deleted.");
        foreach (var child in node.Children.Values.ToList()) Remove(child);
        ItemOperations.Remove(Tenant, Site, List, node.Item);
        _ = byId.Remove(node.Id);
    }

    private DriveNode? Start(string key) => key == "root" ? Root : byId.GetValueOrDefault(key);

    private string NewId() => Tenant.Ids.Opaque("01", 32).ToUpperInvariant();
}
