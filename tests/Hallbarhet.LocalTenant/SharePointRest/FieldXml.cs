using System.Xml;
using System.Xml.Linq;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>A column as SharePoint's Field element. Reading yields the column as Graph would define it, so that one set of rules judges both.</summary>
internal static class FieldXml
{
    /// <summary>Attributes that are read; those that SharePoint writes itself are let through, so that an export can be given back.</summary>
    private static readonly HashSet<string> Known = ["Type", "Name", "DisplayName", "ID", "Description", "Required", "Indexed",
        "EnforceUniqueValues", "Hidden", "Group", "MaxLength", "NumLines", "RichText", "AppendOnly", "FillInChoice", "Format", "Mult", "List",
        "ShowField", "UserSelectionMode", "Min", "Max", "StaticName", "SourceID", "Version", "ColName", "RowOrdinal", "FriendlyDisplayFormat",
        "UnlimitedLengthInDocumentLibrary", "WebId"];

    public static XElement Parse(string xml)
    {
        try
        {
            var field = XElement.Parse(xml);
            if (field.Name.LocalName != "Field") throw Malformed();
            foreach (var attribute in field.Attributes())
                if (!Known.Contains(attribute.Name.LocalName)) throw RestError.NotKnown($"The attribute '{attribute.Name}' of a Field");
            return field;
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    public static string Text(this XElement element, string name) => (string?)element.Attribute(name) ?? "";

    public static bool IsTrue(this XElement element, string name) =>
        element.Text(name).Equals("TRUE", StringComparison.OrdinalIgnoreCase);

    public static JsonObject ToColumn(XElement field, string internalName)
    {
        var (facet, value) = Facet(field);
        var body = J.Obj(("name", internalName), ("displayName", field.Text("DisplayName")), ("description", field.Text("Description")),
            ("required", field.IsTrue("Required")), ("indexed", field.IsTrue("Indexed")),
            ("enforceUniqueValues", field.IsTrue("EnforceUniqueValues")), ("hidden", field.IsTrue("Hidden")), (facet, value));
        if (field.Element("Default") is { } given) body["defaultValue"] = J.Obj(("value", given.Value));
        return body;
    }

    public static string Write(Column column, string type)
    {
        var field = new XElement("Field", new XAttribute("Type", type), new XAttribute("Name", FieldShape.NameOf(column)),
            new XAttribute("DisplayName", column.DisplayName), new XAttribute("ID", "{" + column.Id + "}"),
            new XAttribute("Required", Word(column.Required)), new XAttribute("StaticName", FieldShape.NameOf(column)));
        if (column.Indexed) field.SetAttributeValue("Indexed", "TRUE");
        if (column.Unique) field.SetAttributeValue("EnforceUniqueValues", "TRUE");
        if (column.Hidden) field.SetAttributeValue("Hidden", "TRUE");
        if (column.Kind is ColumnKind.Date or ColumnKind.DateTime)
            field.SetAttributeValue("Format", column.Kind == ColumnKind.Date ? "DateOnly" : "DateTime");
        if (column.LookupListId is { } list) field.SetAttributeValue("List", "{" + list + "}");
        if (column.LookupListId is not null) field.SetAttributeValue("ShowField", column.Facet.Text("columnName"));
        if (column.IsReference && column.IsMany) field.SetAttributeValue("Mult", "TRUE");
        if (column.Kind is ColumnKind.Choice or ColumnKind.Choices)
            field.Add(new XElement("CHOICES", column.Choices.Select(c => new XElement("CHOICE", c))));
        if ((column.DefaultValue as JsonObject)?.Text("value") is { } value) field.Add(new XElement("Default", value));
        return field.ToString(SaveOptions.DisableFormatting);
    }

    private static (string Facet, JsonObject Value) Facet(XElement field) => field.Text("Type") switch
    {
        "Text" => ("text", J.Obj(("maxLength", (int)(Number(field, "MaxLength") ?? 255)))),
        "Note" => ("text", J.Obj(("allowMultipleLines", true), ("linesForEditing", (int)(Number(field, "NumLines") ?? 6)), ("maxLength", null),
            ("appendChangesToExistingText", field.IsTrue("AppendOnly")), ("textType", field.IsTrue("RichText") ? "richText" : "plain"))),
        "Choice" => ("choice", Choices(field, field.Text("Format") == "RadioButtons" ? "radioButtons" : "dropDownMenu")),
        "MultiChoice" => ("choice", Choices(field, "checkBoxes")),
        "User" or "UserMulti" => ("personOrGroup", J.Obj(("allowMultipleSelection", field.IsTrue("Mult")),
            ("chooseFromType", field.Text("UserSelectionMode") is "" or "PeopleOnly" or "0" ? "peopleOnly" : "peopleAndGroups"))),
        "Lookup" or "LookupMulti" => ("lookup", J.Obj(("allowMultipleValues", field.IsTrue("Mult")),
            ("columnName", field.Text("ShowField") is { Length: > 0 } shown ? shown : "Title"),
            ("listId", field.Text("List").Trim('{', '}')))),
        "DateTime" => ("dateTime", J.Obj(("format", field.Text("Format") == "DateOnly" ? "dateOnly" : "dateTime"))),
        "Number" => ("number", Limits(field)),
        "Boolean" => ("boolean", []),
        var other => throw RestError.NotKnown($"The field type '{other}'"),
    };

    private static JsonObject Choices(XElement field, string displayAs) => J.Obj(("displayAs", displayAs),
        ("allowTextEntry", field.IsTrue("FillInChoice")),
        ("choices", J.Array(field.Elements("CHOICES").Elements("CHOICE").Select(c => (JsonNode?)c.Value))));

    private static JsonObject Limits(XElement field)
    {
        var limits = new JsonObject();
        foreach (var (attribute, limit) in ((string, string)[])[("Min", "minimum"), ("Max", "maximum")])
            if (Number(field, attribute) is { } number) limits[limit] = number;
        return limits;
    }

    private static double? Number(XElement field, string name) => field.Text(name) is not { Length: > 0 } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw RestError.Argument($"The value '{text}' of the attribute {name} is not a number.");

    private static string Word(bool value) => value ? "TRUE" : "FALSE";

    private static GraphError Malformed() => RestError.Argument("The field schema is not well-formed: a Field element was expected.");
}
