using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.OData;

internal enum TokenKind
{
    Name,
    Sign,
    Literal,
}

internal readonly record struct Token(TokenKind Kind, string Text, object? Value);

internal static partial class Lexer
{
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var match = Pattern().Match(text, at);
            if (!match.Success) throw new GraphError(400, "BadRequest", $"Invalid filter clause: syntax error at position {at}");
            at += match.Length;
            if (match.Value.Trim().Length > 0) tokens.Add(From(match));
        }
        return tokens;
    }

    private static Token From(Match match)
    {
        var text = match.Value.Trim();
        if (match.Groups["string"].Success) return new(TokenKind.Literal, text, text[1..^1].Replace("''", "'", StringComparison.Ordinal));
        if (match.Groups["time"].Success) return new(TokenKind.Literal, text, Clock.TenantClock.Parse(text));
        if (match.Groups["number"].Success) return new(TokenKind.Literal, text, double.Parse(text, CultureInfo.InvariantCulture));
        if (match.Groups["sign"].Success) return new(TokenKind.Sign, text, null);
        return text switch
        {
            "true" => new(TokenKind.Literal, text, true),
            "false" => new(TokenKind.Literal, text, false),
            "null" => new(TokenKind.Literal, text, null),
            _ => new(TokenKind.Name, text, null),
        };
    }

    [GeneratedRegex(@"\G\s*(?:(?<string>'(?:[^']|'')*')|(?<time>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(?<number>-?\d+(?:\.\d+)?)|(?<sign>[(),:])|(?<name>[A-Za-z_@$][\w.@$/]*)|$)")]
    private static partial Regex Pattern();
}
