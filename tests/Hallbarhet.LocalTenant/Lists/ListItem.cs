using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>
/// A row or a file's row. Values are string, double, bool, DateTimeOffset, int (person or lookup), arrays of string or int, LinkValue;
/// a field without a value is left out.
/// </summary>
internal sealed class ListItem
{
    private Dictionary<FieldPlan, byte[]>? rendered;

    public required int Id { get; init; }

    public required Guid UniqueId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required SiteUser Author { get; init; }

    public IReadOnlyDictionary<string, object> Values { get; private set; } = new Dictionary<string, object>();

    public DateTimeOffset Modified { get; private set; }

    public SiteUser Editor { get; private set; } = null!;

    public List<ItemVersion> Versions { get; } = [];

    /// <summary>Counts on even when old versions are deleted.</summary>
    public int Version { get; private set; }

    public Dictionary<string, byte[]> Attachments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null while the item inherits its list's.</summary>
    public RoleAssignments? OwnRoles { get; set; }

    /// <summary>The file or folder that this row describes.</summary>
    public DriveNode? Node { get; init; }

    /// <summary>The list's rows, once this is one of them.</summary>
    public ItemTable? Table { get; set; }

    /// <summary>Number of the last change in the list that concerned this row.</summary>
    public long Change { get; set; }

    public string ETag => $"\"{UniqueId},{Version}\"";

    /// <summary>Stores a new version; null clears a field.</summary>
    public void Write(DateTimeOffset now, SiteUser editor, Dictionary<string, object?> changes)
    {
        var before = Values;
        var next = new Dictionary<string, object>(before);
        foreach (var (name, value) in changes)
            if (value is null) _ = next.Remove(name);
            else next[name] = value;
        Values = next;
        Modified = now;
        Editor = editor;
        Version++;
        Versions.Add(new(Version, now, editor, next, Node?.Content.Length ?? 0));
        Forget();
        if (Table is null) return;
        if (Versions.Count > Table.KeptVersions) Versions.RemoveRange(0, Versions.Count - Table.KeptVersions);
        Table.Changed(this, before);
    }

    /// <summary>A lookup's target is gone: the value vanishes without a new version, as in SharePoint.</summary>
    public void Erase(string name, int target)
    {
        var next = new Dictionary<string, object>(Values);
        if (next[name] is int[] many && many.Length > 1) next[name] = many.Where(m => m != target).ToArray();
        else _ = next.Remove(name);
        var before = Values;
        Values = next;
        Forget();
        Table?.Changed(this, before);
    }

    public byte[]? Rendered(FieldPlan plan) => rendered?.GetValueOrDefault(plan);

    public void Remember(FieldPlan plan, byte[] row) => (rendered ??= [])[plan] = row;

    public void Forget() => rendered = null;

    /// <summary>As the client read it, and not a file that somebody has open.</summary>
    public void DemandWritable(string? ifMatch)
    {
        if (Node is null) DemandMatch(ifMatch);
        else Node.DemandWritable(ifMatch);
    }

    public void DemandMatch(string? ifMatch)
    {
        if (ifMatch is not null and not "*" && ifMatch.Replace("W/", "", StringComparison.Ordinal) != ETag) throw GraphError.Modified();
    }
}

/// <param name="Size">Bytes of the file, for a row of a library.</param>
internal sealed record ItemVersion(int Number, DateTimeOffset At, SiteUser Editor, IReadOnlyDictionary<string, object> Values, long Size);

internal sealed record LinkValue(string Url, string Description);
