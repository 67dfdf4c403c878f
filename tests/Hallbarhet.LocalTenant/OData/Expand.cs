namespace Hallbarhet.LocalTenant.OData;

/// <summary>$expand with options in parentheses: <c>fields($select=Title,Status),driveItem</c>.</summary>
internal static class Expand
{
    public static Dictionary<string, Dictionary<string, string>> Parse(string? text, params ReadOnlySpan<string> known)
    {
        var result = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var item in Split(text ?? "", ','))
        {
            var open = item.IndexOf('(', StringComparison.Ordinal);
            var name = open < 0 ? item : item[..open];
            if (!known.Contains(name))
                throw new GraphError(400, "BadRequest", $"Parsing OData Select and Expand failed: '{name}' cannot be expanded here.");
            result[name] = open < 0 ? [] : Options(item[(open + 1)..^1]);
        }
        return result;
    }

    private static Dictionary<string, string> Options(string text) =>
        Split(text, ';').Select(o => o.Split('=', 2)).ToDictionary(o => o[0].Trim(), o => o.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);

    private static List<string> Split(string text, char separator)
    {
        var (result, depth, start, quoted) = (new List<string>(), 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '(') depth++;
            if (text[i] == ')') depth--;
            if (text[i] != separator || depth != 0) continue;
            result.Add(text[start..i].Trim());
            start = i + 1;
        }
        if (start < text.Length) result.Add(text[start..].Trim());
        return result;
    }
}
