using System.Security.Cryptography;
using System.Text.Json;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Agenda;

/// <summary>The agenda of a meeting as the lists stand now, without the names of attached files.</summary>
public static class AgendaContents
{
    /// <summary>What a snapshot must hold.</summary>
    public const GroupList Reads = GroupList.Meetings | GroupList.AgendaItems | GroupList.Initiatives | GroupList.DecisionsActions
        | GroupList.HorizonItems | GroupList.LearningActivities | GroupList.Members | GroupList.Organisation | GroupList.Goals;

    private const int LearningDaysAhead = 120;

    public static AgendaDocument Of(Meeting meeting, Snapshot snapshot, GroupSettings settings, DateTimeOffset now)
    {
        var people = new GroupDirectory(snapshot, Calendar.Stockholm.Date(now));
        var points = AgendaPoints.Of(ItemsOf(meeting, snapshot, now), snapshot, people);
        return new()
        {
            GroupName = settings.GroupName,
            Meeting = meeting.Facts(people),
            Greeting = string.IsNullOrWhiteSpace(meeting.Greeting) ? null : meeting.Greeting.Trim(),
            Points = points,
            AskedMinutes = points.Sum(p => p.Minutes ?? 0),
            SlotMinutes = (int)(meeting.EndsAt!.Value - meeting.StartsAt!.Value).TotalMinutes,
            StatusRound = StatusRound.Of(meeting, snapshot, people),
            Horizon = Horizon(snapshot),
            OpenActions = OpenActions(snapshot, people),
            Learning = LearningComing(snapshot, now),
        };
    }

    /// <summary>All items of the agenda in order, standing ones first.</summary>
    public static IReadOnlyList<AgendaItem> ItemsOf(Meeting meeting, Snapshot snapshot, DateTimeOffset now)
    {
        var isOpen = AgendaSelection.OpenMeeting(snapshot.Meetings, now)?.Id == meeting.Id;
        return [.. AgendaSelection.Standing(snapshot.AgendaItems), .. AgendaSelection.Proposed(meeting, snapshot.AgendaItems, isOpen)];
    }

    /// <summary>A short fingerprint: two agendas that read the same have the same.</summary>
    public static string PrintOf(AgendaDocument agenda, IEnumerable<AgendaItem> items)
    {
        var withFiles = items.Where(i => i.HasAttachments).Select(i => i.Id);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { agenda, withFiles })))[..16];
    }

    private static IReadOnlyList<HorizonLine> Horizon(Snapshot snapshot) =>
        [.. snapshot.HorizonItems.Where(h => h.Status == HorizonStatus.ToMeeting && !IsClosed(h, snapshot))
            .OrderBy(h => h.Created).ThenBy(h => h.Id)
            .Select(h => new HorizonLine(Texts.TitleOr(h.Title), h.Why, h.Link))];

    private static bool IsClosed(HorizonItem tip, Snapshot snapshot) =>
        snapshot.AgendaItems.FirstOrDefault(i => i.Id == tip.AgendaItemId)?.Status
            is AgendaItemStatus.Treated or AgendaItemStatus.Answered or AgendaItemStatus.Withdrawn;

    private static IReadOnlyList<OpenActionLine> OpenActions(Snapshot snapshot, GroupDirectory people) =>
        [.. snapshot.DecisionsActions
            .Where(a => a.Kind == DecisionActionKind.Action && a.Status is null or ActionStatus.Open)
            .OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id)
            .Select(a => new OpenActionLine(Texts.TitleOr(a.Title), people.NameOf(a.Responsible), a.DueOn, a.DueOn < people.Today))];

    private static IReadOnlyList<LearningLine> LearningComing(Snapshot snapshot, DateTimeOffset now) =>
        [.. snapshot.LearningActivities
            .Where(l => l.Status is null or LearningStatus.Planned && l.HeldAt > now && l.HeldAt < now.AddDays(LearningDaysAhead))
            .OrderBy(l => l.HeldAt).ThenBy(l => l.Id)
            .Select(l => new LearningLine(Texts.TitleOr(l.Title), l.Kind is { } kind ? Words.Of(kind) : null, l.HeldAt, l.Place))];
}
