using System.Text.Json.Nodes;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Backup;

/// <summary>
/// Puts rows back into lists that were deleted and made anew. Lists that are still the same are left as they are, but for lookups that
/// pointed into a deleted one. Ordered again it goes on from there: rows that are there already are not added.
/// </summary>
public sealed class BringRowsBack(IWorkspaceSite site, IWorkspaceRows rows)
{
    private const string LookupId = "LookupId";

    /// <returns>How many rows came back, by list.</returns>
    /// <exception cref="WorkspaceRefusedException">The folder holds no rows.</exception>
    public async Task<IReadOnlyDictionary<string, int>> FromAsync(WorkspaceTarget target, string folder, CancellationToken cancellationToken)
    {
        var backups = BackUpRows.Read(folder);
        var state = await site.ReadAsync(target, null, cancellationToken);
        var back = new Dictionary<string, int>();
        var numbers = new Dictionary<(string List, string Row), string>();
        var remade = backups.Where(backup => state.List(backup.Name) is { } list && list.Id != backup.Id).ToList();
        foreach (var backup in remade)
            back[backup.Name] = await AddAsync(state, backup, [.. remade.Select(list => list.Name)], numbers, cancellationToken);
        foreach (var backup in backups.Where(_ => remade.Count > 0))
            await PointAsync(state, backup, numbers, cancellationToken);
        return back;
    }

    private async Task<int> AddAsync(
        WorkspaceState state, ListBackup backup, List<string> remade, Dictionary<(string List, string Row), string> numbers, CancellationToken cancellationToken)
    {
        var list = state.List(backup.Name)!;
        var there = (await rows.ReadAsync(state, [list], cancellationToken)).Single().Rows.ToList();
        List<(RowBackup Row, JsonObject Fields)> missing = [];
        foreach (var row in backup.Rows)
        {
            var fields = Writable(list, row, column => !remade.Contains(column.Target ?? ""));
            if (there.Find(candidate => IsSame(Writable(list, candidate, column => !remade.Contains(column.Target ?? "")), fields)) is { } same)
            {
                numbers[(backup.Name, row.Id)] = same.Id;
                there.Remove(same);
            }
            else
            {
                missing.Add((row, fields));
            }
        }
        var added = await rows.AddAsync(state, list, [.. missing.Select(entry => entry.Fields)], cancellationToken);
        foreach (var (entry, number) in missing.Zip(added))
            numbers[(backup.Name, entry.Row.Id)] = number;
        return missing.Count;
    }

    /// <summary>A row is known by its key; one that people entered, by all of its values.</summary>
    private static bool IsSame(JsonObject one, JsonObject other) => Key(one) is { } key ? key == Key(other) : JsonNode.DeepEquals(one, other);

    private static string? Key(JsonObject fields) => fields[WorkspaceTarget.SourceKey]?.ToString();

    /// <summary>Lookups into lists that were made anew get the numbers that their rows have now.</summary>
    private async Task PointAsync(
        WorkspaceState state, ListBackup backup, Dictionary<(string List, string Row), string> numbers, CancellationToken cancellationToken)
    {
        if (state.List(backup.Name) is not { } list)
            return;
        List<(string Row, JsonObject Fields)> changes = [];
        foreach (var row in backup.Rows)
        {
            var fields = new JsonObject();
            foreach (var column in list.Columns.Where(column => column.Target is { Length: > 0 } && row.Fields[column.Name + LookupId] is not null))
                Point(fields, row, column, numbers);
            var number = list.Id == backup.Id ? row.Id : numbers.GetValueOrDefault((backup.Name, row.Id));
            if (fields.Count > 0 && number is not null)
                changes.Add((number, fields));
        }
        await rows.ChangeAsync(state, list, changes, cancellationToken);
    }

    private static void Point(JsonObject fields, RowBackup row, ColumnState column, Dictionary<(string List, string Row), string> numbers)
    {
        var name = column.Name + LookupId;
        string? Now(JsonNode? before) => numbers.GetValueOrDefault((column.Target!, before!.ToString()));
        if (row.Fields[name] is JsonArray several)
        {
            var now = several.Select(Now).OfType<string>().Select(number => (JsonNode)int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            if (now.Length == 0)
                return;
            fields[name + "@odata.type"] = "Collection(Edm.Int32)";
            fields[name] = new JsonArray(now);
        }
        else if (Now(row.Fields[name]) is { } one)
        {
            fields[name] = int.Parse(one, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The values of columns that the list has.</summary>
    private static JsonObject Writable(ListState list, RowBackup row, Func<ColumnState, bool> isWanted) => new(
        row.Fields.Where(field => list.Column(Column(field.Key)) is { } column && isWanted(column)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private static string Column(string field)
    {
        var name = field.Split('@')[0];
        return name.EndsWith(LookupId, StringComparison.Ordinal) ? name[..^LookupId.Length] : name;
    }
}
