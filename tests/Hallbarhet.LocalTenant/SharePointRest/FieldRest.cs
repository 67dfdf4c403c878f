using System.Xml.Linq;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class FieldRest
{
    /// <summary>Options of CreateFieldAsXml: 1 default content type, 8 keep the internal name, 16 into the default view.</summary>
    private const int KnownOptions = 1 | InternalNameHint | IntoDefaultView;
    private const int InternalNameHint = 8;
    private const int IntoDefaultView = 16;

    private static readonly string[] Settings = ["Title", "Description", "Required", "Indexed", "EnforceUniqueValues", "Hidden", "DefaultValue",
        "Choices", "CustomFormatter"];

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/lists({list})/fields", RoleLevel.Read, call => RestAnswer.Many(call, FieldShape.All(call.List)), "$select,$filter,$top"),
        new("POST", "web/lists({list})/fields/CreateFieldAsXml", RoleLevel.Edit, Create),
        new("GET", "web/lists({list})/fields({field})", RoleLevel.Read,
            call => RestAnswer.One(call, FieldShape.Of(call.List, Of(call))), "$select"),
        new("PATCH", "web/lists({list})/fields({field})", RoleLevel.Edit, Update),
        new("DELETE", "web/lists({list})/fields({field})", RoleLevel.Edit, Delete),
    ];

    private static Column Of(RestCall call)
    {
        var (key, columns) = (call["field"], call.List.Columns.Values.Prepend(Column.Number).ToList());
        var byName = columns.Find(c => FieldShape.NameOf(c).Equals(key.Text, StringComparison.OrdinalIgnoreCase));
        var byTitle = columns.Find(c => c.DisplayName.Equals(key.Text, StringComparison.OrdinalIgnoreCase));
        return key.By switch
        {
            "internalnameortitle" => byName ?? byTitle ?? throw NotFound(key.Text),
            "title" => byTitle ?? throw NotFound(key.Text),
            _ => columns.Find(c => c.Id.Equals(key.Text.Trim('{', '}'), StringComparison.OrdinalIgnoreCase))
                ?? throw RestError.Argument("Invalid field name. {" + key.Text + "}", 404),
        };
    }

    private static Reply Create(RestCall call)
    {
        var parameters = RestBody.Parameter(call.Request, "parameters", "SP.XmlSchemaFieldCreationInformation", "SchemaXml", "Options");
        var options = parameters.Whole("Options") ?? 0;
        if ((options & ~KnownOptions) != 0) throw RestError.NotKnown($"CreateFieldAsXml with Options {options}");
        var field = FieldXml.Parse(parameters.Text("SchemaXml") ?? "");
        var list = call.List;
        var column = ColumnReader.Create(call.Tenant, call.Site, list, FieldXml.ToColumn(field, Name(list, field, options)), IdOf(list, field));
        list.Columns.Add(column.Name, column);
        if ((options & IntoDefaultView) != 0) list.Views.Find(v => v.IsDefault)!.Fields.Add(column.Name);
        list.SchemaChanged(call.Tenant.NowText);
        return RestCall.Json(FieldShape.Of(list, column).Plain);
    }

    /// <summary>Without the hint SharePoint makes the internal name of the title, whatever Name says.</summary>
    private static string Name(SharePointList list, XElement field, int options)
    {
        var title = field.Text("DisplayName");
        if (title.Length == 0) throw RestError.Argument("The field has no DisplayName.");
        if ((options & InternalNameHint) == 0) return InternalName.Free(list, title);
        var name = InternalName.Encode(field.Text("Name") is { Length: > 0 } given ? given : title);
        return list.Columns.ContainsKey(name)
            ? throw RestError.Server(-2146232832, $"A duplicate field name \"{name}\" was found.")
            : name;
    }

    private static Guid? IdOf(SharePointList list, XElement field)
    {
        if (field.Text("ID").Length == 0) return null;
        if (!Guid.TryParse(field.Text("ID"), out var id)) throw RestError.Argument($"The field ID '{field.Text("ID")}' is no GUID.");
        return list.Columns.Values.Any(c => c.Id.Equals(id.ToString(), StringComparison.OrdinalIgnoreCase))
            ? throw RestError.Server(-2146232832, $"A duplicate field {{{id}}} was found.")
            : id;
    }

    private static Reply Update(RestCall call)
    {
        var (list, column) = (call.List, Of(call));
        var body = RestBody.Entity(call.Request, "SP.Field", Settings);
        var formatter = Formatter.Read(body, column.CustomFormatter);
        ColumnReader.Update(list, column, AsGraph(column, body));
        column.CustomFormatter = formatter;
        list.SchemaChanged(call.Tenant.NowText);
        return Reply.Empty(204);
    }

    private static JsonObject AsGraph(Column column, JsonObject body)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in body)
        {
            if (name == "Title") changes["displayName"] = value?.DeepClone();
            else if (name == "DefaultValue") changes["defaultValue"] = body.Text(name) is { } text ? J.Obj(("value", text)) : null;
            else if (name == "Choices" && column.FacetName != "choice") throw RestError.NoProperty(name, "SP.Field");
            else if (name == "Choices") changes["choice"] = J.Obj(("choices", J.Array(body.Texts(name).Select(c => (JsonNode?)c))));
            else if (name != "CustomFormatter") changes[char.ToLowerInvariant(name[0]) + name[1..]] = value?.DeepClone();
        }
        return changes;
    }

    private static Reply Delete(RestCall call)
    {
        var (list, column) = (call.List, Of(call));
        if (column.BuiltIn) throw RestError.NotNow("The field cannot be deleted because it is a built-in field of the list.");
        _ = list.Columns.Remove(column.Name);
        foreach (var view in list.Views) _ = view.Fields.Remove(column.Name);
        list.SchemaChanged(call.Tenant.NowText);
        return Reply.Empty(200);
    }

    private static GraphError NotFound(string name) => RestError.Argument(
        $"Column '{name}' does not exist. It may have been deleted by another user.", 404);
}

/// <summary>CustomFormatter of columns and views: a string that holds JSON; empty takes it away.</summary>
internal static class Formatter
{
    public static string? Read(JsonObject body, string? before)
    {
        if (!body.ContainsKey("CustomFormatter")) return before;
        if (body.Text("CustomFormatter") is not { Length: > 0 } text) return null;
        return J.Parse(Encoding.UTF8.GetBytes(text)) is JsonObject ? text : throw RestError.Argument("CustomFormatter must hold a JSON object.");
    }
}
