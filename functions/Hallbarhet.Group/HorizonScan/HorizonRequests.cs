using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.HorizonScan;

/// <summary>
/// "Ta upp på möte" makes a tip an agenda item, a treated item closes its tip, and a tip whose link somebody has added before says so.
/// </summary>
internal sealed class HorizonRequests(IGroupLists lists, TimeProvider time)
{
    private const string DuplicatePrefix = "Samma länk finns redan i tipset ";

    public static string Key(HorizonItem tip) => $"horizon/{tip.Id}";

    public IEnumerable<DueWork> Find(Snapshot snapshot)
    {
        var items = snapshot.AgendaItems.ToLookup(i => i.Id);
        foreach (var tip in snapshot.HorizonItems)
        {
            if (tip is { Status: HorizonStatus.ToMeeting, AgendaItemId: null })
                yield return new(tip.Name, ct => RaiseAsync(tip, snapshot, ct)) { About = tip };
            else if (Kept(tip, snapshot, items) is var after && after != tip)
                yield return new(tip.Name, ct => lists.UpdateAsync(tip, after, ct)) { About = tip };
        }
    }

    private async Task RaiseAsync(HorizonItem tip, Snapshot snapshot, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var item = await lists.AddAsync(ItemOf(tip, people), ct);
        await lists.UpdateAsync(tip, tip with { AgendaItemId = item.Id }, ct);
    }

    private static AgendaItem ItemOf(HorizonItem tip, GroupDirectory people) => new()
    {
        Title = Texts.OneLine(string.IsNullOrWhiteSpace(tip.Title) ? "Omvärldsbevakning" : tip.Title, Texts.TitleLength),
        SourceKey = Key(tip),
        Purpose = Purpose.Discuss,
        Background = string.Join("\n", new[] { tip.Why, tip.Link }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim())),
        GoalIds = tip.GoalIds,
        Status = AgendaItemStatus.Proposed,
        Presenter = people.InService.FirstOrDefault(m => m.Person is not null && m.Person == tip.Author)?.Person,
    };

    private static HorizonItem Kept(HorizonItem tip, Snapshot snapshot, ILookup<int, AgendaItem> items)
    {
        var closed = tip is { Status: HorizonStatus.ToMeeting, AgendaItemId: { } id }
                     && items[id].Any(i => i.Status is AgendaItemStatus.Treated or AgendaItemStatus.Answered);
        return WithMessage(closed ? tip with { Status = HorizonStatus.Treated } : tip, snapshot);
    }

    /// <summary>Somebody else's message on the row is left alone.</summary>
    private static HorizonItem WithMessage(HorizonItem tip, Snapshot snapshot)
    {
        var now = tip.SystemMessage ?? "";
        if (now.Length > 0 && !now.StartsWith(DuplicatePrefix, StringComparison.Ordinal)) return tip;
        var earlier = SameLink.Earlier(tip, snapshot.HorizonItems);
        var wanted = earlier is null ? "" : $"{DuplicatePrefix}”{Texts.OneLine(Texts.TitleOr(earlier.Title), 120)}”. Behåll det ena.";
        return now == wanted ? tip : tip with { SystemMessage = wanted.Length == 0 ? null : wanted };
    }
}
