using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.Field and the types derived from it.</summary>
internal static class FieldShape
{
    /// <summary>Every column, the row's number first.</summary>
    public static IEnumerable<Shaped> All(SharePointList list) =>
        list.Columns.Values.Prepend(Column.Number).Select(c => Of(list, c));

    public static Shaped Of(SharePointList list, Column column)
    {
        var (type, kind, title) = TypeOf(column);
        var name = NameOf(column);
        var plain = J.Obj(
            ("AutoIndexed", false), ("CanBeDeleted", !column.BuiltIn), ("ClientSideComponentId", Guid.Empty.ToString()),
            ("ClientSideComponentProperties", null), ("ClientValidationFormula", null), ("ClientValidationMessage", null),
            ("CustomFormatter", column.CustomFormatter), ("DefaultFormula", null),
            ("DefaultValue", (column.DefaultValue as JsonObject)?.Text("value")), ("Description", column.Description), ("Direction", "none"),
            ("EnforceUniqueValues", column.Unique), ("EntityPropertyName", EntityName(name)), ("Filterable", column.Kind != ColumnKind.Note),
            ("FromBaseType", column.BuiltIn), ("Group", column.BuiltIn ? "_Hidden" : "Custom Columns"), ("Hidden", column.Hidden),
            ("Id", column.Id), ("Indexed", column.Indexed), ("IndexStatus", 0), ("InternalName", name), ("IsModern", false),
            ("JSLink", "clienttemplates.js"), ("PinnedToFiltersPane", false), ("ReadOnlyField", column.ReadOnly),
            ("Required", column.Required), ("SchemaXml", FieldXml.Write(column, type)), ("Scope", ListShape.Path(list)), ("Sealed", false),
            ("ShowInFiltersPane", 0), ("Sortable", column.Kind != ColumnKind.Note && !column.IsMany), ("StaticName", name),
            ("Title", column.DisplayName), ("FieldTypeKind", kind), ("TypeAsString", type), ("TypeDisplayName", title),
            ("TypeShortDescription", title), ("ValidationFormula", null), ("ValidationMessage", null));
        foreach (var (extra, value) in Extras(column)) plain[extra] = value?.DeepClone();
        return new("SP.Field", plain);
    }

    public static string NameOf(Column column) => column == Column.Number ? "ID" : column.Name;

    /// <summary>Entities have no names that begin with an underscore.</summary>
    public static string EntityName(string name) => name.StartsWith('_') ? "OData_" + name : name;

    public static (string Type, int Kind, string Title) TypeOf(Column column) => column.Kind switch
    {
        ColumnKind.Text when column.Name == "FileLeafRef" => ("File", 18, "File"),
        ColumnKind.Text => ("Text", 2, "Single line of text"),
        ColumnKind.Note => ("Note", 3, "Multiple lines of text"),
        ColumnKind.Choice => ("Choice", 6, "Choice"),
        ColumnKind.Choices => ("MultiChoice", 15, "Choice"),
        ColumnKind.Person => ("User", 20, "Person or Group"),
        ColumnKind.People => ("UserMulti", 20, "Person or Group"),
        ColumnKind.Lookup => ("Lookup", 7, "Lookup"),
        ColumnKind.Lookups => ("LookupMulti", 7, "Lookup"),
        ColumnKind.Date or ColumnKind.DateTime => ("DateTime", 4, "Date and Time"),
        ColumnKind.Number => ("Number", 9, "Number"),
        ColumnKind.Boolean => ("Boolean", 8, "Yes/No"),
        ColumnKind.Link => ("URL", 11, "Hyperlink or Picture"),
        _ => column.Name switch
        {
            "id" => ("Counter", 5, "Counter"),
            "Created" or "Modified" => ("DateTime", 4, "Date and Time"),
            "Attachments" => ("Attachments", 19, "Attachments"),
            "_UIVersionString" => ("Text", 2, "Single line of text"),
            _ => ("Computed", 12, "Computed"),
        },
    };

    private static JsonObject Extras(Column column) => column.Kind switch
    {
        ColumnKind.Text => J.Obj(("MaxLength", (int?)column.Facet["maxLength"] ?? 255)),
        ColumnKind.Note => J.Obj(("AllowHyperlink", false),
            ("AppendOnly", column.Facet.Flag("appendChangesToExistingText") == true), ("IsLongHyperlink", false),
            ("NumberOfLines", (int?)column.Facet["linesForEditing"] is > 0 and var lines ? lines : 6), ("RestrictedMode", true),
            ("RichText", column.Facet.Text("textType") == "richText"), ("UnlimitedLengthInDocumentLibrary", false),
            ("WikiLinking", false)),
        ColumnKind.Choice => Choices(column, ("EditFormat", column.Facet.Text("displayAs") == "radioButtons" ? 1 : 0)),
        ColumnKind.Choices => Choices(column),
        ColumnKind.Date or ColumnKind.DateTime => J.Obj(("DateTimeCalendarType", 0), ("DateFormat", null),
            ("DisplayFormat", column.Kind == ColumnKind.DateTime ? 1 : 0), ("FriendlyDisplayFormat", 1), ("TimeFormat", null)),
        ColumnKind.Number => J.Obj(("CommaSeparator", true), ("CustomUnitName", null), ("CustomUnitOnRight", true), ("DisplayFormat", -1),
            ("MaximumValue", column.Facet["maximum"]?.DeepClone()), ("MinimumValue", column.Facet["minimum"]?.DeepClone()),
            ("ShowAsPercentage", false), ("Unit", null)),
        ColumnKind.Lookup or ColumnKind.Lookups => Reference(column, column.Facet.Text("columnName"), "{" + column.LookupListId + "}"),
        ColumnKind.Person or ColumnKind.People => Person(column),
        _ => [],
    };

    private static JsonObject Choices(Column column, params ReadOnlySpan<(string, JsonNode?)> more)
    {
        var shown = J.Obj(("FillInChoice", column.Facet.Flag("allowTextEntry") == true), ("Mappings", null),
            ("Choices", J.Array(column.Choices.Select(c => (JsonNode?)c))), ("UnlimitedLengthInDocumentLibrary", false));
        foreach (var (name, value) in more) shown[name] = value;
        return shown;
    }

    private static JsonObject Person(Column column)
    {
        var shown = Reference(column, "", "UserInfo");
        foreach (var (name, value) in J.Obj(("AllowDisplay", true), ("Presence", true), ("SelectionGroup", 0),
            ("SelectionMode", column.Facet.Text("chooseFromType") == "peopleOnly" ? 0 : 1), ("UserDisplayOptions", null)))
            shown[name] = value?.DeepClone();
        return shown;
    }

    private static JsonObject Reference(Column column, string? field, string list) => J.Obj(
        ("AllowMultipleValues", column.IsMany), ("DependentLookupInternalNames", new JsonArray()), ("IsDependentLookup", false),
        ("IsRelationship", !column.IsPerson && !column.IsMany), ("LookupField", field), ("LookupList", list),
        ("LookupWebId", Guid.Empty.ToString()), ("PrimaryFieldId", null), ("RelationshipDeleteBehavior", 0),
        ("UnlimitedLengthInDocumentLibrary", false));
}
