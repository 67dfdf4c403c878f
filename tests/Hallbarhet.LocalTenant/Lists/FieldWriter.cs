using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

internal static class FieldWriter
{
    public static string ContentTypeOf(ListItem item) => item.Node is null ? "Item" : item.Node.IsFolder ? "Folder" : "Document";

    public static void Members(Utf8JsonWriter writer, Site site, ListItem item, FieldPlan plan)
    {
        writer.WriteString("@odata.etag", item.ETag);
        foreach (var field in plan.Fields!) Member(writer, site, item, field);
    }

    public static void Version(Utf8JsonWriter writer, Site site, SharePointList list, ListItem item, ItemVersion version)
    {
        foreach (var field in FieldPlan.All(list).Fields!)
        {
            if (field.Column.Name is "Modified" or "Editor" or "_UIVersionString") continue;
            if (field.Column.Kind == ColumnKind.Computed || field.Column.BuiltIn && field.Column.IsPerson)
                Member(writer, site, item, field);
            else if (version.Values.TryGetValue(field.Column.Name, out var value)) Value(writer, site, field, value);
        }
    }

    private static void Member(Utf8JsonWriter writer, Site site, ListItem item, Field field)
    {
        switch (field.Column)
        {
            case { BuiltIn: true, Name: "Author" }:
                Reference(writer, field, item.Author.Id, item.Author.Title);
                break;
            case { BuiltIn: true, Name: "Editor" }:
                Reference(writer, field, item.Editor.Id, item.Editor.Title);
                break;
            case { Kind: ColumnKind.Computed }:
                Computed(writer, item, field.Name);
                break;
            default:
                if (item.Values.TryGetValue(field.Column.Name, out var value)) Value(writer, site, field, value);
                break;
        }
    }

    private static void Computed(Utf8JsonWriter writer, ListItem item, string name)
    {
        if (name == "Attachments") writer.WriteBoolean(name, item.Attachments.Count > 0);
        else writer.WriteString(name, name switch
        {
            "id" or "ID" => Number(item.Id),
            "ContentType" => ContentTypeOf(item),
            "Created" => J.Iso(item.Created),
            "Modified" => J.Iso(item.Modified),
            _ => Number(item.Version) + ".0",
        });
    }

    private static void Value(Utf8JsonWriter writer, Site site, Field field, object value)
    {
        switch (value)
        {
            case int id when field.ById: writer.WriteString(field.Name, Number(id)); break;
            case int id: writer.WriteString(field.Name, LookupText.Of(site, field.Column, id)); break;
            case int[] ids: References(writer, site, field, ids); break;
            case string text: writer.WriteString(field.Name, text); break;
            case string[] texts: Texts(writer, field.Name, texts); break;
            case bool flag: writer.WriteBoolean(field.Name, flag); break;
            case double number: writer.WriteNumber(field.Name, number); break;
            case LinkValue link: Link(writer, field.Name, link); break;
            case DateTimeOffset at: writer.WriteString(field.Name, J.Iso(at)); break;
        }
    }

    private static void Reference(Utf8JsonWriter writer, Field field, int id, string text) =>
        writer.WriteString(field.Name, field.ById ? Number(id) : text);

    private static void References(Utf8JsonWriter writer, Site site, Field field, int[] ids)
    {
        writer.WriteStartArray(field.Column.Name);
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteNumber("LookupId", id);
            writer.WriteString("LookupValue", LookupText.Of(site, field.Column, id) ?? "");
            if (field.Column.IsPerson) writer.WriteString("Email", site.Users.Find(id)?.Email ?? "");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, string[] texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Link(Utf8JsonWriter writer, string name, LinkValue link)
    {
        writer.WriteStartObject(name);
        writer.WriteString("Description", link.Description);
        writer.WriteString("Url", link.Url);
        writer.WriteEndObject();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
