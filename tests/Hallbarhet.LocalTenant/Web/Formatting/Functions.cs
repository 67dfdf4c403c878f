using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>The functions of formatting expressions that a Swedish municipality's lists use; others are named as unknown.</summary>
internal static class Functions
{
    public static object? Call(string name, List<object?> given) => (name, given) switch
    {
        ("if", [var condition, var yes, var no]) => Loose.Truth(condition) ? yes : no,
        ("toString", [var value]) => Loose.Text(value),
        ("Number", [var value]) => Loose.Number(value),
        ("Date", [var value]) => Date(value),
        ("addDays", [var value, var days]) => Date(value).AddDays(Loose.Number(days)),
        ("indexOf", [object?[] many, var sought]) => (double)Array.FindIndex(many, m => Loose.Text(m) == Loose.Text(sought)),
        ("indexOf", [var text, var sought]) => (double)Loose.Text(text).IndexOf(Loose.Text(sought), StringComparison.Ordinal),
        ("startsWith", [var text, var sought]) => Loose.Text(text).StartsWith(Loose.Text(sought), StringComparison.Ordinal),
        ("length", [object?[] many]) => (double)many.Length,
        ("length", [var value]) => Loose.Truth(value) ? 1d : 0d,
        ("join", [var value, var between]) => string.Join(Loose.Text(between), Many(value).Select(Loose.Text)),
        ("toLowerCase", [var text]) => Loose.Text(text).ToLower(SiteCulture.Swedish),
        ("toUpperCase", [var text]) => Loose.Text(text).ToUpper(SiteCulture.Swedish),
        ("toLocaleString", [var value]) => Moment(value, Words.Moment),
        ("toLocaleDateString", [var value]) => Moment(value, Words.Day),
        ("floor", [var number]) => Math.Floor(Loose.Number(number)),
        _ => throw new FormattingProblem($"funktionen {name} med {given.Count.ToString(SiteCulture.Swedish)} värden är inte känd"),
    };

    /// <summary>An empty date stays empty, as an empty field does.</summary>
    private static string Moment(object? value, Func<DateTimeOffset, string> show) => value is null or "" ? "" : show(Date(value));

    private static DateTimeOffset Date(object? value) => value switch
    {
        DateTimeOffset at => at,
        double milliseconds => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds),
        string text when DateTime.TryParse(text, SiteCulture.Swedish, out var local) => SiteCulture.Moment(local),
        _ => throw new FormattingProblem($"{Loose.Text(value)} är inget datum"),
    };

    private static object?[] Many(object? value) => value is object?[] many ? many : [value];
}
