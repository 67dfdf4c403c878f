namespace Hallbarhet.LocalTenant.OData;

/// <summary>A parsed $filter: eq, ne, gt, ge, lt, le, and, or, not, any, and those functions that the service has for the resource.</summary>
internal sealed class Filter
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private static readonly string[] Functions = ["startswith", "contains"];

    private readonly List<Token> tokens;
    private readonly bool withContains;
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly List<string> variables = [];
    private int at;

    private Filter(string text, bool withContains)
    {
        this.withContains = withContains;
        tokens = Lexer.Read(text);
        Matches = Or();
        if (at < tokens.Count) throw Bad($"Syntax error at '{tokens[at].Text}'");
    }

    public delegate bool Test(IRow row);

    private delegate IRow Scope(IRow row);

    public Test Matches { get; }

    /// <summary>Property paths outside of lambdas, for the check that they are indexed.</summary>
    public IReadOnlyCollection<string> Paths => paths;

    /// <summary>The first condition by itself: SharePoint wants it to select few rows of a long list.</summary>
    public (string Path, Test Matches)? First { get; private set; }

    /// <summary>Whether it negates, which the directory calls an advanced query.</summary>
    public bool Negates { get; private set; }

    /// <param name="text">The $filter.</param>
    /// <param name="withContains">Whether the service searches inside texts of this resource.</param>
    public static Filter Parse(string text, bool withContains = false) => new(text, withContains);

    private Test Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (a, b) = (left, And());
            left = row => a(row) || b(row);
        }
        return left;
    }

    private Test And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (a, b) = (left, Not());
            left = row => a(row) && b(row);
        }
        return left;
    }

    private Test Not()
    {
        if (!Take("not")) return Primary();
        Negates = true;
        var inner = Not();
        return row => !inner(row);
    }

    private Test Primary()
    {
        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }
        var name = Next();
        if (name.Kind != TokenKind.Name) throw Bad($"A property was expected at '{name.Text}'");
        if (Peek("(") && Functions.Contains(name.Text)) return Function(name.Text);
        if (Peek("(") && name.Text.EndsWith("/any", StringComparison.OrdinalIgnoreCase)) return Any(name.Text[..^4]);
        return Comparison(name.Text);
    }

    private Test Function(string function)
    {
        if (function == "contains" && !withContains) throw Bad("The function 'contains' is not supported for this resource");
        Expect("(");
        var name = Next().Text;
        var path = Property(name);
        Expect(",");
        var part = Next().Value as string ?? throw Bad($"{function} needs a string");
        Expect(")");
        return Noted(name, row => path(row) is string text && (function == "contains"
            ? text.Contains(part, StringComparison.OrdinalIgnoreCase)
            : text.StartsWith(part, StringComparison.OrdinalIgnoreCase)));
    }

    private Test Noted(string path, Test test)
    {
        First ??= (path, test);
        return test;
    }

    private Test Any(string collection)
    {
        paths.Add(collection);
        Expect("(");
        variables.Add(Next().Text);
        Expect(":");
        var inner = Or();
        Expect(")");
        variables.RemoveAt(variables.Count - 1);
        return row => row.Rows(collection).Any(element => inner(element));
    }

    private Test Comparison(string name)
    {
        var left = Property(name);
        var op = Next().Text;
        if (!Comparisons.Contains(op)) throw Bad($"Unknown operator '{op}'");
        Negates |= op == "ne";
        var right = Literal();
        return Noted(name, row => Values.Compare(left(row), op, right));
    }

    private object? Literal()
    {
        var token = Next();
        return token.Kind == TokenKind.Literal ? token.Value : throw Bad($"A literal was expected at '{token.Text}'");
    }

    private Func<IRow, object?> Property(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (variables.Contains(slash < 0 ? name : name[..slash]))
        {
            var rest = slash < 0 ? "" : name[(slash + 1)..];
            return row => row.Value(rest);
        }
        paths.Add(name);
        return row => row.Value(name);
    }

    private bool Peek(string text) => at < tokens.Count && tokens[at].Kind != TokenKind.Literal && tokens[at].Text == text;

    private bool Take(string text)
    {
        if (!Peek(text)) return false;
        at++;
        return true;
    }

    private Token Next() => at < tokens.Count ? tokens[at++] : throw Bad("The expression ends too early");

    private void Expect(string text)
    {
        if (!Take(text)) throw Bad($"'{text}' was expected");
    }

    private static GraphError Bad(string why) => new(400, "BadRequest", $"Invalid filter clause: {why}");
}
