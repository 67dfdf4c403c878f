namespace Hallbarhet.LocalTenant.OData;

/// <summary>Compares a stored value with a literal, which takes on the type of the stored value.</summary>
internal static class Values
{
    public static bool Compare(object? stored, string op, object? literal)
    {
        if (stored is IReadOnlyList<string> many)
            return op == "ne" ? !many.Any(v => Compare(v, "eq", literal)) : many.Any(v => Compare(v, op, literal));
        if (stored is null || literal is null) return op switch
        {
            "eq" => stored is null && literal is null,
            "ne" => stored is null != literal is null,
            _ => false,
        };
        return Order(stored, literal) is { } order && op switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    }

    /// <summary>For $orderby: nothing comes first.</summary>
    public static int Sort(object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Order(a, b) ?? 0,
    };

    private static int? Order(object stored, object literal) => stored switch
    {
        DateTimeOffset at => Time(literal) is { } other ? at.CompareTo(other) : null,
        double number => Number(literal) is { } other ? number.CompareTo(other) : null,
        bool flag => literal switch
        {
            bool other => flag.CompareTo(other),
            double other => flag.CompareTo(other != 0),
            string other => flag.CompareTo(other is "1" or "true"),
            _ => null,
        },
        string text when literal is DateTimeOffset other && Time(text) is { } at => at.CompareTo(other),
        string text => string.Compare(text, Convert.ToString(literal, CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    private static DateTimeOffset? Time(object value) => value switch
    {
        DateTimeOffset at => at,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => at,
        _ => null,
    };

    private static double? Number(object value) => value switch
    {
        double number => number,
        bool flag => flag ? 1 : 0,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
