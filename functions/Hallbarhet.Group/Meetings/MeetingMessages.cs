using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// What the planning asks of people on a meeting's row. Other jobs write there too: a message is written only where none stands,
/// and only the planning's own are replaced or cleared.
/// </summary>
public static class MeetingMessages
{
    private const string NoTitle = "Skriv vad mötet heter, till exempel Möte 3. Inbjudan går ut när det är gjort.";
    private const string NoStart = "Skriv när mötet börjar. Inbjudan går ut när det är gjort.";
    private const string NoEnd = "Skriv när mötet slutar. Inbjudan går ut när det är gjort.";
    private const string EndsFirst = "Mötet slutar innan det börjar. Rätta tiden, så går inbjudan ut.";
    private const string NoChair = "Ingen hållbarhetsstrateg är i tjänst den dagen. Välj ordförande.";
    private const string OddDay = "Kontrollera datumet: ";

    /// <summary>What keeps the meeting from being prepared, or null.</summary>
    public static string? Blocking(Meeting meeting) => meeting switch
    {
        { StartsAt: null } => NoStart,
        { EndsAt: null } => NoEnd,
        { HasTime: false } => EndsFirst,
        _ when string.IsNullOrWhiteSpace(meeting.Title) => NoTitle,
        _ => null,
    };

    /// <summary>The row with the message it should have now.</summary>
    public static Meeting WithMessage(this Meeting meeting, IReadOnlyList<Member> members)
    {
        var wanted = Blocking(meeting) ?? ChairMissing(meeting, members) ?? UnusualDay(meeting);
        var standing = meeting.SystemMessage;
        if (!string.IsNullOrWhiteSpace(standing) && !IsOwn(standing)) return meeting;
        return wanted == standing || (wanted is null && string.IsNullOrWhiteSpace(standing))
            ? meeting
            : meeting with { SystemMessage = wanted };
    }

    /// <summary>The row with the message that keeps it from being prepared, or without one that is mended.</summary>
    public static Meeting WithBlockingMessage(this Meeting meeting)
    {
        var blocking = Blocking(meeting);
        if (blocking == meeting.SystemMessage) return meeting;
        if (blocking is null) return IsBlocking(meeting.SystemMessage) ? meeting with { SystemMessage = null } : meeting;
        return string.IsNullOrWhiteSpace(meeting.SystemMessage) || IsOwn(meeting.SystemMessage)
            ? meeting with { SystemMessage = blocking }
            : meeting;
    }

    private static string? ChairMissing(Meeting meeting, IReadOnlyList<Member> members)
    {
        var chair = members.FirstOrDefault(m => m.Person is not null && m.Person == meeting.Chair);
        return meeting.Chair is null || (chair is not null && !chair.IsInService(meeting.Date)) ? NoChair : null;
    }

    /// <summary>Only the days on which nobody works: a klämdag or the summer may be the group's own choice.</summary>
    private static string? UnusualDay(Meeting meeting) => SwedishCalendar.IsFree(meeting.Date)
        ? $"{OddDay}{SwedishDates.WithDay(meeting.Date)} {YearDates.Obstacle(meeting.Date)}."
        : null;

    private static bool IsBlocking(string? text) => text is NoTitle or NoStart or NoEnd or EndsFirst;

    private static bool IsOwn(string text) => IsBlocking(text) || text == NoChair || text.StartsWith(OddDay, StringComparison.Ordinal);
}
