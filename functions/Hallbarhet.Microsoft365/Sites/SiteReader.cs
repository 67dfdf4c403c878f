using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Reads the site in three round trips: where it is, what it has, what stands in it.</summary>
internal sealed class SiteReader(Microsoft365Connection connection, WorkspaceTarget target)
{
    public async Task<WorkspaceState> ReadAsync(CancellationToken cancellationToken)
    {
        var (siteId, groupId) = await WhereAsync(cancellationToken);
        if (siteId is null)
            return new WorkspaceState { GroupId = groupId };
        var (state, plans) = await WhatAsync(siteId, groupId, cancellationToken);
        return await new ContentReader(connection, target).ReadAsync(state, plans, cancellationToken);
    }

    private async Task<(string? SiteId, string? GroupId)> WhereAsync(CancellationToken cancellationToken)
    {
        var key = connection.Options with { SitePath = target.Group.Site };
        var batch = new GraphBatch(connection);
        var site = batch.Add(connection.Graph.Sites[key.SiteKey].ToGetRequestInformation(c => c.QueryParameters.Select = ["id"]),
            Models.Site.CreateFromDiscriminatorValue);
        var groups = batch.Add(connection.Graph.Groups.ToGetRequestInformation(c =>
        {
            c.QueryParameters.Filter = $"mailNickname eq '{target.Group.MailNickname.Replace("'", "''", StringComparison.Ordinal)}'";
            c.QueryParameters.Select = ["id"];
        }), Models.GroupCollectionResponse.CreateFromDiscriminatorValue);
        await batch.SendAsync(cancellationToken);
        return (site.Error is NotFoundException ? null : site.Value.Id, GroupId(groups));
    }

    /// <summary>An identity for one site alone may not see groups; that matters only when the group itself is needed.</summary>
    private string? GroupId(BatchPart<Models.GroupCollectionResponse> groups) =>
        groups.Error is AccessDeniedException && target.Group is { CreateIfMissing: false, Planner: false }
            ? null
            : groups.Value.Value?.FirstOrDefault()?.Id;

    private async Task<(WorkspaceState State, IReadOnlyList<Models.PlannerPlan> Plans)> WhatAsync(
        string siteId, string? groupId, CancellationToken cancellationToken)
    {
        var site = connection.Graph.Sites[siteId];
        var batch = new GraphBatch(connection);
        var lists = batch.Add(site.Lists.ToGetRequestInformation(c =>
        {
            // Hidden lists are answered only when "system" is selected.
            c.QueryParameters.Select = ["id", "name", "displayName", "list", "system"];
            c.QueryParameters.Expand = ["columns", "drive"];
        }), Models.ListCollectionResponse.CreateFromDiscriminatorValue);
        var pages = batch.Add(site.Pages.ToGetRequestInformation(c => c.QueryParameters.Select = ["id", "name", "publishingState"]),
            Models.BaseSitePageCollectionResponse.CreateFromDiscriminatorValue);
        var plans = groupId is not null && target.Group.Planner
            ? batch.Add(connection.Graph.Groups[groupId].Planner.Plans.ToGetRequestInformation(), Models.PlannerPlanCollectionResponse.CreateFromDiscriminatorValue)
            : null;
        await batch.SendAsync(cancellationToken);
        var all = lists.Value.Value ?? [];
        for (var next = lists.Value.OdataNextLink; next is not null;)
        {
            var more = await site.Lists.WithUrl(next).GetAsync(null, cancellationToken);
            all.AddRange(more?.Value ?? []);
            next = more?.OdataNextLink;
        }
        var state = new WorkspaceState
        {
            GroupId = groupId,
            SiteId = siteId,
            Lists = Lists(all),
            Pages = [.. (pages.Value.Value ?? []).Select(page => new PageState(page.Id!, page.Name!, page.PublishingState?.Level is null or "published"))],
        };
        return (state, plans?.Value.Value ?? []);
    }

    private static List<ListState> Lists(List<Models.List> lists)
    {
        var names = lists.ToDictionary(list => ColumnMapping.ListId(list.Id!), list => list.Name!);
        return [.. lists.Select(list => new ListState
        {
            Id = list.Id!,
            Name = list.Name!,
            Title = list.DisplayName ?? "",
            IsLibrary = list.ListProp?.Template == ListDefinition.Library,
            DriveId = list.Drive?.Id,
            Columns = [.. (list.Columns ?? []).Select(column => ColumnMapping.ToState(column, names))],
        })];
    }
}
