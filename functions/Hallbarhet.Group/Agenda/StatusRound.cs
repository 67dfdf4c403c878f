using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Agenda;

/// <summary>
/// What is said in the round: initiatives whose state was written or changed since the last held meeting, and ongoing ones that are
/// hindered. Before the first meeting: every ongoing one that has a state.
/// </summary>
public static class StatusRound
{
    private const string NoDepartment = "Gemensamt";

    public static IReadOnlyList<StatusLine> Of(Meeting meeting, Snapshot snapshot, GroupDirectory people)
    {
        var last = LastHeld(meeting, snapshot.Meetings);
        return [.. snapshot.Initiatives
            .Where(i => i.Status is not null && (Has(i.Latest) || Has(i.Obstacles)) && IsNews(i, last))
            .Select(i => new StatusLine
            {
                Department = people.UnitName(i.DepartmentId) ?? NoDepartment,
                Title = Texts.TitleOr(i.Title),
                Status = Words.Of(i.Status!.Value),
                Latest = Has(i.Latest) ? i.Latest!.Trim() : null,
                Obstacles = Has(i.Obstacles) ? i.Obstacles!.Trim() : null,
            })
            .OrderBy(l => l.Department, StringComparer.Ordinal).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }

    public static Meeting? LastHeld(Meeting meeting, IEnumerable<Meeting> meetings) =>
        meetings.Where(m => m is { Status: MeetingStatus.Held, StartsAt: not null } && m.StartsAt < meeting.StartsAt).MaxBy(m => m.StartsAt);

    /// <summary>A date that people wrote says when the state is from; without one, the row's last change does.</summary>
    public static bool IsSince(Initiative initiative, Meeting meeting) =>
        initiative.LatestOn is { } on ? on >= meeting.Date : initiative.Modified > meeting.StartsAt;

    private static bool IsNews(Initiative initiative, Meeting? last) =>
        last is null
            ? initiative.Status == InitiativeStatus.Ongoing
            : IsSince(initiative, last) || initiative is { Status: InitiativeStatus.Ongoing } && Has(initiative.Obstacles);

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
