using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>Which items stand on a meeting's agenda, and in which order.</summary>
public static class AgendaSelection
{
    public const int DefaultMinutes = 10;

    public const int StandingMinutes = 5;

    private const int LongestMinutes = 480;

    /// <summary>
    /// The next meeting whose agenda is still open: items without a meeting go there. One whose agenda has been approved takes no
    /// more of them, so what is proposed after that waits for the meeting after it.
    /// </summary>
    public static Meeting? OpenMeeting(IEnumerable<Meeting> meetings, DateTimeOffset now) =>
        meetings.Where(m => m.AgendaStatus != DocumentStatus.Sent && !m.HasApprovedAgenda()).Next(now);

    /// <summary>Standing points come first, in the strategists' order; they are templates and stand on every agenda.</summary>
    public static IReadOnlyList<AgendaItem> Standing(IEnumerable<AgendaItem> items) =>
        [.. items.Where(i => i.Standing && i.Status is not (AgendaItemStatus.Withdrawn or AgendaItemStatus.Answered))
            .OrderBy(Order).ThenBy(i => i.Created).ThenBy(i => i.Id)];

    /// <summary>
    /// The proposed items of a meeting, cross-department ones first. After approval exactly those that were frozen; before it also
    /// what is proposed for it, and, for the open meeting, what names no meeting.
    /// </summary>
    public static IReadOnlyList<AgendaItem> Proposed(Meeting meeting, IEnumerable<AgendaItem> items, bool isOpenMeeting) =>
        Sorted(items.Where(i => !i.Standing && (meeting.HasApprovedAgenda() ? i.IsFrozenOn(meeting) : BelongsTo(meeting, i, isOpenMeeting))));

    public static IReadOnlyList<AgendaItem> Sorted(IEnumerable<AgendaItem> items) =>
        [.. items.OrderByDescending(i => i.CrossDepartment).ThenBy(Order).ThenBy(i => i.Created).ThenBy(i => i.Id)];

    /// <summary>Approved, and the approval has been checked: the items are frozen.</summary>
    public static bool HasApprovedAgenda(this Meeting meeting) => Approval.Parse(meeting.AgendaApproval) is not null;

    extension(AgendaItem item)
    {
        /// <summary>Waits for an agenda: proposed or carried over, also when the status is empty.</summary>
        public bool IsWaiting => item.Status is null or AgendaItemStatus.Proposed or AgendaItemStatus.Carried;

        public bool IsFrozenOn(Meeting meeting) => item.Status == AgendaItemStatus.OnAgenda && item.MeetingId == meeting.Id;

        /// <summary>The minutes that people asked for, or the rule; nonsense counts as not filled in.</summary>
        public int MinutesOrDefault => item.Minutes is >= 1 and <= LongestMinutes and { } minutes
            ? (int)Math.Round(minutes)
            : item.Standing ? StandingMinutes : DefaultMinutes;
    }

    private static bool BelongsTo(Meeting meeting, AgendaItem item, bool isOpenMeeting) =>
        (item.IsWaiting || item.Status == AgendaItemStatus.OnAgenda)
        && (item.MeetingId == meeting.Id || (item.MeetingId is null && isOpenMeeting));

    private static double Order(AgendaItem item) => item.SortOrder is { } order && double.IsFinite(order) ? order : double.MaxValue;
}
