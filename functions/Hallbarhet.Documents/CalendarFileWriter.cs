using System.Text;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Records;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Hallbarhet.Documents;

/// <summary>
/// The meetings as a calendar file. PUBLISH and not REQUEST: a file with several meetings is no invitation that one answers (RFC 5546).
/// A meeting keeps its UID, and a later file has a higher SEQUENCE, so that a move replaces the entry.
/// </summary>
public sealed class CalendarFileWriter(GroupSettings settings, TimeProvider time) : ICalendarFileWriter
{
    private const string Zone = "Europe/Stockholm";
    private static readonly DateTimeOffset FirstVersion = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public byte[] Write(IReadOnlyList<MeetingFacts> meetings, string organiserAddress)
    {
        ArgumentNullException.ThrowIfNull(meetings);
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Hallbarhet M365//Meetings//SV" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, FirstVersion.DateTime.AddYears(-1), includeHistoricalData: false));
        foreach (var meeting in meetings) calendar.Events.Add(EventOf(meeting, organiserAddress));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent EventOf(MeetingFacts meeting, string organiser) => new()
    {
        Uid = $"{PeopleText.OneLine(meeting.Key)}@{organiser.Split('@')[^1]}",
        DtStamp = new CalDateTime(time.GetUtcNow().UtcDateTime),
        Sequence = (int)Math.Max(0, (time.GetUtcNow() - FirstVersion).TotalMinutes),
        Summary = Say.It("M1.SubjectOne", settings.GroupName, SwedishText.Small(PeopleText.OneLine(meeting.Title))),
        Start = At(meeting.Date, meeting.Start),
        End = At(meeting.Date, meeting.End),
        Location = PeopleText.OneLine(meeting.Place) is { Length: > 0 } place ? place : null,
        Organizer = new Organizer("mailto:" + organiser) { CommonName = settings.GroupName },
        Status = EventStatus.Confirmed,
        Transparency = TransparencyType.Opaque,
    };

    /// <summary>An hour that summer time skips does not exist in the file either.</summary>
    private static CalDateTime At(DateOnly date, TimeOnly clock) => new(Stockholm.At(date, clock).DateTime, Zone);
}
