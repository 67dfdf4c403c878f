using System.Globalization;
using Hallbarhet.Group.Calendar;

namespace Hallbarhet.Group.Agenda;

/// <summary>Dates as they are written in a sentence; the same on every machine, whatever its culture data says.</summary>
internal static class SwedishDates
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] Days = ["sön", "mån", "tis", "ons", "tor", "fre", "lör"];

    /// <summary>"12 mars".</summary>
    public static string DayAndMonth(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]}");

    /// <summary>"tor 5 mars 08.00".</summary>
    public static string Moment(DateTimeOffset time)
    {
        var date = Stockholm.Date(time);
        return $"{Days[(int)date.DayOfWeek]} {DayAndMonth(date)} {Stockholm.Time(time).ToString("HH.mm", CultureInfo.InvariantCulture)}";
    }
}
