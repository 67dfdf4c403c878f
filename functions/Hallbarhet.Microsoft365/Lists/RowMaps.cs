using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Lists.Maps;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>All lists of the workspace with the rows they hold.</summary>
internal static class RowMaps
{
    public static IReadOnlyList<RowMap> All { get; } =
    [
        MeetingMap.Map, AgendaItemMap.Map, InitiativeMap.Map, DecisionActionMap.Map, HorizonItemMap.Map, LearningActivityMap.Map,
        CommunicationItemMap.Map, ReportBackMap.Map, MemberMap.Map, OrganisationUnitMap.Map, ReportMap.Map, GoalMap.Map,
        PublishedRecordMap.Map, MailingMap.Map,
    ];

    public static RowMap<T> Of<T>() where T : Row => Found<T>.Map;

    public static IReadOnlyList<RowMap> Of(GroupList lists) => [.. All.Where(map => lists.HasFlag(map.List))];

    private static class Found<T> where T : Row
    {
        public static RowMap<T> Map { get; } = All.OfType<RowMap<T>>().Single();
    }
}
