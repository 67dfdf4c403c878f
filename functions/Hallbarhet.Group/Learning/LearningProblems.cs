using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Learning;

/// <summary>What a row in Kompetensutveckling waits for.</summary>
public static class LearningProblems
{
    private const string NoTitle = "Skriv vad aktiviteten heter.";
    private const string NoTime = "Skriv när aktiviteten äger rum.";
    private const string Passed = "Skriv vad vi tog med oss och sätt status Genomförd.";

    private static readonly Func<string, bool> IsOurs = RowMessage.StartsWith(NoTitle, NoTime, Passed);

    /// <summary>The row's message as it should stand.</summary>
    public static string? MessageFor(LearningActivity row, DateTimeOffset now)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(row.Title)) problems.Add(NoTitle);
        if (row is { Status: LearningStatus.Planned, HeldAt: null }) problems.Add(NoTime);
        if (row.Status == LearningStatus.Planned && row.HeldAt < now) problems.Add(Passed);
        return RowMessage.After(row.SystemMessage, problems.Count == 0 ? null : string.Join(' ', problems), IsOurs);
    }
}
