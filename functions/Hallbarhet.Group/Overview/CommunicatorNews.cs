using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// M11: what is new for the communications department since the last such mail, and published pages to review. At most every sixth week,
/// at the beginning of a month: news for the web can wait, and a handful of mails a year are read.
/// </summary>
internal sealed class CommunicatorNews(Snapshot snapshot, IGroupLists lists, DateOnly today)
{
    private const int DaysBetween = 42;

    private readonly GroupDirectory people = new(snapshot, today);

    public IReadOnlyList<MailRequest> MailsDue() => !IsoWeeks.IsMonthStart(today)
        ? []
        : [.. people.InService
            .Where(m => m is { Role: Role.Communicator, Address: not null } && m.MailChoice != MailChoice.None)
            .Select(For)
            .OfType<MailRequest>()];

    private MailRequest? For(Member reader)
    {
        var key = MailKeys.For(MailKind.Communicator, IsoWeeks.Month(today), reader);
        var last = Last(reader, key);
        var isTooSoon = last is { } at && today.DayNumber - Stockholm.Date(at).DayNumber < DaysBetween;
        if (isTooSoon || snapshot.Mailings.IsSettled(key)) return null;
        var content = new CommunicatorMail
        {
            Year = today.Year,
            Month = today.Month,
            NewItems = [.. NewItems(last), .. Proposals(last)],
            ToReview = [.. ToReview()],
        };
        return content.NewItems.Count + content.ToReview.Count == 0
            ? null
            : new() { Key = key, Kind = MailKind.Communicator, Content = content, To = [reader.Address!] };
    }

    private IEnumerable<CommunicationLine> NewItems(DateTimeOffset? since) => snapshot.CommunicationItems
        .Where(c => (c.Status is null or CommunicationStatus.Proposed) && (since is null || c.Created > since))
        .Select(c => Line(c));

    /// <summary>Initiatives that suit external information and that nobody has made an item of yet.</summary>
    private IEnumerable<CommunicationLine> Proposals(DateTimeOffset? since) => snapshot.Initiatives
        .Where(i => i.ForExternal && (i.Status is InitiativeStatus.Ongoing or InitiativeStatus.Done)
                    && (since is null || i.Modified > since)
                    && !snapshot.CommunicationItems.Any(c => c.InitiativeId == i.Id))
        .Select(i => new CommunicationLine(
            Texts.TitleOr(i.Title), i.Status == InitiativeStatus.Done ? i.Outcome ?? i.Latest : i.Latest, people.NameOf(i.Owner), null,
            lists.FormUrl<Initiative>(i.Id)));

    private IEnumerable<CommunicationLine> ToReview() => snapshot.CommunicationItems
        .Where(c => c.Status == CommunicationStatus.Published && c.ReviewOn is { } on && on <= today.AddDays(DaysBetween))
        .OrderBy(c => c.ReviewOn)
        .Select(c => Line(c));

    private CommunicationLine Line(CommunicationItem item) => new(
        Texts.TitleOr(item.Title), item.Message, people.NameOf(item.Contact), item.ReviewOn, lists.FormUrl<CommunicationItem>(item.Id));

    private DateTimeOffset? Last(Member reader, string key) => snapshot.Mailings
        .Where(m => m.Kind == MailKind.Communicator && m.MailKey != key && m.MailKey.EndsWith($"/{reader.Name}", StringComparison.Ordinal))
        .Max(m => (DateTimeOffset?)(m.SentAt ?? m.Created));
}
