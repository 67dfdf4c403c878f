using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.DecisionsActions;

/// <summary>What a row in Beslut och åtgärder lacks to be worked with.</summary>
public static class ActionProblems
{
    private const string NoTitle = "Skriv vad som är beslutat eller ska göras.";
    private const string NoKind = "Välj typ: Beslut eller Åtgärd.";
    private const string NoStatus = "Välj status.";
    private const string NoResponsible = "Välj vem som är ansvarig.";
    private const string Left = "Den som är ansvarig är inte längre med i gruppen. Välj en ny ansvarig.";

    private static readonly Func<string, bool> IsOurs = RowMessage.StartsWith(NoTitle, NoKind, NoStatus, NoResponsible, Left);

    /// <summary>The row's message as it should stand.</summary>
    public static string? MessageFor(DecisionAction row, GroupDirectory people)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(row.Title)) problems.Add(NoTitle);
        if (row.Kind is null) problems.Add(NoKind);
        if (row is { Kind: DecisionActionKind.Action, Status: null }) problems.Add(NoStatus);
        if (row is { Kind: DecisionActionKind.Action, Status: ActionStatus.Open })
        {
            if (row.Responsible is null) problems.Add(NoResponsible);
            else if (HasLeft(row, people)) problems.Add(Left);
        }

        return RowMessage.After(row.SystemMessage, problems.Count == 0 ? null : string.Join(' ', problems), IsOurs);
    }

    /// <summary>Somebody who once was a member; guests and experts from outside may be responsible too.</summary>
    public static bool HasLeft(DecisionAction row, GroupDirectory people) =>
        people.Of(row.Responsible) is { ActiveTo: { } last } && last < people.Today;
}
