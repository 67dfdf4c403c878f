using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Agenda;

/// <summary>Items as numbered points, with names instead of ids.</summary>
public static class AgendaPoints
{
    /// <param name="items">In order.</param>
    /// <param name="snapshot">With Goals, Members and Organisation.</param>
    /// <param name="people">Names as they may be shown.</param>
    /// <param name="firstNumber">Number of the first point.</param>
    public static IReadOnlyList<AgendaPoint> Of(
        IEnumerable<AgendaItem> items, Snapshot snapshot, GroupDirectory people, int firstNumber = 1) =>
        [.. items.Select((item, index) => Of(item, snapshot, people, firstNumber + index))];

    private static AgendaPoint Of(AgendaItem item, Snapshot snapshot, GroupDirectory people, int number) => new()
    {
        Number = number,
        Title = Texts.TitleOr(item.Title),
        Purpose = item.Standing || item.Purpose is not { } purpose ? null : Words.Of(purpose),
        Background = string.IsNullOrWhiteSpace(item.Background) ? null : item.Background.Trim(),
        Presenter = people.NameOf(item.Presenter),
        Minutes = item.MinutesOrDefault,
        CrossDepartment = item.CrossDepartment,
        Standing = item.Standing,
        CarriedCount = (int)(item.CarriedCount ?? 0),
        Departments = [.. item.DepartmentIds.Select(id => people.UnitName(id)).OfType<string>()],
        Goals = [.. item.GoalIds.Select(id => snapshot.Goals.FirstOrDefault(g => g.Id == id)?.Title).OfType<string>()],
        ItemId = item.Id,
    };
}
