using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>What a query wants of each row, worked out once per list and query.</summary>
internal sealed class FieldPlan
{
    private const int LookupLimit = 12;

    private FieldPlan()
    {
    }

    /// <summary>Null when fields were not expanded.</summary>
    public IReadOnlyList<Field>? Fields { get; private init; }

    public HashSet<string>? Top { get; private init; }

    public bool WithDriveItem { get; private init; }

    /// <summary>Rows that show other rows' titles change when those do, and are written anew each time.</summary>
    public bool Cacheable { get; private init; }

    public static FieldPlan For(Call call, SharePointList list) =>
        list.Plan($"{call.Query["$select"]}|{call.Query["$expand"]}", () => Make(call, list));

    public static FieldPlan All(SharePointList list) => list.Plan("*", () => Build(list, null, null, true, false));

    /// <summary>For <c>/fields?$select=…</c>.</summary>
    public static FieldPlan OfFields(SharePointList list, string select) =>
        list.Plan($"fields|{select}", () => Build(list, null, Query.Split(select), true, false));

    /// <summary>For a list item inside a drive item; null expands no fields.</summary>
    public static FieldPlan Inner(SharePointList list, string? select) =>
        list.Plan($"inner|{select}", () => Build(list, null, Query.Split(select), select is not null, false));

    private static FieldPlan Make(Call call, SharePointList list)
    {
        var expand = Expand.Parse(call.Query["$expand"], "fields", "driveItem");
        var names = expand.TryGetValue("fields", out var options) ? Query.Split(options.GetValueOrDefault("$select")) : null;
        return Build(list, call.Query.Select, names, options is not null, expand.ContainsKey("driveItem"));
    }

    private static FieldPlan Build(SharePointList list, IReadOnlyList<string>? top, IReadOnlyList<string>? names, bool withFields,
        bool withDriveItem)
    {
        var fields = !withFields ? null : names is null ? Everything(list) : [.. names.Select(n => Named(list, n))];
        if (fields?.Where(f => f.Column is { IsReference: true, BuiltIn: false }).DistinctBy(f => f.Column).Count() > LookupLimit)
            throw GraphError.Invalid("The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.");
        return new()
        {
            Fields = fields,
            Top = top is null ? null : [.. top],
            WithDriveItem = withDriveItem,
            Cacheable = !withDriveItem && fields?.Any(f => f.ShowsOthers) != true,
        };
    }

    private static List<Field> Everything(SharePointList list) =>
        [new("id", Column.Number, false), .. list.Columns.Values.Select(Unasked)];

    /// <summary>Single people and lookups come as ids, several as lists.</summary>
    private static Field Unasked(Column column) =>
        column.IsReference && !column.IsMany ? new(column.Name + "LookupId", column, true) : new(column.Name, column, false);

    private static Field Named(SharePointList list, string name) => list.ByField(name, out var byId) is { } column
        ? new(name, column, byId)
        : name is "id" or "ID" ? new(name, Column.Number, false)
        : throw GraphError.Invalid($"Field '{name}' is not recognized");
}

/// <param name="ById">Whether a person or lookup is shown by id instead of by its text.</param>
internal sealed record Field(string Name, Column Column, bool ById)
{
    public bool ShowsOthers => Column.IsReference && !ById;
}
