using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Goals;

/// <summary>
/// How the group's work spreads over the goals it is accountable for: the MRP plan's areas and the strategy's positions, also those
/// that nothing points at. The national objectives and the global goals follow from them and would only make the table long.
/// </summary>
public static class GoalCoverage
{
    /// <param name="initiatives">Ideas and stopped ones are left out.</param>
    /// <param name="items">The items that the report counts.</param>
    public static IReadOnlyList<CoverageRow> Of(
        IReadOnlyList<Goal> goals, IReadOnlyList<Initiative> initiatives, IReadOnlyList<AgendaItem> items, DateOnly on)
    {
        var counted = initiatives.Where(i => i.Status is not (null or InitiativeStatus.Idea or InitiativeStatus.Stopped)).ToList();
        return [.. goals
            .Where(g => g.Framework is Framework.Mrp or Framework.Strategy && IsValid(g, on) && !goals.Any(child => child.ParentId == g.Id))
            .OrderBy(g => g.Framework).ThenBy(g => Number(g.Code)).ThenBy(g => g.Code, StringComparer.Ordinal)
            .Select(g => new CoverageRow(
                Jobs.Words.Of(g.Framework!.Value),
                $"{g.Code} {g.Title}".Trim(),
                counted.Count(i => i.GoalIds.Contains(g.Id)),
                items.Count(i => i.GoalIds.Contains(g.Id))))];
    }

    private static bool IsValid(Goal goal, DateOnly on) =>
        (goal.ValidFrom is null || goal.ValidFrom <= on) && (goal.ValidTo is null || on <= goal.ValidTo);

    /// <summary>So that 10 comes after 9.</summary>
    private static double Number(string? code) =>
        double.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : double.MaxValue;
}
