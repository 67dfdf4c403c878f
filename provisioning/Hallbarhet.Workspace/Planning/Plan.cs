using System.Globalization;
using System.Text.Json.Serialization;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>The difference between the data and the site: sorted changes, and notes on what is left to the users.</summary>
public sealed record Plan
{
    /// <summary>Hash of the data that the plan was made from.</summary>
    public required string Definition { get; init; }

    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Differences that are nobody's mistake: what the users may change and have changed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What makes the plan impossible. Nothing is written while there is any.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What IT has to know or to do by hand.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>Changes to what is there already, above which somebody has to say that so much is meant.</summary>
    private const int MostChangesAtOnce = 40;

    /// <summary>
    /// More of what was applied once would be changed than an upgrade usually does: perhaps the wrong site or the wrong data.
    /// A first apply that was interrupted has much to finish, which is no such thing.
    /// </summary>
    [JsonIgnore]
    public bool IsMassChange { get; init; }

    [JsonIgnore]
    public bool LosesData => Changes.Any(change => change.Risk == ChangeRisk.DataLoss);

    /// <summary>Compares data and site. Pure: same input, same plan.</summary>
    public static Plan Compare(WorkspaceTarget target, WorkspaceState state)
    {
        var lists = target.Definition.Lists;
        List<Change> changes = [.. SiteChanges(target, state)];
        changes.AddRange(RecordChanges(target, state, changes.Count > 0));
        return new Plan
        {
            Definition = target.Hash,
            IsMassChange = state.Record is not null && changes.Count(change => change.Verb != ChangeVerb.Create) > MostChangesAtOnce,
            Changes = [.. changes.OrderBy(change => change.Kind)],
            Problems = [.. PlanProblems.Of(target, state, changes)],
            Warnings = [.. PlanWarnings.Of(target, state)],
            Notes =
            [
                .. lists.SelectMany(list => ListComparison.Notes(list, state.List(list.Name), state.List(list.Name) is { } found ? state.Applied?.List(found) : null)
                    .Concat(ViewComparison.Notes(target, state, list))),
                .. GroupNotes(target, state),
                .. RoleComparison.Notes(target, state),
                .. AccessComparison.Notes(target, state),
                .. MenuComparison.Notes(target, state),
            ],
        };
    }

    private static IEnumerable<Change> SiteChanges(WorkspaceTarget target, WorkspaceState state)
    {
        var lists = target.Definition.Lists;
        return GroupChanges(target, state)
            .Concat(lists.SelectMany(list => ListChanges(target, state, list)))
            .Concat(RoleComparison.Changes(target, state))
            .Concat(AccessComparison.Changes(target, state))
            .Concat(target.Definition.Pages.SelectMany(page => PageChanges(page, state)))
            .Concat(HomeChanges(target, state))
            .Concat(BoardChanges(target, state))
            .Concat(MenuComparison.Changes(target, state))
            .Concat(RowChanges(target, state));
    }

    private static IEnumerable<Change> ListChanges(WorkspaceTarget target, WorkspaceState state, ListDefinition list) =>
        ListComparison.Changes(list, state)
            .Concat(SettingsComparison.Changes(target, state, list))
            .Concat(ViewComparison.Changes(target, state, list));

    private static IEnumerable<Change> GroupChanges(WorkspaceTarget target, WorkspaceState state)
    {
        if (state.SiteId is not null || !target.Group.CreateIfMissing)
            yield break;
        var isHalf = state.GroupId is not null;
        yield return new Change
        {
            Verb = isHalf ? ChangeVerb.Update : ChangeVerb.Create,
            Kind = ChangeKind.Group,
            Name = target.Group.MailNickname,
            Old = isHalf ? "a group without a site" : null,
            New = $"\"{target.Group.DisplayName}\" with site {target.Group.Site}",
            Why = isHalf ? "the service has not made the group's site yet; apply waits for it" : "there is no group with this name and the group file says createIfMissing",
        };
    }

    private static IEnumerable<string> GroupNotes(WorkspaceTarget target, WorkspaceState state)
    {
        if (state.Group?.Name is { } name && name != target.Group.DisplayName)
            yield return $"group {target.Group.MailNickname} is called \"{name}\"; its name belongs to the naming policy (group file: \"{target.Group.DisplayName}\")";
    }

    private static IEnumerable<Change> PageChanges(PageDefinition page, WorkspaceState state)
    {
        var actual = state.Page(page.File);
        if (actual is null)
            yield return Create(ChangeKind.Page, page.Key, $"\"{page.Title}\" ({page.File})", "the page does not exist");
        else if (!actual.Published)
            yield return new Change { Verb = ChangeVerb.Update, Kind = ChangeKind.Page, Name = page.Key, Old = "draft", New = "published", Why = "members see only published pages" };
    }

    private static IEnumerable<Change> HomeChanges(WorkspaceTarget target, WorkspaceState state)
    {
        var (site, actual) = (target.Definition.Site, state.SharePoint?.HomePage);
        if (actual is null && state.SiteId is not null)
            yield break;
        var applied = state.Applied?.Definition.Site.HomePage is { Length: > 0 } key && key == site.HomePage ? target.Definition.HomePage.SitePath : null;
        if (LocalProperty.IsToSet(applied, target.Definition.HomePage.SitePath, actual))
            yield return new Change { Verb = ChangeVerb.Update, Kind = ChangeKind.Home, Name = site.HomePage, Old = actual, New = target.Definition.HomePage.SitePath, Why = "people shall meet this page first" };
    }

    private static IEnumerable<Change> BoardChanges(WorkspaceTarget target, WorkspaceState state)
    {
        if (!target.Group.Planner)
            yield break;
        var board = target.Definition.Board;
        if (state.Board is null)
            yield return Create(ChangeKind.Board, "board", $"\"{board.Title}\"", "Planner is on and the group has no such plan");
        foreach (var label in board.Labels)
        {
            var actual = state.Board?.Labels.GetValueOrDefault(label.Number);
            var applied = state.Board?.Id == state.Record?.Plan ? state.Applied?.Definition.Board.Labels.FirstOrDefault(before => before.Number == label.Number)?.Title : null;
            if (applied is null ? actual is null : LocalProperty.IsToSet(applied, label.Title, actual))
                yield return Create(ChangeKind.Label, label.Number.ToString(CultureInfo.InvariantCulture), $"\"{label.Title}\"", "people shall see what the colour means") with { Old = actual };
        }
        foreach (var bucket in board.Buckets.Where(bucket => WorkspaceRecord.Find(bucket, state) is null))
            yield return Create(ChangeKind.Bucket, bucket.Key, $"\"{bucket.Title}\"", "the board has no such bucket");
    }

    private static IEnumerable<Change> RowChanges(WorkspaceTarget target, WorkspaceState state) =>
        target.Rows.Where(row => !state.Rows.ContainsKey((row.List, row.Key))).Select(row =>
        {
            var create = Create(ChangeKind.Row, row.Key, $"\"{row.Title}\"", "the row was never made") with { Within = row.List };
            return state.Unkeyed.ContainsKey((row.List, row.Title))
                ? create with { Verb = ChangeVerb.Update, Why = "a row with this title is there and only lacks its key" }
                : create;
        });

    /// <summary>
    /// Written anew when something else is, or when it names what is no longer there. Data that differs from what was applied
    /// only in ways that the site already has is no reason to write.
    /// </summary>
    private static IEnumerable<Change> RecordChanges(WorkspaceTarget target, WorkspaceState state, bool othersChange)
    {
        var wanted = WorkspaceRecord.Of(target, state);
        var namesTheSame = state is { Applied: { } applied, Record: { } record } && (record with { Definition = wanted.Definition }).ToString() == wanted.ToString()
            && applied.Lists.ToHashSet().SetEquals(AppliedState.Of(target, state).Lists);
        if (!namesTheSame || (othersChange && state.Record!.Definition != wanted.Definition))
        {
            yield return new Change
            {
                Verb = state.Record is null ? ChangeVerb.Create : ChangeVerb.Update,
                Kind = ChangeKind.Record,
                Name = WorkspaceTarget.RecordFile,
                Why = "the site shall tell which data was applied last",
            };
        }
    }

    private static Change Create(ChangeKind kind, string name, string value, string why) =>
        new() { Verb = ChangeVerb.Create, Kind = kind, Name = name, New = value, Why = why };
}
