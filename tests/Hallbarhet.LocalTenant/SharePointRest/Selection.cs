namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>$select and $expand as a tree: <c>$select=Id,Fields/Title&amp;$expand=Fields</c>.</summary>
internal sealed class Selection
{
    private readonly List<string> names = [];

    private bool isNarrowed;

    /// <summary>What was asked for by name, beside what is expanded.</summary>
    public IReadOnlyList<string> Names => names;

    public bool All => !isNarrowed || names.Contains("*");

    public Dictionary<string, Selection> Expanded { get; } = new(StringComparer.Ordinal);

    public static Selection Parse(Query query)
    {
        var root = new Selection();
        foreach (var path in Paths(query["$expand"]))
        {
            var at = root;
            foreach (var name in path.Split('/')) at = at.Expanded.TryGetValue(name, out var next) ? next : at.Expanded[name] = new();
        }
        foreach (var path in Paths(query["$select"])) root.Select(path.Split('/'));
        return root;
    }

    private void Select(ReadOnlySpan<string> path)
    {
        isNarrowed = true;
        if (path.Length == 1) names.Add(path[0]);
        else if (Expanded.TryGetValue(path[0], out var inner)) inner.Select(path[1..]);
        else throw RestError.Query($"The query to field '{path[0]}/{path[1]}' is not valid. The $expand query option must name '{path[0]}'.");
    }

    private static string[] Paths(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
