using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

internal sealed class SharePointList
{
    private readonly Dictionary<string, FieldPlan> plans = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    /// <summary>The last part of the address; it comes from the title at creation and stays.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; set; }

    public string Description { get; set; } = "";

    public required string Template { get; init; }

    public bool Hidden { get; set; }

    /// <summary>Made by SharePoint itself and left out of listings.</summary>
    public bool System { get; init; }

    public required string WebUrl { get; init; }

    public required string Created { get; init; }

    public required string Modified { get; set; }

    public int Version { get; set; } = 1;

    public int LastItemId { get; set; }

    /// <summary>When its columns were last changed, by <see cref="SchemaClock"/>.</summary>
    public long SchemaChange { get; private set; }

    public Dictionary<string, Column> Columns { get; } = new(StringComparer.Ordinal);

    public ItemTable Items { get; } = [];

    /// <summary>The document library's drive; null for lists of rows.</summary>
    public Drive? Drive { get; set; }

    public List<ListView> Views { get; } = [];

    public bool EnableVersioning
    {
        get;
        set => Items.KeptVersions = (field = value) ? MajorVersionLimit : 1;
    } = true;

    /// <summary>SharePoint begins with 500 for libraries and 50 for lists.</summary>
    public int MajorVersionLimit
    {
        get;
        set => Items.KeptVersions = (field = value) is var limit && EnableVersioning ? limit : 1;
    } = 500;

    public bool EnableMinorVersions { get; set; }

    public bool EnableModeration { get; set; }

    /// <summary>Who sees drafts: 0 readers, 1 those who may edit, 2 those who approve.</summary>
    public int DraftVersionVisibility { get; set; }

    /// <summary>1: everyone reads all items; 2: only one's own.</summary>
    public int ReadSecurity { get; set; } = 1;

    /// <summary>1: everyone writes all items; 2: only one's own; 4: none.</summary>
    public int WriteSecurity { get; set; } = 1;

    /// <summary>Null while the list inherits the site's.</summary>
    public RoleAssignments? OwnRoles { get; set; }

    public string ETag => $"\"{Id},{Version}\"";

    public ListItem Item(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Items.TryGetValue(number, out var item)
            ? item
            : throw GraphError.ItemNotFound("The specified item was not found");

    public Column Column(string key) => Columns.GetValueOrDefault(key)
        ?? Columns.Values.FirstOrDefault(c => c.Id.Equals(key, StringComparison.OrdinalIgnoreCase))
        ?? throw GraphError.ItemNotFound("The specified column was not found");

    /// <summary>The column behind a field name, where XLookupId stands for the person or lookup column X.</summary>
    public Column? ByField(string field, out bool byId)
    {
        byId = false;
        if (Columns.TryGetValue(field, out var column)) return column;
        byId = field.EndsWith("LookupId", StringComparison.Ordinal);
        return byId && Columns.TryGetValue(field[..^8], out column) && column.IsReference ? column : null;
    }

    public FieldPlan Plan(string key, Func<FieldPlan> make) =>
        plans.TryGetValue(key, out var plan) ? plan : plans[key] = make();

    public void Touch(string now)
    {
        Modified = now;
        Version++;
    }

    /// <summary>After a change of columns nothing that was prepared for reading holds.</summary>
    public void SchemaChanged(string now)
    {
        plans.Clear();
        Items.SchemaChanged();
        SchemaChange = SchemaClock.Tick();
        Touch(now);
    }
}
