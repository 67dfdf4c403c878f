using System.Buffers;
using System.Text.Encodings.Web;
using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>Writes list items as Graph answers them, straight to bytes: the year reads some million rows.</summary>
internal static class ItemWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="call">The call.</param>
    /// <param name="site">The list's site.</param>
    /// <param name="list">The list.</param>
    /// <param name="items">The rows of the page.</param>
    /// <param name="plan">What is wanted of each.</param>
    /// <param name="link">The link at the end of the page, with its name.</param>
    /// <param name="deleted">Rows that are there no more, for a client that follows changes.</param>
    public static Reply Many(Call call, Site site, SharePointList list, IEnumerable<ListItem> items, FieldPlan plan,
        (string Name, string Url)? link = null, IEnumerable<int>? deleted = null)
    {
        var rows = items.Select(i => Row(call, site, list, i, plan, null)).ToList();
        var buffer = new ArrayBufferWriter<byte>(rows.Sum(r => r.Length + 1) + 2048);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("@odata.context", ContextOf(call, site, list));
        if (link is { } given) writer.WriteString(given.Name, given.Url);
        writer.WriteStartArray("value");
        foreach (var row in rows) writer.WriteRawValue(row, skipInputValidation: true);
        foreach (var id in deleted ?? []) Tombstone(writer, id);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return Reply.Json(200, buffer.WrittenMemory);
    }

    private static void Tombstone(Utf8JsonWriter writer, int id)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Number(id));
        writer.WriteStartObject("deleted");
        writer.WriteString("state", "deleted");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static Reply One(Call call, Site site, SharePointList list, ListItem item, FieldPlan plan, int status = 200) =>
        Reply.Json(status, Row(call, site, list, item, plan, ContextOf(call, site, list) + "/$entity"));

    public static Reply Fields(Call call, Site site, SharePointList list, ListItem item, FieldPlan plan) => Reply.Json(200, Build(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", ContextOf(call, site, list) + "/fields/$entity");
        FieldWriter.Members(writer, site, item, plan);
        writer.WriteEndObject();
    }));

    public static byte[] Build(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string ContextOf(Call call, Site site, SharePointList list) =>
        call.Context($"sites('{site.SiteId}')/lists('{list.Id}')/items");

    private static byte[] Row(Call call, Site site, SharePointList list, ListItem item, FieldPlan plan, string? context)
    {
        if (context is null && item.Rendered(plan) is { } done) return done;
        var row = Build(writer => Row(writer, call, site, list, item, plan, context));
        if (context is null && plan.Cacheable) item.Remember(plan, row);
        return row;
    }

    private static void Row(Utf8JsonWriter writer, Call call, Site site, SharePointList list, ListItem item, FieldPlan plan,
        string? context)
    {
        bool Wanted(string name) => plan.Top?.Contains(name) != false;
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", context);
        writer.WriteString("@odata.etag", item.ETag);
        if (Wanted("createdDateTime")) writer.WriteString("createdDateTime", J.Iso(item.Created));
        if (Wanted("eTag")) writer.WriteString("eTag", item.ETag);
        writer.WriteString("id", Number(item.Id));
        if (Wanted("lastModifiedDateTime")) writer.WriteString("lastModifiedDateTime", J.Iso(item.Modified));
        if (Wanted("webUrl")) writer.WriteString("webUrl", WebUrl(list, item));
        if (Wanted("createdBy")) Identity(writer, "createdBy", item.Author);
        if (Wanted("lastModifiedBy")) Identity(writer, "lastModifiedBy", item.Editor);
        if (Wanted("parentReference")) Parent(writer, site, list);
        if (Wanted("contentType")) ContentType(writer, list, item);
        if (plan.Fields is not null) Fields(writer, site, item, plan);
        if (plan.WithDriveItem) DriveItem(writer, call, item);
        writer.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter writer, Site site, ListItem item, FieldPlan plan)
    {
        writer.WriteStartObject("fields");
        FieldWriter.Members(writer, site, item, plan);
        writer.WriteEndObject();
    }

    private static void DriveItem(Utf8JsonWriter writer, Call call, ListItem item)
    {
        writer.WritePropertyName("driveItem");
        var node = item.Node ?? throw GraphError.Invalid("The list is not a document library; its items have no driveItem.");
        writer.WriteRawValue(Reply.Utf8(DriveJson.Shown(call, node)), skipInputValidation: true);
    }

    public static void Identity(Utf8JsonWriter writer, string name, SiteUser user)
    {
        writer.WriteStartObject(name);
        if (user.Upn.Length == 0) Identity(writer, "application", user.DirectoryId, user.Title, null);
        else Identity(writer, "user", user.DirectoryId, user.Title, user.Email);
        writer.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter writer, string kind, string id, string title, string? email)
    {
        writer.WriteStartObject(kind);
        if (email is not null) writer.WriteString("email", email);
        writer.WriteString("id", id);
        writer.WriteString("displayName", title);
        writer.WriteEndObject();
    }

    private static void Parent(Utf8JsonWriter writer, Site site, SharePointList list)
    {
        writer.WriteStartObject("parentReference");
        writer.WriteString("id", list.Id);
        writer.WriteString("siteId", site.Id);
        writer.WriteEndObject();
    }

    private static void ContentType(Utf8JsonWriter writer, SharePointList list, ListItem item)
    {
        writer.WriteStartObject("contentType");
        writer.WriteString("id", list.Drive is null ? "0x0100" + list.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()
            : item.Node!.IsFolder ? "0x0120" : "0x0101");
        writer.WriteString("name", FieldWriter.ContentTypeOf(item));
        writer.WriteEndObject();
    }

    private static string WebUrl(SharePointList list, ListItem item) => item.Node?.WebUrl ?? $"{list.WebUrl}/{Number(item.Id)}_.000";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
