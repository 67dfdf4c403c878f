using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Files;

internal sealed class DriveNode
{
    public required Drive Drive { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required bool IsFolder { get; init; }

    public byte[] Content { get; set; } = [];

    /// <summary>The row in the library; the root has none.</summary>
    public ListItem? Item { get; set; }

    /// <summary>Who has the file open in an Office program; nobody else can write it meanwhile.</summary>
    public string? LockedBy { get; set; }

    public DriveNode? Parent { get; private set; }

    public SortedDictionary<string, DriveNode> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Path below the drive's root, with a slash in front; empty for the root.</summary>
    public string Path => Parent is null ? "" : $"{Parent.Path}/{Name}";

    public string WebUrl => Drive.List.WebUrl + string.Concat(RouteTable.Split(Path).Select(n => "/" + Uri.EscapeDataString(n)));

    public string ETag => Item?.ETag ?? $"\"{Drive.Id},1\"";

    public long Size => IsFolder ? Children.Values.Sum(c => c.Size) : Content.Length;

    public void DemandWritable(string? ifMatch)
    {
        if (LockedBy is not null) throw GraphError.Locked();
        Item?.DemandMatch(ifMatch);
    }

    public void Attach(DriveNode parent)
    {
        Parent = parent;
        parent.Children.Add(Name, this);
    }

    public void Detach() => _ = Parent?.Children.Remove(Name);

    public void Rename(string name)
    {
        DemandName(name);
        if (name == Name) return;
        if (!name.Equals(Name, StringComparison.OrdinalIgnoreCase) && Parent!.Children.ContainsKey(name)) throw NameTaken();
        Detach();
        Name = name;
        Parent!.Children.Add(name, this);
    }

    public static void DemandName(string name)
    {
        if (name.Length is 0 or > 255 || name.IndexOfAny(['"', '*', ':', '<', '>', '?', '/', '\\', '|']) >= 0 || name != name.Trim()
            || name.EndsWith('.'))
            throw GraphError.Invalid($"The provided name '{name}' cannot be used as a file name in SharePoint.");
    }

    public static GraphError NameTaken() => new(409, "nameAlreadyExists", "Name already exists");
}
