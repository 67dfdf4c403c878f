using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Counts rows by their value in a column.</summary>
internal sealed class UsageReader(Microsoft365Connection connection)
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyDictionary<(string List, string Column), ColumnUsage>> ReadAsync(
        WorkspaceState state, IReadOnlyList<(string List, string Column)> columns, CancellationToken cancellationToken)
    {
        var usage = new Dictionary<(string, string), ColumnUsage>();
        foreach (var (list, column) in columns)
        {
            List<string> values = [];
            var actual = state.List(list)!.Column(column)!;
            // Of a person or a looked-up row there is only the number.
            var field = actual is { Type: ColumnType.Person or ColumnType.Lookup, Multiple: false } ? column + "LookupId" : column;
            var items = connection.Graph.Sites[state.SiteId].Lists[state.List(list)!.Id].Items;
            var page = await items.GetAsync(c =>
            {
                c.QueryParameters.Select = ["id"];
                c.QueryParameters.Expand = [$"fields($select={field})"];
                c.QueryParameters.Top = PageSize;
            }, cancellationToken);
            for (; page is not null; page = page.OdataNextLink is { } next ? await items.WithUrl(next).GetAsync(null, cancellationToken) : null)
                values.AddRange((page.Value ?? []).Select(item => Value(item, field)).OfType<string>());
            usage[(list, column)] = new ColumnUsage(values.Count, values.CountBy(value => value).ToDictionary());
        }
        return usage;
    }

    /// <summary>Null for a row without a value.</summary>
    private static string? Value(Models.ListItem item, string field) =>
        item.Fields?.AdditionalData.TryGetValue(field, out var value) == true && value?.ToString() is { Length: > 0 } text ? text : null;
}
