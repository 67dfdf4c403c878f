using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.ReportBacks;

/// <summary>A department's question to the group becomes an agenda item, once.</summary>
internal sealed class QuestionRequests(IGroupLists lists, TimeProvider time)
{
    private const int TitleLength = 120;

    public static string Key(ReportBack row) => $"reportback/{row.Id}";

    public IEnumerable<DueWork> Find(Snapshot snapshot)
    {
        var asked = snapshot.AgendaItems.Select(i => i.SourceKey).ToHashSet(StringComparer.Ordinal);
        return from row in snapshot.ReportBacks
               where !string.IsNullOrWhiteSpace(row.Question) && !asked.Contains(Key(row))
               select new DueWork(row.Name, ct => lists.AddAsync(ItemOf(row, snapshot), ct)) { About = row };
    }

    private AgendaItem ItemOf(ReportBack row, Snapshot snapshot)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var question = row.Question!.Trim();
        var department = people.UnitName(row.DepartmentId);
        var title = Texts.OneLine(question, TitleLength);
        // What the title says in full need not be said again below it.
        string?[] background = [title == question ? null : question, department is null ? null : $"Fråga från {department}"];
        return new()
        {
            Title = title,
            SourceKey = Key(row),
            Purpose = Purpose.Discuss,
            Background = string.Join('\n', background.Where(b => b is not null)),
            DepartmentIds = department is null ? [] : [row.DepartmentId!.Value],
            Presenter = people.InService.FirstOrDefault(m => m.Person is not null && m.Person == row.Person)?.Person,
            Status = AgendaItemStatus.Proposed,
        };
    }
}
