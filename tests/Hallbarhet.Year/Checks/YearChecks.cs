namespace Hallbarhet.Year.Checks;

/// <summary>A promise of the product and whether the year kept it.</summary>
/// <param name="Why">What broke it; empty when it was kept.</param>
public sealed record Check(string Name, IReadOnlyList<string> Why)
{
    public bool Passed => Why.Count == 0;

    public static Check That(string name, IEnumerable<string> problems) => new(name, [.. problems]);
}

public static class YearChecks
{
    public static List<Check> All(YearEnd year) =>
    [
        Check.That("the second plan has no changes", Problem(year.SecondPlanChanges != 0, $"{year.SecondPlanChanges} changes")),
        Check.That("every job run twice in a row writes nothing the second time", year.Clockwork.SecondRunsThatWrote),
        Check.That("people could do all they meant to do", year.Stage.Mishaps),
        .. MeetingChecks.All(year),
        .. ItemChecks.All(year),
        .. MailChecks.All(year),
        .. ActionChecks.All(year),
        .. ReportChecks.All(year),
    ];

    /// <summary>What holds only while no fault script strikes: trying again costs, and what cannot be known at once is told.</summary>
    public static IEnumerable<Check> Undisturbed(YearEnd year) =>
    [
        Check.That("no job failed on anything", year.Clockwork.Failures),
        Check.That("an idle run costs at most two round trips", year.Clockwork.CostlyIdleRuns),
    ];

    internal static IEnumerable<string> Problem(bool broken, string text) => broken ? [text] : [];
}
