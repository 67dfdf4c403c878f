using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Records;

/// <summary>What the row says after a sending: nothing when all went well.</summary>
internal static class SentMessage
{
    public static string? Of(string what, IReadOnlyList<MailingRow> sent)
    {
        var unclear = sent.Count(m => m.Outcome == MailOutcome.Unknown);
        var failed = sent.Count(m => m.Outcome == MailOutcome.Failed);
        return (unclear, failed) switch
        {
            (0, 0) => null,
            ( > 0, _) => $"{what}: oklart om det skickades ({unclear} av {sent.Count} mejl). Se listan Utskick; inget skickas om av sig självt.",
            _ => $"{what}: {failed} av {sent.Count} mejl kunde inte skickas. Se listan Utskick och kontrollera adresserna.",
        };
    }
}
