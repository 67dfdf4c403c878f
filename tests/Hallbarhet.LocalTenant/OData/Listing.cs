namespace Hallbarhet.LocalTenant.OData;

/// <summary>$filter, $orderby, $top, paging and $select for resources that are kept as JSON.</summary>
internal static class Listing
{
    public static Reply Answer(
        Call call, IEnumerable<JsonObject> all, string context, string type, int page = 100, Func<JsonObject, JsonObject>? show = null) =>
        Answer(call, all, context, r => new JsonRow(r), show ?? (r => Select(call, r, type)), page);

    /// <param name="call">The call with its query options.</param>
    /// <param name="all">Everything there is, in its natural order.</param>
    /// <param name="context">Fragment of the answer's @odata.context.</param>
    /// <param name="row">How $filter and $orderby see one.</param>
    /// <param name="show">How one is answered, $select included.</param>
    /// <param name="page">Page size when the client asks for none.</param>
    /// <param name="withContains">Whether $filter may search inside texts.</param>
    public static Reply Answer<T>(Call call, IEnumerable<T> all, string context, Func<T, IRow> row, Func<T, JsonObject> show, int page,
        bool withContains = false)
    {
        var rows = Ordered(call, Filtered(call, all, row, withContains), row).ToList();
        var skip = Skip(call);
        var size = Math.Min(call.Query.Top ?? page, 1000);
        var next = skip + size < rows.Count ? PageToken.NextLink(call, (skip + size).ToString(CultureInfo.InvariantCulture)) : null;
        var names = call.Query.Select is { } select ? $"({string.Join(',', select)})" : "";
        var count = call.Query["$count"] == "true" ? rows.Count : (int?)null;
        return call.Many(rows.Skip(skip).Take(size).Select(show), context + names, next, count);
    }

    /// <summary>Facets that a resource has or has not: selecting one that it has not is no error.</summary>
    private static readonly HashSet<string> Facets =
        ["list/system", "driveItem/file", "driveItem/folder", "driveItem/root", "driveItem/createdBy",
        "driveItem/lastModifiedBy", "driveItem/deleted", "columnDefinition/defaultValue", "columnDefinition/text",
        "columnDefinition/choice",
        "columnDefinition/number", "columnDefinition/boolean", "columnDefinition/dateTime", "columnDefinition/lookup",
        "columnDefinition/personOrGroup", "columnDefinition/hyperlinkOrPicture"];

    /// <summary>Keeps what $select names; a property that the type does not have is an error.</summary>
    public static JsonObject Select(Call call, JsonObject resource, string type)
    {
        if (call.Query.Select is not { } names) return resource.Copy();
        var result = new JsonObject();
        var annotations = resource.Select(m => m.Key).Where(k => k.StartsWith('@'));
        foreach (var name in annotations.Append("id").Concat(names.Select(n => n.Split('/')[0])).Distinct())
        {
            if (resource.TryGetPropertyValue(name, out var value)) result[name] = value?.DeepClone();
            else if (!Facets.Contains($"{type}/{name}"))
                throw new GraphError(400, "BadRequest", $"Could not find a property named '{name}' on type 'microsoft.graph.{type}'.");
        }
        return result;
    }

    /// <summary>How many rows the pages before this one held.</summary>
    public static int Skip(Call call) => int.Parse(PageToken.Position(call) ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Orders by the keys of an $orderby.</summary>
    public static IEnumerable<T> Ordered<T>(Call call, IEnumerable<T> rows, Func<T, IRow> row)
    {
        if (call.Query["$orderby"] is not { } text) return rows;
        var comparer = Comparer<object?>.Create(Values.Sort);
        var ordered = rows.OrderBy(_ => 0);
        foreach (var (path, descending) in Keys(text))
            ordered = descending
                ? ordered.ThenByDescending(r => row(r).Value(path), comparer)
                : ordered.ThenBy(r => row(r).Value(path), comparer);
        return ordered;
    }

    /// <summary>The paths of an $orderby and whether each is descending.</summary>
    public static IEnumerable<(string Path, bool Descending)> Keys(string orderBy) =>
        orderBy.Split(',', StringSplitOptions.TrimEntries).Select(k => k.Split(' ')).Select(k => (k[0], k is [_, "desc"]));

    private static IEnumerable<T> Filtered<T>(Call call, IEnumerable<T> all, Func<T, IRow> row, bool withContains)
    {
        if (call.Query["$filter"] is not { } text) return all;
        var filter = Filter.Parse(text, withContains);
        return all.Where(r => filter.Matches(row(r)));
    }
}
