using System.Globalization;
using System.Text.Json;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>A seed row as Graph wants its fields, with keys of other rows turned into their item ids.</summary>
internal sealed class SeedFields(IReadOnlyDictionary<(string List, string Key), string> rows, SitePeople people)
{
    private readonly Dictionary<(string List, string Key), string> ids = new(rows);

    public bool Knows((string List, string Key) row) => ids.ContainsKey(row);

    /// <summary>All rows that have an id by now.</summary>
    public IReadOnlyDictionary<(string List, string Key), string> Known() => new Dictionary<(string, string), string>(ids);

    public void Learn(SeedRow row, string id) => ids[(row.List, row.Key)] = id;

    public Dictionary<string, object> Of(SeedRow row)
    {
        var fields = new Dictionary<string, object>
        {
            [ColumnDefinition.BuiltInTitle] = row.Title,
            [WorkspaceTarget.SourceKey] = row.Key,
        };
        foreach (var (column, value) in row.Values)
            Add(fields, column, value);
        return fields;
    }

    private void Add(Dictionary<string, object> fields, string column, SeedValue value)
    {
        switch (value)
        {
            case SeedValue.Text text:
                fields[column] = text.Value;
                break;
            case SeedValue.Number number:
                fields[column] = number.Value;
                break;
            case SeedValue.YesNo yesNo:
                fields[column] = yesNo.Value;
                break;
            case SeedValue.Day day:
                fields[column] = day.Value.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z";
                break;
            case SeedValue.Person person:
                if (people.Id(person.Upn) is { } known)
                    fields[column + "LookupId"] = known;
                break;
            case SeedValue.Rows { Multiple: false } one:
                fields[column + "LookupId"] = Id(one.List, one.Keys[0]);
                break;
            case SeedValue.Rows several:
                fields[column + "LookupId@odata.type"] = "Collection(Edm.Int32)";
                fields[column + "LookupId"] = JsonSerializer.SerializeToElement(several.Keys.Select(key => Id(several.List, key)));
                break;
        }
    }

    private int Id(string list, string key) => int.Parse(ids[(list, key)], CultureInfo.InvariantCulture);
}
