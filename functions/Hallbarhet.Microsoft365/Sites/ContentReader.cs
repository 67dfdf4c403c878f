using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Graph;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Reads what stands in the site, one round trip: seed rows, folders, buckets and what was applied last.</summary>
internal sealed class ContentReader(Microsoft365Connection connection, WorkspaceTarget target)
{
    private const int PageSize = 1000;
    private readonly GraphBatch batch = new(connection);
    private readonly List<(ListState List, BatchPart<Models.ListItemCollectionResponse> Part)> rows = [];
    private readonly List<(ListState List, string Folder, BatchPart<Models.DriveItem> Part)> folders = [];
    private readonly List<((string List, string Column, string Choice) What, BatchPart<Models.ListItemCollectionResponse> Part)> outdated = [];
    private readonly Dictionary<(string, string), string> keyed = [];
    private readonly Dictionary<(string, string), string> unkeyed = [];

    public async Task<WorkspaceState> ReadAsync(WorkspaceState state, IReadOnlyList<Models.PlannerPlan> plans, CancellationToken cancellationToken)
    {
        AddRows(state);
        AddFolders(state);
        AddOutdated(state);
        var record = AddRecord(state);
        var candidates = plans.Select(plan => (Plan: plan, Buckets: AddBuckets(plan), Details: AddDetails(plan))).ToList();
        var text = record is null ? Task.FromResult<AppliedState?>(null) : AppliedAsync(state, cancellationToken);
        await Task.WhenAll(batch.Count > 0 ? batch.SendAsync(cancellationToken) : Task.CompletedTask, text);
        await TakeRowsAsync(state, cancellationToken);
        var known = record is null || record.Error is NotFoundException ? null : WorkspaceRecord.Parse(Field(record.Value.ListItem, WorkspaceTarget.ValueColumn));
        var board = candidates.FirstOrDefault(candidate => candidate.Plan.Id == known?.Plan);
        if (board.Plan is null)
            board = candidates.FirstOrDefault(candidate => candidate.Plan.Title == target.Definition.Board.Title);
        return state with
        {
            Rows = keyed,
            Unkeyed = unkeyed,
            Outdated = outdated.Select(entry => (entry.What, Rows: entry.Part.Value.Value ?? [])).Where(entry => entry.Rows.Count > 0)
                .ToDictionary(entry => entry.What, entry => (IReadOnlyList<string>)[.. entry.Rows.Select(row => row.Id!)]),
            Lists = [.. state.Lists.Select(WithFolders)],
            Record = known,
            Applied = await text,
            Board = board.Plan is null
                ? null
                : new BoardState(board.Plan.Id!, board.Plan.Title ?? "", [.. (board.Buckets.Value.Value ?? []).Select(bucket => new BucketState(bucket.Id!, bucket.Name ?? ""))])
                {
                    Labels = BoardLabels.Of(board.Details.Json),
                },
        };
    }

    private void AddRows(WorkspaceState state)
    {
        foreach (var name in target.Rows.Select(row => row.List).Distinct())
        {
            if (state.List(name) is not { } list)
                continue;
            // Without the column of keys the titles still tell which rows are there.
            var columns = list.Column(WorkspaceTarget.SourceKey) is null ? ColumnDefinition.BuiltInTitle : $"{WorkspaceTarget.SourceKey},{ColumnDefinition.BuiltInTitle}";
            rows.Add((list, batch.Add(connection.Graph.Sites[state.SiteId].Lists[list.Id].Items.ToGetRequestInformation(c =>
            {
                c.QueryParameters.Select = ["id"];
                c.QueryParameters.Expand = [$"fields($select={columns})"];
                c.QueryParameters.Top = PageSize;
            }), Models.ListItemCollectionResponse.CreateFromDiscriminatorValue)));
        }
    }

    private void AddFolders(WorkspaceState state)
    {
        foreach (var library in target.Definition.Lists.Where(list => list.Folders.Count > 0))
        {
            if (state.List(library.Name) is not { DriveId: { } drive } list)
                continue;
            foreach (var folder in library.Folders)
            {
                folders.Add((list, folder, batch.Add(connection.Graph.Drives[drive].Root.ItemWithPath(folder).ToGetRequestInformation(),
                    Models.DriveItem.CreateFromDiscriminatorValue)));
            }
        }
    }

    /// <summary>A page of rows is enough: the next round finds the next page.</summary>
    private void AddOutdated(WorkspaceState state)
    {
        foreach (var (list, column) in target.Definition.Lists.SelectMany(list => list.Columns.Select(column => (list, column))))
        {
            if (state.List(list.Name) is not { } found || found.Column(column.Name) is not { Indexed: true })
                continue;
            foreach (var choice in column.Replaces.Keys)
            {
                outdated.Add(((list.Name, column.Name, choice), batch.Add(connection.Graph.Sites[state.SiteId].Lists[found.Id].Items.ToGetRequestInformation(c =>
                {
                    c.QueryParameters.Select = ["id"];
                    c.QueryParameters.Filter = $"fields/{column.Name} eq '{choice.Replace("'", "''", StringComparison.Ordinal)}'";
                    c.QueryParameters.Top = PageSize;
                }), Models.ListItemCollectionResponse.CreateFromDiscriminatorValue)));
            }
        }
    }

    private BatchPart<Models.DriveItem>? AddRecord(WorkspaceState state) =>
        state.List(WorkspaceTarget.SystemLibrary) is { DriveId: { } drive }
            ? batch.Add(connection.Graph.Drives[drive].Root.ItemWithPath(WorkspaceTarget.RecordFile).ToGetRequestInformation(
                c => c.QueryParameters.Expand = [$"listItem($expand=fields)"]), Models.DriveItem.CreateFromDiscriminatorValue)
            : null;

    private async Task<AppliedState?> AppliedAsync(WorkspaceState state, CancellationToken cancellationToken)
    {
        var drive = state.List(WorkspaceTarget.SystemLibrary)!.DriveId;
        try
        {
            await using var content = await connection.Graph.Drives[drive].Root.ItemWithPath(WorkspaceTarget.RecordFile).Content.GetAsync(null, cancellationToken) ?? Stream.Null;
            using var reader = new StreamReader(content);
            return AppliedState.Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private BatchPart<Models.PlannerBucketCollectionResponse> AddBuckets(Models.PlannerPlan plan) =>
        batch.Add(connection.Graph.Planner.Plans[plan.Id].Buckets.ToGetRequestInformation(), Models.PlannerBucketCollectionResponse.CreateFromDiscriminatorValue);

    private BatchPart AddDetails(Models.PlannerPlan plan) => batch.Add(connection.Graph.Planner.Plans[plan.Id].Details.ToGetRequestInformation());

    private async Task TakeRowsAsync(WorkspaceState state, CancellationToken cancellationToken)
    {
        foreach (var (list, part) in rows)
        {
            Take(list, part.Value.Value);
            for (var next = part.Value.OdataNextLink; next is not null;)
            {
                var more = await connection.Graph.Sites[state.SiteId].Lists[list.Id].Items.WithUrl(next).GetAsync(null, cancellationToken);
                Take(list, more?.Value);
                next = more?.OdataNextLink;
            }
        }
    }

    private void Take(ListState list, IEnumerable<Models.ListItem>? items)
    {
        foreach (var item in items ?? [])
        {
            if (Field(item, WorkspaceTarget.SourceKey) is { Length: > 0 } key)
                keyed.TryAdd((list.Name, key), item.Id!);
            else if (Field(item, ColumnDefinition.BuiltInTitle) is { Length: > 0 } title)
                unkeyed.TryAdd((list.Name, title), item.Id!);
        }
    }

    private ListState WithFolders(ListState list) => list with
    {
        Folders = [.. folders.Where(folder => folder.List.Id == list.Id && folder.Part.Error is not NotFoundException)
            .Where(folder => folder.Part.Value.Id is not null).Select(folder => folder.Folder)],
    };

    private static string? Field(Models.ListItem? item, string name) =>
        item?.Fields?.AdditionalData.TryGetValue(name, out var value) == true ? value?.ToString() : null;
}
