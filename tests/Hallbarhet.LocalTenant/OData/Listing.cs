namespace Hallbarhet.LocalTenant.OData;

/// <summary>$filter, $orderby, $top, paging and $select for resources that are kept as JSON.</summary>
internal static class Listing
{
    public static Reply Answer(Call call, IEnumerable<JsonObject> all, string context, string type, int page = 100, Func<JsonObject, JsonObject>? show = null)
    {
        var rows = Ordered(call, Filtered(call, all)).ToList();
        var skip = Skip(call);
        var size = Math.Min(call.Query.Top ?? page, 1000);
        var next = skip + size < rows.Count ? NextLink(call, skip + size) : null;
        var names = call.Query.Select is { } select ? $"({string.Join(',', select)})" : "";
        var count = call.Query["$count"] == "true" ? rows.Count : (int?)null;
        return call.Many(rows.Skip(skip).Take(size).Select(show ?? (r => Select(call, r, type))), context + names, next, count);
    }

    /// <summary>Facets that a resource has or has not: selecting one that it has not is no error.</summary>
    private static readonly HashSet<string> Facets = ["list/system", "driveItem/file", "driveItem/folder", "driveItem/root", "driveItem/createdBy",
        "driveItem/lastModifiedBy", "driveItem/deleted", "columnDefinition/defaultValue", "columnDefinition/text", "columnDefinition/choice",
        "columnDefinition/number", "columnDefinition/boolean", "columnDefinition/dateTime", "columnDefinition/lookup", "columnDefinition/personOrGroup"];

    /// <summary>Keeps what $select names; a property that the type does not have is an error.</summary>
    public static JsonObject Select(Call call, JsonObject resource, string type)
    {
        if (call.Query.Select is not { } names) return resource.Copy();
        var result = new JsonObject();
        foreach (var name in resource.Select(m => m.Key).Where(k => k.StartsWith('@')).Append("id").Concat(names.Select(n => n.Split('/')[0])).Distinct())
        {
            if (resource.TryGetPropertyValue(name, out var value)) result[name] = value?.DeepClone();
            else if (!Facets.Contains($"{type}/{name}"))
                throw new GraphError(400, "BadRequest", $"Could not find a property named '{name}' on type 'microsoft.graph.{type}'.");
        }
        return result;
    }

    public static int Skip(Call call) => call.Query["$skiptoken"] is not { } token ? 0
        : int.TryParse(Encoding.UTF8.GetString(Decode(token)), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip
        : throw new GraphError(400, "BadRequest", "The value of the $skiptoken query option is not valid.");

    public static string NextLink(Call call, int skip)
    {
        var rest = call.Query.All.Where(o => o.Key is not "$skiptoken").Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value)}");
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(skip.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');
        return $"{call.Tenant.Address}{Uri.EscapeDataString(call.Path).Replace("%2F", "/", StringComparison.Ordinal)}?{string.Join('&', rest.Append("$skiptoken=" + token))}";
    }

    private static IEnumerable<JsonObject> Filtered(Call call, IEnumerable<JsonObject> all)
    {
        if (call.Query["$filter"] is not { } text) return all;
        var filter = Filter.Parse(text);
        return all.Where(r => filter.Matches(new JsonRow(r)));
    }

    private static IEnumerable<JsonObject> Ordered(Call call, IEnumerable<JsonObject> rows)
    {
        if (call.Query["$orderby"] is not { } text) return rows;
        var keys = text.Split(',', StringSplitOptions.TrimEntries).Select(k => k.Split(' ')).ToList();
        var comparer = Comparer<object?>.Create(Values.Sort);
        IOrderedEnumerable<JsonObject>? ordered = null;
        foreach (var key in keys)
        {
            object? By(JsonObject r) => new JsonRow(r).Value(key[0]);
            ordered = (ordered, key is [_, "desc"]) switch
            {
                (null, false) => rows.OrderBy(By, comparer),
                (null, true) => rows.OrderByDescending(By, comparer),
                ({ } o, false) => o.ThenBy(By, comparer),
                ({ } o, true) => o.ThenByDescending(By, comparer),
            };
        }
        return ordered!;
    }

    private static byte[] Decode(string token)
    {
        try
        {
            return Convert.FromBase64String(token.PadRight((token.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
