using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>A resource with everything that can be asked of it.</summary>
/// <param name="Type">SharePoint's name of its type.</param>
/// <param name="Plain">What is answered when nothing is selected.</param>
internal sealed record Shaped(string Type, JsonObject Plain)
{
    /// <summary>Properties that are answered only when they are selected.</summary>
    public Dictionary<string, Func<JsonNode?>> Asked { get; init; } = [];

    /// <summary>Properties that are answered only when they are expanded.</summary>
    public Dictionary<string, Func<Selection, JsonNode?>> Inner { get; init; } = [];

    public JsonObject Show(Selection selection)
    {
        var result = new JsonObject();
        foreach (var (name, inner) in selection.Expanded)
            result[name] = Inner.TryGetValue(name, out var show) ? show(inner)
                : Asked.TryGetValue(name, out var asked) ? asked() : throw RestError.NoField(name);
        if (selection.All)
            foreach (var (name, value) in Plain) result[name] = value?.DeepClone();
        foreach (var name in selection.Names.Where(n => n != "*" && !result.ContainsKey(n))) Add(result, name);
        return result;
    }

    public bool Has(string name) => Plain.ContainsKey(name) || Asked.ContainsKey(name) || Inner.ContainsKey(name);

    public static JsonArray Show(IEnumerable<Shaped> all, Selection selection) => J.Array(all.Select(s => s.Show(selection)));

    /// <summary>What is selected but not expanded is left out, as without metadata there is no link to show.</summary>
    private void Add(JsonObject result, string name)
    {
        if (Plain.TryGetPropertyValue(name, out var value)) result[name] = value?.DeepClone();
        else if (Asked.TryGetValue(name, out var asked)) result[name] = asked();
        else if (!Inner.ContainsKey(name)) throw RestError.NoField(name);
        // An item's Id and ID are one and the same, and come together.
        if (name == "Id" && Plain.TryGetPropertyValue("ID", out var id)) result["ID"] = id?.DeepClone();
    }
}

/// <summary>Answers one resource or several, with what the query wants of them.</summary>
internal static partial class RestAnswer
{
    public static Reply One(RestCall call, Shaped shaped, int status = 200) =>
        RestCall.Json(shaped.Show(Selection.Parse(call.Query)), status);

    public static Reply Many(RestCall call, IEnumerable<Shaped> all)
    {
        var selection = Selection.Parse(call.Query);
        var rows = Filtered(call, [.. all]).Take(call.Query.Top ?? int.MaxValue);
        return RestCall.Json(J.Obj(("value", Shaped.Show(rows, selection))));
    }

    /// <summary>SharePoint's OData is of version 3: <c>guid'…'</c> and <c>datetime'…'</c> are literals of their own.</summary>
    public static Filter Filter(string text) => OData.Filter.Parse(TypedLiteral().Replace(text, "'${text}'"));

    private static IEnumerable<Shaped> Filtered(RestCall call, IReadOnlyList<Shaped> all)
    {
        if (call.Query["$filter"] is not { } text) return all;
        var filter = Filter(text);
        if (all.Count > 0 && filter.Paths.FirstOrDefault(p => !all[0].Plain.ContainsKey(p)) is { } unknown) throw RestError.NoField(unknown);
        return all.Where(s => filter.Matches(new JsonRow(s.Plain)));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\(?\b(?:guid|datetime)'(?<text>[^']*)'\)?",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex TypedLiteral();
}
