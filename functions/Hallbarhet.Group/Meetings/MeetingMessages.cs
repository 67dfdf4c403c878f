using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// What the planning asks of people on a meeting's row. Other jobs write there too, so only the planning's own messages are replaced
/// or cleared. One thing stands above what others wrote: a meeting without time or title, which no job can work with.
/// </summary>
public static class MeetingMessages
{
    private const string NoTitle = "Skriv vad mötet heter, till exempel Möte 3. Inbjudan går ut när det är gjort.";
    private const string NoStart = "Skriv när mötet börjar. Inbjudan går ut när det är gjort.";
    private const string NoEnd = "Skriv när mötet slutar. Inbjudan går ut när det är gjort.";
    private const string EndsFirst = "Mötet slutar innan det börjar. Rätta tiden, så går inbjudan ut.";
    private const string NoChair = "Ingen hållbarhetsstrateg är i tjänst den dagen. Välj ordförande.";
    private const string OddDay = "Kontrollera datumet: ";

    private static readonly Func<string, bool> IsBlocking = RowMessage.StartsWith(NoTitle, NoStart, NoEnd, EndsFirst);
    private static readonly Func<string, bool> IsOwn = RowMessage.StartsWith(NoTitle, NoStart, NoEnd, EndsFirst, NoChair, OddDay);

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
    public static Meeting WithMessage(this Meeting meeting, IReadOnlyList<Member> members) => Blocking(meeting) is not null
        ? meeting.WithBlockingMessage()
        : With(meeting, RowMessage.After(meeting.SystemMessage, ChairMissing(meeting, members) ?? UnusualDay(meeting), IsOwn));

    /// <summary>
    /// The row with the message that keeps it from being prepared, or without one that is mended. A parked row keeps its reason.
    /// </summary>
    public static Meeting WithBlockingMessage(this Meeting meeting)
    {
        if (Blocking(meeting) is { } blocking) return ParkedRow.IsParked(meeting.SystemMessage) ? meeting : With(meeting, blocking);
        return meeting.SystemMessage is { } text && IsBlocking(text) ? With(meeting, null) : meeting;
    }

    private static Meeting With(Meeting meeting, string? message) =>
        string.IsNullOrEmpty(message) && string.IsNullOrEmpty(meeting.SystemMessage) ? meeting : meeting with { SystemMessage = message };

    private static string? ChairMissing(Meeting meeting, IReadOnlyList<Member> members)
    {
        var chair = members.FirstOrDefault(m => m.Person is not null && m.Person == meeting.Chair);
        return meeting.Chair is null || (chair is not null && !chair.IsInService(meeting.Date)) ? NoChair : null;
    }

    /// <summary>Only the days on which nobody works: a klämdag or the summer may be the group's own choice.</summary>
    private static string? UnusualDay(Meeting meeting) => SwedishCalendar.IsFree(meeting.Date)
        ? $"{OddDay}{SwedishDates.WithDay(meeting.Date)} {YearDates.Obstacle(meeting.Date)}."
        : null;
}
