using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Initiatives;

/// <summary>What a row in Arbetsinsatser lacks to be told about.</summary>
public static class InitiativeProblems
{
    private const string NoTitle = "Skriv vad arbetsinsatsen heter.";
    private const string NoStatus = "Välj status.";
    private const string NoOwner = "Välj vem som är ansvarig.";
    private const string OwnerLeft = "Den som är ansvarig är inte längre med i gruppen. Välj en ny ansvarig.";
    private const string NoDepartment = "Välj förvaltning.";

    private static readonly Func<string, bool> IsOurs = RowMessage.StartsWith(NoTitle, NoStatus, NoOwner, OwnerLeft, NoDepartment);

    /// <summary>The row's message as it should stand.</summary>
    public static string? MessageFor(Initiative row, GroupDirectory people)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(row.Title)) problems.Add(NoTitle);
        if (row.Status is null) problems.Add(NoStatus);
        if (row.Status is InitiativeStatus.Planned or InitiativeStatus.Ongoing)
        {
            if (row.Owner is null) problems.Add(NoOwner);
            else if (people.Of(row.Owner) is { ActiveTo: { } last } && last < people.Today) problems.Add(OwnerLeft);
            if (row.Kind == InitiativeKind.Department && people.UnitName(row.DepartmentId) is null) problems.Add(NoDepartment);
        }

        return RowMessage.After(row.SystemMessage, problems.Count == 0 ? null : string.Join(' ', problems), IsOurs);
    }
}
