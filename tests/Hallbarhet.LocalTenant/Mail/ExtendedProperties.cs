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
            if (!Id().IsMatch(id))
                throw new GraphError(400, "ErrorInvalidExtendedProperty", $"The extended property id '{id}' is not valid.");
            properties[id] = given.Text("value")
                ?? throw new GraphError(400, "ErrorInvalidExtendedProperty", $"The extended property '{id}' needs a value.");
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
    public static IRow Row(JsonObject resource, Dictionary<string, string> properties) => new Extended(resource, properties);

    private static IEnumerable<JsonObject> ToJson(Dictionary<string, string> properties) =>
        properties.Select(p => J.Obj(("id", p.Key), ("value", p.Value)));

    private sealed class Extended(JsonObject resource, Dictionary<string, string> properties) : IRow
    {
        private readonly JsonRow own = new(resource);

        public object? Value(string path) => own.Value(path);

        public IEnumerable<IRow> Rows(string path) => path == "singleValueExtendedProperties"
            ? properties.Select(p => new Property(p.Key, p.Value))
            : own.Rows(path);
    }

    private sealed class Property(string id, string value) : IRow
    {
        public object? Value(string path) => path == "id" ? id : path == "value" ? value : null;

        public IEnumerable<IRow> Rows(string path) => [];
    }

    [GeneratedRegex(@"^(String|Integer|Boolean|Double|Long|SystemTime) (\{[0-9a-fA-F-]{36}\} (Name .+|Id 0x[0-9A-Fa-f]+)|0x[0-9A-Fa-f]+)$")]
    private static partial Regex Id();
}
