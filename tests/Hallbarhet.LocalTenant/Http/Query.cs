namespace Hallbarhet.LocalTenant.Http;

/// <summary>The query options of a call, decoded; asking for an unknown one is an error of the client.</summary>
internal sealed class Query
{
    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);

    public Query(string text)
    {
        foreach (var part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(at < 0 ? part : part[..at]);
            if (!options.TryAdd(name, at < 0 ? "" : Decode(part[(at + 1)..])))
                throw new GraphError(400, "BadRequest", $"Query option '{name}' was specified more than once.");
        }
    }

    public string? this[string name] => options.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> All => options;

    /// <summary>$select as names, or null when everything is wanted.</summary>
    public IReadOnlyList<string>? Select => Split(this["$select"]);

    public int? Top => this["$top"] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0 ? top
        : throw new GraphError(400, "BadRequest", $"Invalid value '{text}' for $top query option found.");

    public void Allow(string known)
    {
        foreach (var name in options.Keys)
            if (!known.Split(',').Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new GraphError(501, "notImplemented", $"The query option '{name}' is not known to the local tenant for this call");
    }

    public static IReadOnlyList<string>? Split(string? names) =>
        names?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } list
            && !list.Contains("*") ? list : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
