using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>Values are converted as the browser would convert them where SharePoint evaluates the format.</summary>
internal static class Loose
{
    public static object Binary(string operation, object? left, object? right) => operation switch
    {
        "||" => Truth(left) || Truth(right),
        "&&" => Truth(left) && Truth(right),
        "==" => Same(left, right),
        "!=" => !Same(left, right),
        "<" => Number(left) < Number(right),
        ">" => Number(left) > Number(right),
        "<=" => Number(left) <= Number(right),
        ">=" => Number(left) >= Number(right),
        "+" when left is string || right is string => Text(left) + Text(right),
        "+" => Number(left) + Number(right),
        "-" => Number(left) - Number(right),
        "*" => Number(left) * Number(right),
        "/" => Number(left) / Number(right),
        _ => Number(left) % Number(right),
    };

    public static bool Truth(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        double number => number != 0 && !double.IsNaN(number),
        _ => true,
    };

    /// <summary>A date counts in milliseconds; an empty date is before every other.</summary>
    public static double Number(object? value) => value switch
    {
        null or "" => 0,
        bool flag => flag ? 1 : 0,
        double number => number,
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.NaN,
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "Ja" : "Nej",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset at => SiteCulture.Local(at).TimeOfDay == TimeSpan.Zero ? Words.Day(at) : Words.Moment(at),
        object?[] many => string.Join(", ", many.Select(Text)),
        Dictionary<string, object?> own => Text(own.GetValueOrDefault("title") ?? own.GetValueOrDefault("lookupValue")),
        _ => throw new FormattingProblem("värdet kan inte skrivas som text"),
    };

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => a == b,
        (object?[] or Dictionary<string, object?>, string) => Text(left) == (string)right,
        (string, object?[] or Dictionary<string, object?>) => (string)left == Text(right),
        _ => Number(left).Equals(Number(right)),
    };
}
