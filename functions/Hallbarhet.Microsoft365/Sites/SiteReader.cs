using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Kiota.Abstractions;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Reads the site in two round trips: where it is and what it has.</summary>
internal sealed class SiteReader(Microsoft365Connection connection, WorkspaceTarget target)
{
    /// <returns>The site, and the group's Planner plans; there is no site when its id is null.</returns>
    public async Task<(WorkspaceState State, IReadOnlyList<Models.PlannerPlan> Plans)> ReadAsync(WorkspaceState? known, CancellationToken cancellationToken)
    {
        var (siteId, groupId, unknown) = known?.SiteId is null ? await WhereAsync(cancellationToken) : (known.SiteId, known.GroupId, known.UnknownAccounts);
        if (siteId is null)
            return (new WorkspaceState { GroupId = groupId, UnknownAccounts = unknown }, []);
        var (state, plans) = await WhatAsync(siteId, groupId, cancellationToken);
        return (state with { UnknownAccounts = unknown }, plans);
    }

    /// <summary>One round trip: lists and pages; the rest is as an apply left it.</summary>
    public async Task<WorkspaceState> ReadAgainAsync(WorkspaceState left, CancellationToken cancellationToken)
    {
        var (state, _) = await WhatAsync(left.SiteId!, null, cancellationToken);
        return left with
        {
            Lists = [.. state.Lists.Select(list => list with { Folders = left.Lists.FirstOrDefault(before => before.Id == list.Id)?.Folders ?? [] })],
            Pages = state.Pages,
        };
    }

    private async Task<(string? SiteId, string? GroupId, IReadOnlyList<string> Unknown)> WhereAsync(CancellationToken cancellationToken)
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
        var accounts = Accounts().Select(upn => (Upn: upn, Part: batch.Add(connection.Graph.Users[upn].ToGetRequestInformation(c => c.QueryParameters.Select = ["id"])))).ToList();
        await batch.SendAsync(cancellationToken);
        // An identity that may not read accounts cannot tell which ones are missing.
        List<string> unknown = [.. accounts.Where(account => account.Part.Error is NotFoundException).Select(account => account.Upn)];
        return (site.Error is NotFoundException ? null : site.Value.Id, GroupId(groups), unknown);
    }

    private IEnumerable<string> Accounts() => target.Group.Members.Select(member => member.Upn).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

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
            c.QueryParameters.Select = ["id", "name", "displayName", "list", "system", "lastModifiedDateTime", "lastModifiedBy"];
            c.QueryParameters.Expand = ["columns", "drive"];
        }));
        var pages = batch.Add(site.Pages.ToGetRequestInformation(c => c.QueryParameters.Select = ["id", "name", "publishingState"]),
            Models.BaseSitePageCollectionResponse.CreateFromDiscriminatorValue);
        var plans = groupId is not null && target.Group.Planner
            ? batch.Add(connection.Graph.Groups[groupId].Planner.Plans.ToGetRequestInformation(), Models.PlannerPlanCollectionResponse.CreateFromDiscriminatorValue)
            : null;
        var group = groupId is null ? null : batch.Add(
            connection.Graph.Groups[groupId].ToGetRequestInformation(c => c.QueryParameters.Select = ["id", "displayName", "expirationDateTime"]), Models.Group.CreateFromDiscriminatorValue);
        var owners = groupId is null ? null : batch.Add(
            connection.Graph.Groups[groupId].Owners.ToGetRequestInformation(c => c.QueryParameters.Select = ["id"]), Models.DirectoryObjectCollectionResponse.CreateFromDiscriminatorValue);
        await batch.SendAsync(cancellationToken);
        var state = new WorkspaceState
        {
            GroupId = groupId,
            SiteId = siteId,
            Group = group is not { Succeeded: true } || owners is not { Succeeded: true } ? null : GroupOf(group.Value, owners.Value),
            Lists = ListAnswers.Of(await AllAsync(lists, cancellationToken)),
            Pages = [.. (pages.Value.Value ?? []).Select(Page)],
        };
        return (state, plans?.Value.Value ?? []);
    }

    private async Task<List<JsonElement>> AllAsync(BatchPart page, CancellationToken cancellationToken)
    {
        List<JsonElement> all = [.. page.Json.Rows("value")];
        while (page.Json.Text("@odata.nextLink") is { } next)
        {
            var batch = new GraphBatch(connection);
            page = batch.Add(new RequestInformation { HttpMethod = Method.GET, URI = new Uri(next) });
            await batch.SendAsync(cancellationToken);
            all.AddRange(page.Json.Rows("value"));
        }
        return all;
    }

    /// <summary>Version 2.1 was published once and is being changed; 0.1 never was.</summary>
    private static PageState Page(Models.BaseSitePage page) => new(page.Id!, page.Name!,
        page.PublishingState?.Level is null or "published" || page.PublishingState.VersionId?.StartsWith("0.", StringComparison.Ordinal) == false,
        page.PublishingState?.CheckedOutBy?.User?.DisplayName);

    private static GroupState GroupOf(Models.Group group, Models.DirectoryObjectCollectionResponse owners) => new(
        owners.Value?.Count ?? 0, group.ExpirationDateTime is { } expires ? DateOnly.FromDateTime(expires.UtcDateTime) : null, group.DisplayName);
}
