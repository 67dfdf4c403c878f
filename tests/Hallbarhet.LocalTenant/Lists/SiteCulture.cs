namespace Hallbarhet.LocalTenant.Lists;

/// <summary>How people of the tenant's sites write and sort: Swedish, in Stockholm's time.</summary>
internal static class SiteCulture
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd H:mm"];

    public static int Compare(string a, string b) => Swedish.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase);

    public static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>A day or a moment as somebody types it; null for anything else.</summary>
    public static DateTimeOffset? ParseTyped(string text) =>
        DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? Moment(local) : null;

    /// <summary>A time of CAML: ISO 8601, in the site's time zone when it has none of its own.</summary>
    public static DateTimeOffset? ParseCaml(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        return text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10 ? at : Moment(at.UtcDateTime);
    }

    /// <summary>A number as somebody types it, with a decimal comma.</summary>
    public static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Swedish, out var number)
            ? number
            : null;

    public static string Show(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Show(double number) => number.ToString("#,0.##########", Swedish);

    public static DateTimeOffset Moment(DateTime local) =>
        new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone.GetUtcOffset(local));
}
