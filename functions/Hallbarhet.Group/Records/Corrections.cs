using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Records;

/// <summary>M6 for a document that was published again: once, to whoever got the first mail and is still to be written to.</summary>
internal static class Corrections
{
    /// <param name="meeting">The meeting of the document.</param>
    /// <param name="paper">"agenda" or "notes".</param>
    /// <param name="version">2 or more.</param>
    /// <param name="document">The corrected document.</param>
    /// <param name="people">Who is in service today.</param>
    /// <param name="firstMail">Key of the first mail, or what the keys of personal ones begin with.</param>
    /// <param name="snapshot">With Mailings.</param>
    public static MailRequest Mail(
        Meeting meeting, string paper, int version, Link document, GroupDirectory people, string firstMail, Snapshot snapshot) => new()
        {
            Key = MailKeys.For(MailKind.Change, $"{meeting.Name}/{paper}-{version}"),
            Kind = MailKind.Change,
            MeetingId = meeting.Id,
            To = [.. Receivers(people, firstMail, snapshot.Mailings).Select(m => m.Address!)],
            Content = new ChangeMail
            {
                Kind = ChangeKind.Correction,
                Meeting = meeting.Facts(people),
                Text = paper == "agenda"
                ? "Dagordningen har rättats. Den nya versionen ersätter den tidigare."
                : "Minnesanteckningarna har rättats. Den nya versionen ersätter den tidigare.",
                Document = document,
            },
        };

    /// <summary>Until mail is live the ledger holds only the redirect address; then nobody else got the first.</summary>
    private static IEnumerable<Member> Receivers(GroupDirectory people, string firstMail, IReadOnlyList<MailingRow> ledger)
    {
        var firsts = ledger.Where(m => m.Outcome is MailOutcome.Sent or MailOutcome.Unknown
                                       && (m.MailKey == firstMail || m.MailKey.StartsWith(firstMail + "/", StringComparison.Ordinal))).ToList();
        var addresses = firsts.SelectMany(m => (m.Recipients ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var keys = firsts.Select(m => m.MailKey).ToHashSet(StringComparer.Ordinal);
        return people.ReadersOf(MailKind.Change)
            .Where(r => addresses.Contains(r.Address!.Address) || keys.Contains($"{firstMail}/{r.Name}"));
    }
}
