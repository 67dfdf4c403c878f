using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>
/// Reads a value as it stands in a form: text in the site's language and time zone, people as a list of keys, lookups by
/// their number. What comes out is what Graph would be sent, so that one set of rules judges both.
/// </summary>
internal static class FormValue
{
    private const string Separator = ";#";

    public static JsonObject Read(RestCall call, Column column, string text)
    {
        var name = column.IsReference ? column.Name + "LookupId" : column.Name;
        var fields = J.Obj((name, text.Length == 0 ? null : Value(call, column, text)));
        if (fields[name] is JsonArray)
            fields[name + "@odata.type"] = column.IsReference ? "Collection(Edm.Int32)" : "Collection(Edm.String)";
        return fields;
    }

    private static JsonNode? Value(RestCall call, Column column, string text) => column.Kind switch
    {
        ColumnKind.Number => SiteCulture.ParseNumber(text) ?? throw new GraphError(400, "form", "Only numbers can go here."),
        ColumnKind.Boolean => Flag(text),
        ColumnKind.Date => SiteCulture.Local(Moment(text)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.DateTime => J.Iso(Moment(text)),
        ColumnKind.Choices => J.Array(Parts(text).Select(t => (JsonNode?)t)),
        ColumnKind.Person => People(call, text) is [var one] ? one?.DeepClone()
            : throw new GraphError(400, "form", "Only one person can be chosen here."),
        ColumnKind.People => People(call, text),
        ColumnKind.Lookup => Parts(text)[0],
        ColumnKind.Link => throw RestError.NotKnown("A hyperlink in a form"),
        ColumnKind.Lookups => J.Array(Parts(text).Where((_, i) => i % 2 == 0).Select(t => (JsonNode?)t)),
        _ => text,
    };

    private static bool Flag(string text) => text.ToLowerInvariant() switch
    {
        "1" or "true" or "ja" => true,
        "0" or "false" or "nej" => false,
        _ => throw new GraphError(400, "form", "The value must be 1 or 0."),
    };

    private static DateTimeOffset Moment(string text) =>
        SiteCulture.ParseTyped(text) ?? throw new GraphError(400, "form", "Enter a date like this: 2012-02-23");

    /// <summary>The parts of <c>;#a;#b;#</c> and of <c>1;#a;#2;#b</c>; an empty text between two numbers counts.</summary>
    private static string[] Parts(string text)
    {
        if (text.StartsWith(Separator, StringComparison.Ordinal)) text = text[Separator.Length..];
        if (text.EndsWith(Separator, StringComparison.Ordinal)) text = text[..^Separator.Length];
        return text.Split(Separator);
    }

    /// <summary>The site numbers of <c>[{"Key":"i:0#.f|membership|…"}]</c>; who is not yet known to the site becomes so.</summary>
    private static JsonArray People(RestCall call, string text)
    {
        if (J.Parse(Encoding.UTF8.GetBytes(text)) is not JsonArray keys) throw Unknown(text);
        return J.Array(keys.Select(k => (k as JsonObject)?.Text("Key") ?? throw Unknown(text))
            .Select(key => (JsonNode?)call.Site.Users.Ensure(call.Tenant, SiteUserRest.Account(call, key) ?? throw Unknown(key)).Id));
    }

    private static GraphError Unknown(string key) => new(400, "form", $"The user '{key}' does not exist or is not unique.");
}
