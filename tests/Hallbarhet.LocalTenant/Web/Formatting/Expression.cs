using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>
/// Excel-style expressions of list formatting (<c>=if([$Status] == 'Klar', 'sp-field-severity--good', '')</c>), and the special strings
/// <c>@currentField</c> and <c>[$Field]</c> that stand alone.
/// </summary>
internal sealed partial class Expression
{
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private readonly RowContext row;
    private readonly List<string> tokens;
    private int at;

    private Expression(RowContext row, string text)
    {
        this.row = row;
        tokens = Split(text);
    }

    /// <summary>Value of a property in the format: an expression, a special string, or the text itself.</summary>
    public static object? Value(RowContext row, JsonNode? given) => given switch
    {
        null => "",
        JsonValue v when v.TryGetValue<string>(out var text) => Value(row, text),
        JsonValue v when v.TryGetValue<bool>(out var flag) => flag,
        JsonValue v when v.TryGetValue<double>(out var number) => number,
        _ => throw new FormattingProblem("uttryck skrivna som objekt visas inte här; skriv dem med ="),
    };

    public static string Text(RowContext row, JsonNode? given) => Loose.Text(Value(row, given));

    private static object? Value(RowContext row, string text)
    {
        if (!text.StartsWith('=')) return Special().Match(text) is { Success: true } special ? row.Resolve(Reference(special.Value)) : text;
        var expression = new Expression(row, text[1..]);
        var value = expression.Binary(0);
        return expression.at == expression.tokens.Count ? value : throw expression.Unexpected();
    }

    private object? Binary(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Binary(level + 1);
        while (at < tokens.Count && Levels[level].Contains(tokens[at]))
        {
            var operation = tokens[at++];
            left = Loose.Binary(operation, left, Binary(level + 1));
        }
        return left;
    }

    private object? Unary()
    {
        var token = Next();
        switch (token)
        {
            case "-": return -Loose.Number(Unary());
            case "!": return !Loose.Truth(Unary());
            case "(":
                var inner = Binary(0);
                Expect(")");
                return inner;
            case "true" or "false": return token == "true";
        }
        if (token[0] is '\'' or '"') return token[1..^1];
        if (char.IsAsciiDigit(token[0])) return double.Parse(token, CultureInfo.InvariantCulture);
        if (token[0] is '@' or '[') return row.Resolve(Reference(token));
        Expect("(");
        return Functions.Call(token, Arguments());
    }

    private List<object?> Arguments()
    {
        var arguments = new List<object?>();
        if (Peek() == ")")
        {
            at++;
            return arguments;
        }
        do arguments.Add(Binary(0));
        while (Next() == ",");
        return tokens[at - 1] == ")" ? arguments : throw Unexpected();
    }

    private string? Peek() => at < tokens.Count ? tokens[at] : null;

    private string Next() => at < tokens.Count ? tokens[at++] : throw Unexpected();

    private void Expect(string token)
    {
        if (Peek() != token) throw Unexpected();
        at++;
    }

    private FormattingProblem Unexpected() => new(at < tokens.Count ? $"uttrycket kan inte läsas vid {tokens[at]}" : "uttrycket tar slut för tidigt");

    private static string Reference(string token) => token[0] == '[' ? token[2..^1] : token;

    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var token = Token().Match(text, at);
            if (!token.Success) throw new FormattingProblem($"uttrycket kan inte läsas vid {text[at..]}");
            if (token.Groups["token"].Success) tokens.Add(token.Groups["token"].Value);
            at += token.Length;
        }
        return tokens;
    }

    [GeneratedRegex(@"\G(?:\s+|(?<token>'[^']*'|""[^""]*""|\d+(?:\.\d+)?|\[[$!][\w.]+\]|@\w+(?:\.\w+)*|[A-Za-z]\w*|\|\||&&|[=!<>]=|[-+*/%<>!(),]))")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:\[[$!][\w.]+\]|@(?:currentField|me|now|currentWeb)(?:\.\w+)*)$")]
    private static partial Regex Special();
}
