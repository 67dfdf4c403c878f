using System.Linq.Expressions;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Workspace.SharePoint;
using PnP.Core.Model;
using PnP.Core.Model.Security;
using PnP.Core.Model.SharePoint;
using PnP.Core.QueryModel;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// Reads what SharePoint alone can tell, in one round trip. PnP.Core's model knows neither the names behind rights nor the second
/// level of the menu: those two are asked for as SharePoint's REST has them. Its collections are read through AsRequested alone: they
/// are IQueryable and IAsyncEnumerable at once, for both of which .NET 10 has the same words, and any other way may ask the service again.
/// </summary>
internal sealed class PnpReader(PnPContext context, Microsoft365Connection connection)
{
    private readonly PnpBatch batch = new(context, connection);

    public async Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> questions, CancellationToken cancellationToken)
    {
        var web = batch.Add(new PnpCall(to => context.Web.LoadBatchAsync(to, SiteParts)));
        var groups = batch.Add(new PnpCall(to => context.Web.SiteGroups.LoadBatchAsync(to, GroupParts)));
        var access = batch.Add(context.Get("_api/web/roleassignments?" + SharePointRows.Bindings));
        var menu = batch.Add(context.Get("_api/web/navigation/quicklaunch?" + SharePointRows.Nodes));
        var lists = questions.Select(Ask).ToList();
        await batch.SendAsync(cancellationToken);
        var site = new SharePointState
        {
            Groups = groups.IsSeen() ? [.. context.Web.SiteGroups.AsRequested().Select(Group)] : null,
            Access = access.IsSeen() ? [.. SharePointRows.Assignments(access.Rows)] : null,
            Menu = menu.IsSeen() ? [.. menu.Rows.Select(SharePointRows.Node)] : null,
            Lists = lists.Where(list => list.IsThere()).ToDictionary(list => list.Id, list => list.Details()),
        };
        return web.IsSeen() ? WithParts(site) : site;
    }

    private static Expression<Func<IWeb, object>>[] SiteParts =>
    [
        web => web.AssociatedOwnerGroup.QueryProperties(group => group.Id),
        web => web.AssociatedMemberGroup.QueryProperties(group => group.Id),
        web => web.RegionalSettings.QueryProperties(regional => regional.LocaleId, regional => regional.TimeZone),
        web => web.RootFolder.QueryProperties(folder => folder.WelcomePage),
    ];

    private static Expression<Func<ISharePointGroup, object>>[] GroupParts =>
        [group => group.Id, group => group.Title, group => group.Users.QueryProperties(user => user.LoginName)];

    private SharePointState WithParts(SharePointState site) => site with
    {
        HomePage = context.Web.RootFolder.WelcomePage,
        Owners = context.Web.AssociatedOwnerGroup.Id,
        Members = context.Web.AssociatedMemberGroup.Id,
        TimeZone = context.Web.RegionalSettings.TimeZone.Id,
        Locale = context.Web.RegionalSettings.LocaleId,
    };

    private PnpList Ask(SharePointQuestion question)
    {
        var list = batch.Load(to => context.Web.Lists.GetByIdBatchAsync(to, Guid.Parse(question.ListId), PnpList.Parts));
        var access = question.WithAccess
            ? batch.Add(context.Get($"_api/web/lists(guid'{question.ListId}')/roleassignments?{SharePointRows.Bindings}"))
            : null;
        return new PnpList(question.ListId, list, access);
    }

    private static SiteGroupState Group(ISharePointGroup group) =>
        new(group.Id, group.Title, [.. group.Users.AsRequested().Select(user => user.LoginName)]);
}
