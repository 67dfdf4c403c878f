using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Tests.Workspace;

/// <summary>The real data, and sites in the states that a plan can meet.</summary>
internal static class Sites
{
    public static WorkspaceTarget Target { get; } = new(WorkspaceFolder.Load(), WorkspaceFolder.LoadGroup(WorkspaceFolder.ExampleGroup));

    public static WorkspaceTarget For(GroupFile group) => new(Target.Definition, group);

    /// <summary>No group, no site.</summary>
    public static WorkspaceState Nothing { get; } = new();

    /// <summary>Everything there as the data says.</summary>
    public static WorkspaceState Complete(WorkspaceTarget? target = null)
    {
        target ??= Target;
        var definition = target.Definition;
        var state = new WorkspaceState
        {
            GroupId = "group-1",
            SiteId = "site-1",
            Lists = [.. definition.Lists.Select(List)],
            Pages = [.. definition.Pages.Select(page => new PageState("page-" + page.Key, page.File, true))],
            Board = target.Group.Planner
                ? new BoardState("plan-1", definition.Board.Title, [.. definition.Board.Buckets.Select(bucket => new BucketState("bucket-" + bucket.Key, bucket.Title))])
                {
                    Labels = definition.Board.Labels.ToDictionary(label => label.Number, label => (string?)label.Title),
                }
                : null,
            Rows = target.Rows.Select((row, index) => (row, index)).ToDictionary(entry => (entry.row.List, entry.row.Key), entry => entry.index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        state = state with { SharePoint = SharePointSites.Complete(target, state) };
        return state with { Record = WorkspaceRecord.Of(target, state), Applied = AppliedState.Of(target, state) };
    }

    public static WorkspaceState With(this WorkspaceState state, string list, Func<ListState, ListState?> change) =>
        state with { Lists = [.. state.Lists.Select(each => each.Name == list ? change(each) : each).OfType<ListState>()] };

    public static WorkspaceState With(this WorkspaceState state, string list, string column, Func<ColumnState, ColumnState?> change) =>
        state.With(list, each => each with { Columns = [.. each.Columns.Select(c => c.Name == column ? change(c) : c).OfType<ColumnState>()] });

    private static ListState List(ListDefinition list) => new()
    {
        Id = "list-" + list.Name,
        Name = list.Name,
        Title = list.Title,
        IsLibrary = list.IsLibrary,
        Folders = list.Folders,
        Columns = [.. list.Columns.Select(column => new ColumnState
        {
            Id = "column-" + column.Name,
            Name = column.Name,
            Title = column.Title,
            Type = column.Type,
            Required = column.Required,
            Indexed = column.Indexed,
            Unique = column.Unique,
            Hidden = column.Hidden,
            Multiple = column.Multiple,
            Choices = column.Choices,
            Default = column.Default,
            Minimum = column.Minimum,
            Maximum = column.Maximum,
            Target = column.Target,
        })],
    };
}
