using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// Proposes the dates, chairs and note-takers of a year that has no meetings: at first start for the rest of the current year, from
/// August on for the next one. Strategists accept a date by setting its status. Until a meeting is held its row is kept right.
/// </summary>
public sealed class PlanYear(IGroupLists lists, GroupSettings settings, TimeProvider time) : IGroupJob
{
    private const int MonthOfNextYearsPlan = 8;

    /// <summary>Working days between the first start and the first meeting, beside those that the call for items needs.</summary>
    private const int DaysToAcceptDates = 5;

    /// <summary>How long a plan that was cut off half-way is finished, if nobody has touched it meanwhile.</summary>
    private static readonly TimeSpan FinishesWithin = TimeSpan.FromDays(1);

    public string Name => nameof(PlanYear);

    public GroupList Reads => GroupList.Meetings | GroupList.Members | GroupList.Organisation;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var today = time.Today();
        int[] years = today.Month < MonthOfNextYearsPlan ? [today.Year] : [today.Year, today.Year + 1];
        return Task.FromResult<IReadOnlyList<DueWork>>([.. years.SelectMany(y => YearToPlan(y, snapshot)), .. RowsToKeepRight(snapshot)]);
    }

    private IEnumerable<DueWork> YearToPlan(int year, Snapshot snapshot)
    {
        var there = snapshot.Meetings.Where(m => m.SourceKey?.StartsWith(KeyOf(year), StringComparison.Ordinal) == true
                                                 || (m.StartsAt is { } start && Stockholm.Date(start).Year == year)).ToList();
        var begun = there.Count == 0 ? time.GetUtcNow() : there.Min(m => m.Created);
        if (there.Count > 0 && !WasCutOff(there, year)) yield break;
        var proposals = Proposals(year, Stockholm.Date(begun), snapshot);
        if (proposals.Count <= there.Count) yield break;
        yield return new($"Year/{year}", ct => lists.AddAsync(proposals, ct));
    }

    private bool WasCutOff(List<Meeting> there, int year) =>
        there.All(m => m.SourceKey?.StartsWith(KeyOf(year), StringComparison.Ordinal) == true
                       && m.Status == MeetingStatus.Proposed && m.Editor == m.Author)
        && there.Max(m => m.Created) > time.GetUtcNow() - FinishesWithin;

    private List<Meeting> Proposals(int year, DateOnly begun, Snapshot snapshot)
    {
        var earliest = SwedishCalendar.AddWorkingDays(begun, settings.CallDaysBefore + DaysToAcceptDates);
        var proposals = new List<Meeting>();
        foreach (var date in YearDates.Propose(year, settings).Where(d => d.Date >= earliest))
        {
            var others = snapshot.Meetings.Where(m => m.SourceKey?.StartsWith(KeyOf(year), StringComparison.Ordinal) != true);
            proposals.Add(Proposal(year, proposals.Count + 1, date).KeptRight([.. others, .. proposals], snapshot.Members, settings));
        }

        return proposals;
    }

    private Meeting Proposal(int year, int number, ProposedDate date) => new()
    {
        Title = $"Möte {number}",
        StartsAt = Stockholm.At(date.Date, settings.MeetingStart),
        EndsAt = Stockholm.At(date.Date, settings.MeetingEnd),
        Place = settings.MeetingPlace,
        Status = MeetingStatus.Proposed,
        AgendaStatus = DocumentStatus.NotStarted,
        NotesStatus = DocumentStatus.NotStarted,
        DateReason = date.Reason,
        SourceKey = string.Create(CultureInfo.InvariantCulture, $"{KeyOf(year)}{number}"),
    };

    private List<DueWork> RowsToKeepRight(Snapshot snapshot)
    {
        var work = new List<DueWork>();
        // A meeting sees the chairs that the earlier ones are about to get.
        var all = snapshot.Meetings.OrderBy(m => m.StartsAt).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var before = all[i];
            if (!IsOpen(before)) continue;
            var after = before.KeptRight(all, snapshot.Members, settings);
            if (after == before) continue;
            all[i] = after;
            work.Add(new(before.Name, ct => lists.UpdateAsync(before, after, ct)) { About = before });
        }

        return work;
    }

    private bool IsOpen(Meeting meeting) =>
        meeting.Status is MeetingStatus.Proposed or MeetingStatus.Decided
        && (meeting.StartsAt is null || meeting.StartsAt > time.GetUtcNow());

    private static string KeyOf(int year) => string.Create(CultureInfo.InvariantCulture, $"meeting/{year}/");
}
