namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>One way of naming something: <c>lists(guid'…')</c> is by "id", <c>lists/getbytitle('…')</c> by "title".</summary>
internal sealed record Key(string By, string Text)
{
    public int Number => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw RestError.Query($"The expression \"{Text}\" is not valid.");
}

/// <param name="Name">Given name of a method's parameter; null when it was given by position.</param>
internal sealed record Argument(string? Name, string Text);

/// <summary>A segment of a path; <paramref name="By"/> is set when the next segment was a getby….</summary>
internal sealed record Step(string Name, string? By, IReadOnlyList<Argument> Arguments);

/// <summary>Reads what follows <c>_api/</c>, in whatever case and by whichever of SharePoint's ways things are named.</summary>
internal static class RestPath
{
    public static IReadOnlyList<Step> Read(string path, Query query)
    {
        var steps = new List<Step>();
        foreach (var segment in Split(path, '/'))
        {
            var step = Segment(segment, query);
            if (step.Name.StartsWith("getby", StringComparison.OrdinalIgnoreCase) && steps is [.., { By: null, Arguments: [] } owner])
                steps[^1] = owner with { By = step.Name[5..].ToLowerInvariant(), Arguments = step.Arguments };
            else if (step.Name.Equals("getlist", StringComparison.OrdinalIgnoreCase))
                steps.Add(new("lists", "url", step.Arguments));
            else if (step.Name.Equals("defaultview", StringComparison.OrdinalIgnoreCase))
                steps.Add(new("views", "default", [new(null, "")]));
            else steps.Add(step);
        }
        return steps;
    }

    private static Step Segment(string segment, Query query)
    {
        var open = segment.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return new(segment, null, []);
        if (!segment.EndsWith(')')) throw RestError.Query($"The expression \"{segment}\" is not valid.");
        var arguments = Split(segment[(open + 1)..^1], ',').Select(a => Argument(a.Trim(), query));
        return new(segment[..open], null, [.. arguments]);
    }

    private static Argument Argument(string text, Query query)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var quote = text.IndexOf('\'', StringComparison.Ordinal);
        if (at < 0 || quote >= 0 && quote < at) return new(null, Value(text, query));
        return new(text[..at].Trim(), Value(text[(at + 1)..].Trim(), query));
    }

    /// <summary>The value of <c>'text'</c>, <c>guid'…'</c>, <c>5</c>, <c>true</c> or <c>@alias</c>.</summary>
    private static string Value(string text, Query query)
    {
        if (text.StartsWith('@'))
            return Value(query[text] ?? throw RestError.Query($"The parameter alias {text} has no value."), new Query(""));
        if (text.StartsWith("guid'", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        return text.Length >= 2 && text[0] == '\'' && text[^1] == '\'' ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;
    }

    /// <summary>Splits outside of quotes and parentheses.</summary>
    private static List<string> Split(string text, char separator)
    {
        var (parts, start, depth, quoted) = (new List<string>(), 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'') quoted = !quoted;
            if (quoted) continue;
            if (text[i] is '(' or ')') depth += text[i] == '(' ? 1 : -1;
            if (text[i] != separator || depth != 0) continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }
        parts.Add(text[start..]);
        return [.. parts.Where(p => p.Length > 0)];
    }
}
