using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

/// <summary>People and applications that a site knows, each with a number; they are the rows of the User Information List.</summary>
internal sealed class SiteUsers
{
    private readonly Dictionary<string, SiteUser> byLogin = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, SiteUser> byId = [];

    /// <summary>Users and SharePoint groups of a site are numbered together; 3 to 5 are the groups it comes with.</summary>
    private int last = 5;

    /// <summary>The hidden list that shows these users; set when the site is furnished.</summary>
    public SharePointList? List { get; set; }

    public int NextId() => ++last;

    public IEnumerable<SiteUser> All => byId.Values;

    public SiteUser? Find(int id) => byId.GetValueOrDefault(id);

    public SiteUser? Find(UserAccount user) => byLogin.GetValueOrDefault(Login(user.Upn));

    public SiteUser Ensure(TenantState tenant, UserAccount user) =>
        byLogin.GetValueOrDefault(Login(user.Upn))
            ?? Add(tenant, new(NextId(), Login(user.Upn), user.DisplayName, user.Mail ?? "", user.Upn, user.Id));

    public SiteUser Ensure(TenantState tenant, Caller caller)
    {
        if (caller.UserId is { } id) return Ensure(tenant, tenant.Users.Get(id));
        return Find(caller) ?? Add(tenant, new(NextId(), Login(caller), caller.DisplayName, "", "", caller.Id));
    }

    /// <summary>The caller's own site user, if the site knows it; unlike <see cref="Ensure(TenantState, Caller)"/> this changes nothing.</summary>
    public SiteUser? Find(Caller caller) => byLogin.GetValueOrDefault(Login(caller));

    private SiteUser Add(TenantState tenant, SiteUser user)
    {
        byId[user.Id] = byLogin[user.Login] = user;
        var row = new ListItem { Id = user.Id, UniqueId = tenant.Ids.Guid(), Created = tenant.Now, Author = user };
        row.Write(tenant.Now, user, new()
        {
            ["Title"] = user.Title,
            ["Name"] = user.Login,
            ["EMail"] = user.Email,
            ["UserName"] = user.Upn,
        });
        List!.Items.Add(row);
        return user;
    }

    private static string Login(Caller caller) => caller.IsUser ? Login(caller.Name) : $"i:0i.t|ms.sp.ext|{caller.Id}";

    private static string Login(string upn) => "i:0#.f|membership|" + upn.ToLowerInvariant();
}

/// <param name="DirectoryId">Id of the user, or of the application when <paramref name="Upn"/> is empty.</param>
internal sealed record SiteUser(int Id, string Login, string Title, string Email, string Upn, string DirectoryId);
