using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>Reads column definitions from requests, with SharePoint's rules about types and indexes.</summary>
internal static class ColumnReader
{
    private static readonly string[] Common = ["name", "displayName", "description", "hidden", "indexed", "required", "enforceUniqueValues",
        "defaultValue", "columnGroup", "readOnly", "@odata.type"];

    private static readonly Dictionary<string, JsonObject> Facets = new()
    {
        ["text"] = J.Obj(("allowMultipleLines", false), ("appendChangesToExistingText", false), ("linesForEditing", 0),
            ("maxLength", 255), ("textType", "plain")),
        ["choice"] = J.Obj(("allowTextEntry", false), ("choices", new JsonArray()), ("displayAs", "dropDownMenu")),
        ["personOrGroup"] = J.Obj(("allowMultipleSelection", false), ("chooseFromType", "peopleAndGroups"),
            ("displayAs", "nameWithPresence")),
        ["lookup"] = J.Obj(("allowMultipleValues", false), ("allowUnlimitedLength", false), ("columnName", "Title"), ("listId", null)),
        ["dateTime"] = J.Obj(("displayAs", "default"), ("format", "dateOnly")),
        ["number"] = J.Obj(("decimalPlaces", "automatic"), ("displayAs", "number"), ("maximum", double.MaxValue),
            ("minimum", double.MinValue)),
        ["boolean"] = [],
        ["hyperlinkOrPicture"] = J.Obj(("isPicture", false)),
    };

    /// <summary>Types that Graph has and nobody here needs.</summary>
    private static readonly string[] NotBuilt =
        ["calculated", "contentApprovalStatus", "currency", "geolocation", "term", "thumbnail", "validation"];

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["textType"] = ["plain", "richText"],
        ["chooseFromType"] = ["peopleAndGroups", "peopleOnly"],
        ["format"] = ["dateOnly", "dateTime"],
        ["decimalPlaces"] = ["automatic", "none", "one", "two", "three", "four", "five"],
    };

    public static Column Create(TenantState tenant, Site site, SharePointList list, JsonObject body, Guid? id = null)
    {
        Known(body);
        var name = body.Text("name") ?? throw GraphError.Invalid("The column needs a name.");
        if (list.Columns.ContainsKey(name))
            throw new GraphError(409, "nameAlreadyExists", $"A duplicate field name \"{name}\" was found.");
        var facets = Facets.Keys.Where(f => body[f] is not null).ToList();
        if (facets is not [var facet]) throw GraphError.Invalid($"The column '{name}' needs exactly one type facet.");
        var filled = Filled(facet, body.Inner(facet)!, Facets[facet]);
        if (facet == "lookup") CheckLookup(site, filled, name);
        var column = new Column
        {
            Id = (id ?? tenant.Ids.Guid()).ToString(),
            Name = name,
            DisplayName = body.Text("displayName") ?? name,
            Kind = Kind(facet, filled),
            FacetName = facet,
            Facet = filled,
        };
        Apply(list, column, body);
        return column;
    }

    public static void Update(SharePointList list, Column column, JsonObject body)
    {
        Known(body);
        foreach (var (facet, value) in body)
        {
            if (!Facets.ContainsKey(facet) || value is null) continue;
            if (facet != column.FacetName) throw GraphError.Invalid("The type of a column cannot be changed.");
            var filled = Filled(facet, body.Inner(facet)!, column.Facet);
            if (Kind(facet, filled) != column.Kind) throw GraphError.Invalid("The type of a column cannot be changed.");
            column.Facet = filled;
        }
        if (body.Text("name") is { } name && name != column.Name)
            throw GraphError.Invalid("The internal name of a column cannot be changed.");
        column.DisplayName = body.Text("displayName") ?? column.DisplayName;
        Apply(list, column, body);
    }

    private static void Known(JsonObject body)
    {
        foreach (var (name, _) in body)
        {
            if (NotBuilt.Contains(name)) throw new GraphError(501, "notImplemented", $"The local tenant has no columns with '{name}'");
            if (!Common.Contains(name) && !Facets.ContainsKey(name))
                throw GraphError.Invalid($"The property '{name}' does not exist on type 'microsoft.graph.columnDefinition'.");
        }
    }

    private static JsonObject Filled(string facet, JsonObject given, JsonObject start)
    {
        var result = start.Copy();
        foreach (var (name, value) in given)
        {
            if (name == "@odata.type") continue;
            if (!Facets[facet].ContainsKey(name)) throw GraphError.Invalid($"The property '{facet}/{name}' does not exist.");
            if (Words.TryGetValue(name, out var words) && !words.Contains(given.Text(name)))
                throw GraphError.Invalid($"'{value}' is not a value of '{facet}/{name}'.");
            result[name] = value?.DeepClone();
        }
        CheckLimits(result);
        return result;
    }

    private static void CheckLimits(JsonObject facet)
    {
        if (facet.Flag("allowMultipleLines") == true) _ = facet.Remove("maxLength");
        else if (facet["maxLength"] is { } length && length.GetValue<int>() is < 1 or > 255)
            throw GraphError.Invalid("The maximum length of a text column is between 1 and 255.");
        if (facet["minimum"] is { } least && facet["maximum"] is { } most && Number(least) > Number(most))
            throw GraphError.Invalid("The minimum of a number column is above its maximum.");
    }

    public static double Number(JsonNode value) => Convert.ToDouble(value.ToString(), CultureInfo.InvariantCulture);

    private static ColumnKind Kind(string facet, JsonObject f) => facet switch
    {
        "text" => f.Flag("allowMultipleLines") == true ? ColumnKind.Note : ColumnKind.Text,
        "choice" => f.Text("displayAs") == "checkBoxes" ? ColumnKind.Choices : ColumnKind.Choice,
        "personOrGroup" => f.Flag("allowMultipleSelection") == true ? ColumnKind.People : ColumnKind.Person,
        "lookup" => f.Flag("allowMultipleValues") == true ? ColumnKind.Lookups : ColumnKind.Lookup,
        "dateTime" => f.Text("format") == "dateTime" ? ColumnKind.DateTime : ColumnKind.Date,
        "number" => ColumnKind.Number,
        "hyperlinkOrPicture" => ColumnKind.Link,
        _ => ColumnKind.Boolean,
    };

    private static void CheckLookup(Site site, JsonObject facet, string name)
    {
        var target = facet.Text("listId") is { } id ? site.Lists.Find(l => l.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) : null;
        if (target is null) throw GraphError.Invalid($"The list that the lookup column '{name}' points at does not exist.");
        if (!target.Columns.ContainsKey(facet.Text("columnName") ?? "Title"))
            throw GraphError.Invalid($"The column that the lookup column '{name}' shows does not exist.");
    }

    private static void Apply(SharePointList list, Column column, JsonObject body)
    {
        var indexed = body.Flag("indexed") ?? column.Indexed;
        var unique = body.Flag("enforceUniqueValues") ?? column.Unique;
        if (indexed && !column.CanBeIndexed) throw GraphError.Invalid("This field type cannot be indexed.");
        if (unique && !indexed) throw GraphError.Invalid("This field must be indexed to enforce unique values.");
        if (unique && !column.Unique && list.Items.HasDuplicates(column.Name))
            throw GraphError.Invalid("This column contains duplicate values: unique values cannot be enforced.");
        if (indexed && !column.Indexed && list.Columns.Values.Count(c => c.Indexed) >= 20)
            throw GraphError.Invalid("You cannot add another index: the limit of 20 indexes on a list is reached.");
        (column.Indexed, column.Unique) = (indexed, unique);
        column.Hidden = body.Flag("hidden") ?? column.Hidden;
        column.Required = body.Flag("required") ?? column.Required;
        column.Description = body.Text("description") ?? column.Description;
        if (body.TryGetPropertyValue("defaultValue", out var value)) column.DefaultValue = value?.DeepClone();
    }
}
