using System.Globalization;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// What the hidden column InvitedAs holds: the time that the row's dates were computed from and, once there is an event, what the
/// event says. Short prints of place and attendees are enough to see a difference without reading the calendar.
/// </summary>
public sealed record Invitation(DateTimeOffset Start, DateTimeOffset? End, string Place, string Attendees)
{
    public static Invitation Of(Meeting meeting, IReadOnlyList<MailAddress> attendees) =>
        new(meeting.StartsAt!.Value.ToUniversalTime(), meeting.EndsAt?.ToUniversalTime(), PrintOf(meeting.Place), PrintOf(attendees));

    /// <summary>Before there is an event: only the start counts.</summary>
    public static Invitation Planned(DateTimeOffset start) => new(start.ToUniversalTime(), null, "", "");

    /// <summary>There is, or was before a cancellation, an event that says this.</summary>
    public bool WasSent => End is not null;

    public bool SaysTimeAndPlaceOf(Meeting meeting) =>
        Start == meeting.StartsAt && End == meeting.EndsAt && Place == PrintOf(meeting.Place);

    public bool Names(IReadOnlyList<MailAddress> attendees) => Attendees == PrintOf(attendees);

    public override string ToString() => $"{Text(Start)}|{(End is { } end ? Text(end) : "")}|{Place}|{Attendees}";

    public static Invitation? Parse(string? text) =>
        text?.Split('|') is [var start, var end, var place, var attendees] && Time(start) is { } from
            ? new(from, Time(end), place, attendees)
            : null;

    private static string PrintOf(string? place) => ShortHash.Of((place ?? "").Trim());

    private static string PrintOf(IReadOnlyList<MailAddress> attendees)
    {
        var addresses = attendees.Select(a => a.Address.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{addresses.Count}.{ShortHash.Of(string.Join('\n', addresses))}");
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
