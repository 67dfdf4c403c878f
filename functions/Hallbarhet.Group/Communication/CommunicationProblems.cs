using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Communication;

/// <summary>What a row in Extern information lacks.</summary>
public static class CommunicationProblems
{
    private const string NoTitle = "Skriv en rubrik.";
    private const string NoReview = "Skriv när den publicerade sidan ska ses över.";

    private static readonly Func<string, bool> IsOurs = RowMessage.StartsWith(NoTitle, NoReview);

    /// <summary>The row's message as it should stand.</summary>
    public static string? MessageFor(CommunicationItem row)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(row.Title)) problems.Add(NoTitle);
        if (row is { Status: CommunicationStatus.Published, ReviewOn: null }) problems.Add(NoReview);
        return RowMessage.After(row.SystemMessage, problems.Count == 0 ? null : string.Join(' ', problems), IsOurs);
    }
}
