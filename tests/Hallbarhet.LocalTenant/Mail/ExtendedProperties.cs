using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Mail;

/// <summary>Single-value extended properties of messages and events: never shown unless asked for by id.</summary>
internal static partial class ExtendedProperties
{
    public static void Apply(Dictionary<string, string> properties, JsonObject body)
    {
        foreach (var given in body.Objects("singleValueExtendedProperties"))
        {
            var id = given.Text("id") ?? "";
            if (!Id().IsMatch(id)) throw new GraphError(400, "ErrorInvalidExtendedProperty", $"The extended property id '{id}' is not valid.");
            properties[id] = given.Text("value") ?? throw new GraphError(400, "ErrorInvalidExtendedProperty", $"The extended property '{id}' needs a value.");
        }
    }

    public static void Show(JsonObject shown, Dictionary<string, string> properties, Dictionary<string, string> options)
    {
        var filter = Filter.Parse(options.GetValueOrDefault("$filter")
            ?? throw new GraphError(400, "ErrorInvalidRequest", "$expand=singleValueExtendedProperties needs ($filter=id eq '…')."));
        var hits = ToJson(properties).Where(p => filter.Matches(new JsonRow(p))).ToList();
        if (hits.Count > 0) shown["singleValueExtendedProperties"] = J.Array(hits);
    }

    /// <summary>The resource with its properties, as $filter looks at it.</summary>
    public static JsonObject Filterable(JsonObject resource, Dictionary<string, string> properties)
    {
        var copy = resource.Copy();
        copy["singleValueExtendedProperties"] = J.Array(ToJson(properties));
        return copy;
    }

    private static IEnumerable<JsonObject> ToJson(Dictionary<string, string> properties) =>
        properties.Select(p => J.Obj(("id", p.Key), ("value", p.Value)));

    [GeneratedRegex(@"^(String|Integer|Boolean|Double|Long|SystemTime) (\{[0-9a-fA-F-]{36}\} (Name .+|Id 0x[0-9A-Fa-f]+)|0x[0-9A-Fa-f]+)$")]
    private static partial Regex Id();
}
