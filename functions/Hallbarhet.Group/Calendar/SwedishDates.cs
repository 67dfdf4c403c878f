namespace Hallbarhet.Group.Calendar;

/// <summary>Dates as Swedish writes them in running text. Own words, so that no installed culture data can change them.</summary>
public static class SwedishDates
{
    private static readonly string[] Days = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ];

    private static readonly string[] Numbers =
    [
        "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    ];

    /// <summary>"torsdag".</summary>
    public static string DayName(DateOnly date) => Days[(int)date.DayOfWeek];

    /// <summary>"12 mars".</summary>
    public static string DayMonth(DateOnly date) => $"{date.Day} {Months[date.Month - 1]}";

    /// <summary>"torsdag 12 mars".</summary>
    public static string WithDay(DateOnly date) => $"{DayName(date)} {DayMonth(date)}";

    /// <summary>"tor 5 mars 08.00", in Stockholm.</summary>
    public static string Moment(DateTimeOffset time)
    {
        var date = Stockholm.Date(time);
        return $"{DayName(date)[..3]} {DayMonth(date)} " + Stockholm.Time(time).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>"fem" up to twelve, figures above.</summary>
    public static string Number(int number) => number is >= 0 and <= 12 ? Numbers[number] : $"{number}";

    /// <summary>With a capital, as a sentence begins.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
