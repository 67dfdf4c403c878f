using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Initiatives;

namespace Hallbarhet.Group.Reports;

/// <summary>Initiatives that moved in a period: finished first, then what departments do together, then the latest news.</summary>
public static class ReportedInitiatives
{
    public static IReadOnlyList<Initiative> Of(IReadOnlyList<Initiative> initiatives, ReportPeriod period) =>
        [.. initiatives
            .Where(i => i.Status is not (null or InitiativeStatus.Idea) && period.Contains(ChangedOn(i)))
            .OrderByDescending(i => i.Status == InitiativeStatus.Done)
            .ThenByDescending(i => i.Kind is InitiativeKind.Shared or InitiativeKind.WorkingGroup)
            .ThenByDescending(ChangedOn)
            .ThenBy(i => i.Id)];

    /// <summary>When its state was last told; the row's own date only when nobody ever wrote one.</summary>
    private static DateOnly ChangedOn(Initiative initiative) => initiative.LatestOn ?? Stockholm.Date(initiative.Modified);
}
