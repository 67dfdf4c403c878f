using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// What should simply be in order: personal data that is due, answers to invitations, rows that lack something, and the page that tells
/// what the departments do. Sends no mail.
/// </summary>
public sealed class Housekeeping(
    IGroupLists lists, IMeetingCalendar calendar, IGroupPages pages, IJobMemory memory, TimeProvider time) : IGroupJob
{
    /// <summary>Note: the day on which the answers were read.</summary>
    public const string AnswersRead = "Housekeeping/answers";

    /// <summary>Note: fingerprint of the page as it was published.</summary>
    public const string PagePrint = "Housekeeping/page/departments";

    /// <summary>Note: the last change of an initiative whose versions were read.</summary>
    public const string InitiativesSeen = "Housekeeping/initiatives";

    public string Name => "Housekeeping";

    public GroupList Reads => GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.Initiatives
        | GroupList.LearningActivities | GroupList.CommunicationItems | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        return Task.FromResult<IReadOnlyList<DueWork>>(
        [
            .. new PersonalDataDue(lists, memory).Find(snapshot, time.GetUtcNow()),
            .. Answers(snapshot),
            .. Initiatives(snapshot, people),
            .. snapshot.LearningActivities
                .Where(l => !PersonalDataDue.IsDue(l, snapshot, time.Today()))
                .Select(l => Write(l, l with { SystemMessage = LearningProblems.MessageFor(l, time.GetUtcNow()) })).OfType<DueWork>(),
            .. snapshot.CommunicationItems
                .Select(c => Write(c, c with { SystemMessage = CommunicationProblems.MessageFor(c) })).OfType<DueWork>(),
            .. Page(snapshot, people),
        ]);
    }

    private DueWork? Write<T>(T before, T after) where T : Row =>
        before == after ? null : new(before.Name, ct => lists.UpdateAsync(before, after, ct)) { About = before };

    private IEnumerable<DueWork> Initiatives(Snapshot snapshot, GroupDirectory people)
    {
        var seen = snapshot.Memory.Notes.GetValueOrDefault(InitiativesSeen, "");
        var changed = snapshot.Initiatives
            .Where(i => string.CompareOrdinal(Stamp(i), seen) > 0 && LatestDates.MayBeForgotten(i, people))
            .ToList();
        foreach (var row in snapshot.Initiatives)
        {
            var after = row with { SystemMessage = InitiativeProblems.MessageFor(row, people) };
            if (changed.Contains(row)) yield return new(row.Name, ct => DateAsync(row, after, ct)) { About = row };
            else if (Write(row, after) is { } work) yield return work;
        }

        if (changed.Count > 0) yield return new("Initiatives/seen", ct => memory.NoteAsync(InitiativesSeen, changed.Max(Stamp), ct));
    }

    private async Task DateAsync(Initiative row, Initiative after, CancellationToken ct)
    {
        var versions = await lists.VersionsAsync<Initiative>(row.Id, ct);
        await lists.UpdateAsync(row, after with { LatestOn = LatestDates.For(row, versions) }, ct);
    }

    /// <summary>Sorts as time does.</summary>
    private static string Stamp(Initiative row) => row.Modified.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<DueWork> Answers(Snapshot snapshot)
    {
        var today = time.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var coming = InvitationAnswers.Coming(snapshot, time.GetUtcNow());
        if (coming.Count > 0 && snapshot.Memory.Notes.GetValueOrDefault(AnswersRead) != today)
            yield return new($"Answers/{today}", ct => ReadAnswersAsync(coming, today, ct));
    }

    private async Task ReadAnswersAsync(IReadOnlyList<Meeting> coming, string today, CancellationToken ct)
    {
        var answers = await calendar.ReadAsync([.. coming.Select(m => m.EventId!)], ct);
        await lists.UpdateAsync<Meeting>(
            [.. coming.Where(m => answers.ContainsKey(m.EventId!)).Select(m => (m, InvitationAnswers.Show(m, answers[m.EventId!])))], ct);
        await memory.NoteAsync(AnswersRead, today, ct);
    }

    private IEnumerable<DueWork> Page(Snapshot snapshot, GroupDirectory people)
    {
        var sections = DepartmentPage.Sections(snapshot, people, lists.FormUrl<Initiative>);
        var print = DepartmentPage.PrintOf(sections);
        if (sections.Count == 0 || snapshot.Memory.Notes.GetValueOrDefault(PagePrint) == print) yield break;
        yield return new("Page/departments", async ct =>
        {
            await pages.PublishAsync(DepartmentPage.Key, sections, ct);
            await memory.NoteAsync(PagePrint, print, ct);
        });
    }
}
