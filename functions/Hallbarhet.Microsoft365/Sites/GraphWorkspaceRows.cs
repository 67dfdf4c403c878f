using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Backup;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Graph.Sites.Item.Lists.Item.Items;
using Microsoft.Kiota.Abstractions;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Whole lists of rows over Graph, in batches.</summary>
public sealed class GraphWorkspaceRows(Microsoft365Connection connection) : IWorkspaceRows
{
    private const int PageSize = 1000;
    private const string LookupId = "LookupId";
    private const string Version = "_UIVersionString";

    public async Task<IReadOnlyList<ListBackup>> ReadAsync(WorkspaceState state, IReadOnlyList<ListState> lists, CancellationToken cancellationToken)
    {
        var found = lists.ToDictionary(list => list.Id, _ => new List<RowBackup>());
        var waiting = lists.Select(list => (List: list, Request: FirstPage(state, list))).ToList();
        while (waiting.Count > 0)
        {
            var batch = new GraphBatch(connection);
            var asked = waiting.Select(page => (page.List, Part: batch.Add(page.Request))).ToList();
            await batch.SendAsync(cancellationToken);
            waiting = [];
            foreach (var (list, part) in asked)
            {
                found[list.Id].AddRange(part.Json.GetProperty("value").EnumerateArray().Select(item => Row(list, item)));
                if (part.Json.TryGetProperty("@odata.nextLink", out var next))
                    waiting.Add((list, new RequestInformation { HttpMethod = Method.GET, URI = new Uri(next.GetString()!) }));
            }
        }
        return [.. lists.Select(list => new ListBackup { Id = list.Id, Name = list.Name, Rows = found[list.Id] })];
    }

    public async Task<IReadOnlyList<string>> AddAsync(WorkspaceState state, ListState list, IReadOnlyList<JsonObject> rows, CancellationToken cancellationToken)
    {
        var batch = new GraphBatch(connection);
        var parts = rows.Select(row => batch.Add(
            Items(state, list).ToPostRequestInformation(new Models.ListItem { Fields = Fields(row) }), Models.ListItem.CreateFromDiscriminatorValue)).ToList();
        await batch.SendAsync(cancellationToken);
        return [.. parts.Select(part => part.Value.Id!)];
    }

    public async Task ChangeAsync(WorkspaceState state, ListState list, IReadOnlyList<(string Row, JsonObject Fields)> rows, CancellationToken cancellationToken)
    {
        var batch = new GraphBatch(connection);
        var parts = rows.Select(row => batch.Add(Idempotent(Items(state, list)[row.Row].Fields.ToPatchRequestInformation(Fields(row.Fields))))).ToList();
        await batch.SendAsync(cancellationToken);
        parts.ForEach(part => part.EnsureDone());
    }

    private ItemsRequestBuilder Items(WorkspaceState state, ListState list) => connection.Graph.Sites[state.SiteId].Lists[list.Id].Items;

    private RequestInformation FirstPage(WorkspaceState state, ListState list) => Items(state, list).ToGetRequestInformation(c =>
    {
        c.QueryParameters.Select = ["id", "lastModifiedDateTime"];
        c.QueryParameters.Expand = [$"fields($select={string.Join(',', Kept(list).Select(Asked).Append(Version))})"];
        c.QueryParameters.Top = PageSize;
    });

    /// <summary>What people or the system entered: the title, and the columns that did not come with the list.</summary>
    private static IEnumerable<ColumnState> Kept(ListState list) => list.Columns.Where(column => column.Type != ColumnType.Other
        && (!column.IsBuiltIn || column.Name == ColumnDefinition.BuiltInTitle));

    private static bool IsNumber(ColumnState column) => column.Type is ColumnType.Lookup or ColumnType.Person;

    private static string Asked(ColumnState column) => IsNumber(column) && !column.Multiple ? column.Name + LookupId : column.Name;

    private static RowBackup Row(ListState list, JsonElement item)
    {
        var (values, fields) = (item.GetProperty("fields"), new JsonObject());
        foreach (var column in Kept(list))
        {
            if (values.TryGetProperty(Asked(column), out var value) && value.ValueKind != JsonValueKind.Null)
                Add(fields, column, value);
        }
        return new RowBackup
        {
            Id = item.GetProperty("id").GetString()!,
            Version = values.TryGetProperty(Version, out var version) ? version.GetString() : null,
            Modified = item.GetProperty("lastModifiedDateTime").GetDateTimeOffset(),
            Fields = fields,
        };
    }

    private static void Add(JsonObject fields, ColumnState column, JsonElement value)
    {
        if (!IsNumber(column))
        {
            if (column.Multiple)
                fields[column.Name + "@odata.type"] = "Collection(Edm.String)";
            fields[column.Name] = JsonNode.Parse(value.GetRawText());
            return;
        }
        var name = column.Name + LookupId;
        if (column.Multiple)
        {
            fields[name + "@odata.type"] = "Collection(Edm.Int32)";
            fields[name] = new JsonArray([.. value.EnumerateArray().Select(entry => (JsonNode)entry.GetProperty(LookupId).GetInt32())]);
        }
        else
        {
            fields[name] = int.Parse(value.ToString(), CultureInfo.InvariantCulture);
        }
    }

    private static Models.FieldValueSet Fields(JsonObject row) => new()
    {
        AdditionalData = row.ToDictionary(field => field.Key, field => (object)JsonSerializer.SerializeToElement(field.Value)),
    };

    private static RequestInformation Idempotent(RequestInformation request)
    {
        request.AddRequestOptions([IdempotentWrite.Instance]);
        return request;
    }
}
