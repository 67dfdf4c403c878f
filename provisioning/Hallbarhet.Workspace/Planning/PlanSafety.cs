using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>When a plan is not carried out without somebody saying so.</summary>
internal static class PlanSafety
{
    /// <exception cref="WorkspaceMissingException">There is no site, and the group file does not ask for one.</exception>
    /// <exception cref="WorkspaceRefusedException">The site was made by another version.</exception>
    public static void DemandVersion(WorkspaceTarget target, WorkspaceState state)
    {
        var known = target.Definition.Site.SchemaVersion;
        if (state.Record is { } record && record.SchemaVersion != known)
        {
            throw new WorkspaceRefusedException(
                $"The site was made with schema version {record.SchemaVersion}, this program knows {known}. Nothing was written. Use the program that belongs to the site.");
        }
        if (state.SiteId is null && !target.Group.CreateIfMissing)
        {
            if (state.GroupId is not null)
                throw new WorkspaceMissingException($"The group {target.Group.MailNickname} is there, but not its site {target.Group.Site}. The service makes it within minutes; open the group's files once in a browser if it does not.");
            throw new WorkspaceMissingException(
                $"There is no site {target.Group.Site}. Create the group {target.Group.MailNickname} first, or set \"createIfMissing\": true in the group file.");
        }
    }

    /// <summary>Columns whose rows have to be counted before the plan can say what it would lose.</summary>
    public static IReadOnlyList<(string List, string Column)> ToCount(WorkspaceTarget target, WorkspaceState state) =>
    [
        .. from list in target.Definition.Lists
           from column in list.Columns
           where state.List(list.Name)?.Column(column.Name) is { } actual && ColumnComparison.MayLose(column, actual)
           select (list.Name, column.Name),
    ];

    /// <exception cref="WorkspaceRefusedException">The plan is impossible, or does more than anybody has allowed. Nothing was written.</exception>
    public static void DemandPossible(Plan plan, ApplyOrder order)
    {
        if (plan.Problems.Count > 0)
            throw new WorkspaceRefusedException($"The plan is not possible, and nothing was written:{string.Concat(plan.Problems.Select(problem => $"\n  {problem}"))}");
        if ((plan.LosesData || plan.IsMassChange) && !order.AllowDataLoss)
            throw new WorkspaceRefusedException(Refusal(plan));
    }

    private static string Refusal(Plan plan)
    {
        if (!plan.LosesData)
            return $"The plan changes {plan.Changes.Count(change => change.Verb != ChangeVerb.Create)} things that are there already. Read it again, and give --allow-data-loss if so much is meant.";
        var losses = plan.Changes.Where(change => change.Risk == ChangeRisk.DataLoss)
            .Select(change => $"{change.Path}{(change.Rows is { } rows ? $" in {rows} {(rows == 1 ? "row" : "rows")}" : "")}");
        return $"The plan loses data: {string.Join(", ", losses)}. Read it again, and give --allow-data-loss if that is meant.";
    }
}
