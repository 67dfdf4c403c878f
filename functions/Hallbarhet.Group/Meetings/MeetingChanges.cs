using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// M6 for meetings that were moved or cancelled after people had been told by mail. Whoever got the first mail gets this one.
/// Before the agenda has gone out the calendar event alone tells those who have a mailbox here.
/// </summary>
public static class MeetingChanges
{
    private const string KeyTime = "yyyyMMdd'T'HHmm";

    /// <summary>
    /// The mails that are due; each stays in the list until the ledger has settled it. Needs Meetings, Members, Organisation, Mailings.
    /// </summary>
    public static IReadOnlyList<MailRequest> MailsDue(Snapshot snapshot, DateTimeOffset now)
    {
        var people = new GroupDirectory(snapshot, Stockholm.Date(now));
        var ahead = snapshot.Meetings.Where(m => m.HasTime && m.StartsAt > now);
        return [.. ahead.Select(m => For(m, people, snapshot.Mailings)).OfType<MailRequest>()];
    }

    private static MailRequest? For(Meeting meeting, GroupDirectory people, IReadOnlyList<MailingRow> ledger) => meeting.Status switch
    {
        MeetingStatus.Cancelled => Cancelled(meeting, people, ledger),
        MeetingStatus.Decided => Moved(meeting, people, ledger),
        _ => null,
    };

    private static MailRequest? Cancelled(Meeting meeting, GroupDirectory people, IReadOnlyList<MailingRow> ledger)
    {
        var key = $"{MailKeys.For(MailKind.Change, meeting)}/cancelled";
        var to = AgendaRow(meeting, ledger) is { } first
            ? GotTheFirst(first, people)
            : [.. people.ReadersOf(MailKind.Change).Where(r => r.Person is null && CalendarFileNews.HasHeardOf(meeting, r, ledger))];
        return ledger.IsSettled(key)
            ? null
            : Request(key, meeting, to, new() { Kind = ChangeKind.Cancelled, Meeting = meeting.Facts(people) });
    }

    private static MailRequest? Moved(Meeting meeting, GroupDirectory people, IReadOnlyList<MailingRow> ledger)
    {
        if (AgendaRow(meeting, ledger) is not { } first) return null;
        if (Approval.Parse(meeting.AgendaApproval)?.Announced is not { } announced) return null;
        var moves = ledger.Where(m => IsMoveOf(meeting, m)).OrderBy(m => m.SentAt ?? m.Created).ToList();
        var known = moves.Count == 0 ? announced : Start(moves[^1]) ?? announced;
        if (Minute(known) == Minute(meeting.StartsAt!.Value)) return null;
        // The number in the key lets a meeting go back to a time that was mailed before.
        var key = $"{MailKeys.For(MailKind.Change, meeting, moves.Count + 1)}/moved-{Minute(meeting.StartsAt.Value)}";
        var content = new ChangeMail { Kind = ChangeKind.Moved, Meeting = meeting.Facts(people), FormerDate = Stockholm.Date(known) };
        return Request(key, meeting, GotTheFirst(first, people), content);
    }

    private static MailRequest? Request(string key, Meeting meeting, IReadOnlyList<Member> to, ChangeMail content) => to.Count == 0
        ? null
        : new()
        {
            Key = key,
            Kind = MailKind.Change,
            Content = content,
            To = [.. to.Select(r => r.Address!)],
            MeetingId = meeting.Id,
        };

    private static MailingRow? AgendaRow(Meeting meeting, IReadOnlyList<MailingRow> ledger) => ledger.FirstOrDefault(m =>
        m.Kind == MailKind.Agenda && m.Outcome is MailOutcome.Sent or MailOutcome.Unknown
        && m.MailKey.StartsWith($"{Words.Of(MailKind.Agenda)}/{meeting.Name}/", StringComparison.Ordinal));

    /// <summary>
    /// Those of the agenda's recipients who still want mail; all readers when the ledger names none of them (redirected, or cleared).
    /// </summary>
    private static IReadOnlyList<Member> GotTheFirst(MailingRow agenda, GroupDirectory people)
    {
        var addresses = (agenda.Recipients ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var readers = people.ReadersOf(MailKind.Change);
        var same = readers.Where(r => addresses.Contains(r.Address!.Address, StringComparer.OrdinalIgnoreCase)).ToList();
        return same.Count > 0 ? same : readers;
    }

    private static bool IsMoveOf(Meeting meeting, MailingRow row) =>
        row.Kind == MailKind.Change && row.MeetingId == meeting.Id && SendOnce.IsSettled(row) && Start(row) is not null;

    private static DateTimeOffset? Start(MailingRow row) =>
        DateTime.TryParseExact(row.MailKey.Split("/moved-")[^1], KeyTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Stockholm.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    private static string Minute(DateTimeOffset time) => Stockholm.Local(time).ToString(KeyTime, CultureInfo.InvariantCulture);
}
