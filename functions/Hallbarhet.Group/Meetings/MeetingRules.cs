using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>What follows from a meeting's date. A date that people typed into the row wins over the rule.</summary>
public static class MeetingRules
{
    extension(Meeting meeting)
    {
        /// <summary>Start and end are there and in order; jobs leave other rows alone, but for telling people.</summary>
        public bool HasTime => meeting.StartsAt is { } start && meeting.EndsAt is { } end && start < end;

        /// <summary>The meeting's day in Stockholm; only valid when the row has a start.</summary>
        public DateOnly Date => Stockholm.Date(meeting.StartsAt!.Value);

        public DateOnly CallOn(GroupSettings settings) => SwedishCalendar.AddWorkingDays(meeting.Date, -settings.CallDaysBefore);

        public DateOnly DraftOn(GroupSettings settings) => SwedishCalendar.AddWorkingDays(meeting.Date, -settings.DraftDaysBefore);

        public DateOnly ItemsDueOn(GroupSettings settings) =>
            meeting.ItemsDue ?? SwedishCalendar.AddWorkingDays(meeting.Date, -settings.ItemsDueDaysBefore);

        public DateOnly AgendaSentOn(GroupSettings settings) =>
            meeting.AgendaOn ?? SwedishCalendar.AddWorkingDays(meeting.Date, -settings.AgendaDaysBefore);

        /// <summary>The last day on which the agenda may go out: 4 working days before.</summary>
        public DateOnly AgendaAtLatest => SwedishCalendar.AddWorkingDays(meeting.Date, -4);

        public DateOnly NotesApprovedBy(GroupSettings settings) => SwedishCalendar.AddWorkingDays(meeting.Date, settings.NotesDaysAfter);

        public bool IsComing(DateTimeOffset now) => meeting is { HasTime: true, Status: MeetingStatus.Decided } && meeting.EndsAt > now;

        /// <summary>"2026-03-12 Möte 3". A meeting that has its folder keeps it: mailed links stay true when the meeting moves.</summary>
        public string FolderName => MeetingFolder.NameIn(meeting.FolderUrl) ?? MeetingFolder.NameFor(meeting.Date, meeting.Title);

        public MeetingFacts Facts(GroupDirectory people) => new()
        {
            Title = meeting.Title,
            Date = meeting.Date,
            Start = Stockholm.Time(meeting.StartsAt!.Value),
            End = Stockholm.Time(meeting.EndsAt!.Value),
            Place = meeting.Place,
            ChairName = people.NameOf(meeting.Chair),
            NoteTakerName = people.NameOf(meeting.NoteTaker),
            FolderUrl = meeting.FolderUrl,
            Key = $"meeting-{meeting.Id}",
        };
    }

    /// <summary>The next meeting that is decided and not over, by time.</summary>
    public static Meeting? Next(this IEnumerable<Meeting> meetings, DateTimeOffset after) =>
        meetings.Where(m => m is { HasTime: true, Status: MeetingStatus.Decided } && m.StartsAt > after).MinBy(m => m.StartsAt);
}
