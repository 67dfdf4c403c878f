using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>What came of a write: a refusal as a whole, or what is wrong with single fields.</summary>
internal sealed record WriteOutcome(int Status, string? Message, IReadOnlyDictionary<string, string> Errors, int ItemId)
{
    public bool Done => Status == 200 && Errors.Count == 0;
}

/// <summary>Writes items as SharePoint's own pages do: values as text in the site's language and time, checked field by field.</summary>
internal static class ItemWrite
{
    public static Task<WriteOutcome> UpdateAsync(Visit visit, Site site, SharePointList list, ListItem item, IReadOnlyDictionary<string, string> values) =>
        SendAsync(visit, $"{Api(site, list)}/items({item.Id.ToString(CultureInfo.InvariantCulture)})/ValidateUpdateListItem",
            J.Obj(("formValues", Form(values)), ("bNewDocumentUpdate", false)));

    public static Task<WriteOutcome> AddAsync(Visit visit, Site site, SharePointList list, IReadOnlyDictionary<string, string> values) =>
        SendAsync(visit, $"{Api(site, list)}/AddValidateUpdateItemUsingPath",
            J.Obj(("listItemCreateInfo", J.Obj(("UnderlyingObjectType", 0))), ("formValues", Form(values)), ("bNewDocumentUpdate", false)));

    private static string Api(Site site, SharePointList list) => $"{Link.Of(site)}/_api/web/lists(guid'{list.Id}')";

    private static JsonArray Form(IReadOnlyDictionary<string, string> values) =>
        J.Array(values.Select(v => J.Obj(("FieldName", v.Key), ("FieldValue", v.Value))));

    private static async Task<WriteOutcome> SendAsync(Visit visit, string target, JsonObject body)
    {
        var reply = await visit.SharePointAsync("POST", target, body);
        var answer = reply.IsJson ? J.Parse(reply.Body.Span) as JsonObject : null;
        if (reply.Status != 200) return new(reply.Status, Words.Refusal(reply.Status, Message(answer)), new Dictionary<string, string>(), 0);
        var rows = answer!.Objects("value").ToList();
        var errors = rows.Where(r => r.Flag("HasException") == true)
            .ToDictionary(r => r.Text("FieldName")!, r => FieldMessages.Swedish(r.Text("ErrorMessage")), StringComparer.Ordinal);
        var id = rows.Find(r => r.Text("FieldName") == "Id")?.Text("FieldValue");
        _ = int.TryParse(id, CultureInfo.InvariantCulture, out var number);
        return new(200, errors.Count == 0 ? null : string.Join(" ", errors.Values), errors, number);
    }

    private static string? Message(JsonObject? answer) =>
        answer?.Inner("odata.error")?.Inner("message")?.Text("value") ?? answer?.Inner("error")?.Text("message");
}
