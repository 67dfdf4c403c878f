using System.Linq.Expressions;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;
using PnP.Core.Model;
using PnP.Core.Model.Security;
using PnP.Core.Model.SharePoint;
using PnP.Core.QueryModel;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// What steps are about, as PnP.Core's models, which it wants to have read before it changes anything; one round trip for them all.
/// Ids alone are read, as a change may send back what else was read of its model; and each thing is found by its id, for a query
/// of PnP.Core takes the first row of the answer without a look at it.
/// </summary>
internal sealed class PnpThings(PnPContext context, Microsoft365Connection connection)
{
    private readonly PnpBatch batch = new(context, connection);
    private readonly Dictionary<string, PnpModel<IList>> lists = new(StringComparer.OrdinalIgnoreCase);
    private PnpModel<ISharePointGroupCollection>? groups;

    /// <summary>Reads what the steps need; that something could not be read is told to the step that asks for it.</summary>
    public async Task ReadAsync(IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken)
    {
        foreach (var some in steps.GroupBy(ListOf, StringComparer.OrdinalIgnoreCase).Where(some => some.Key.Length > 0))
            lists[some.Key] = batch.Load(to => context.Web.Lists.GetByIdBatchAsync(to, Guid.Parse(some.Key), [.. Parts([.. some])]));
        if (steps.Any(step => step is SharePointStep.AddPerson))
            groups = batch.Load(GroupsAsync);
        await batch.SendAsync(cancellationToken);
    }

    public IList List(string id) => lists[id].Value;

    public IField Column(string listId, string name) =>
        List(listId).Fields.AsRequested().SingleOrDefault(column => column.InternalName == name) ?? throw Missing($"Column {name} of list {listId}");

    public ISharePointGroup Group(int id) =>
        groups!.Value.AsRequested().SingleOrDefault(group => group.Id == id) ?? throw Missing($"SharePoint group {id}");

    private static string ListOf(SharePointStep step) => step switch
    {
        SharePointStep.SetList set => set.ListId,
        SharePointStep.FormatColumn format => format.ListId,
        SharePointStep.AddView add => add.ListId,
        SharePointStep.BreakInheritance broken => broken.ListId,
        SharePointStep.RestoreInheritance restored => restored.ListId,
        _ => "",
    };

    private static IEnumerable<Expression<Func<IList, object>>> Parts(SharePointStep[] steps)
    {
        yield return list => list.Id;
        if (steps.Any(step => step is SharePointStep.FormatColumn))
            yield return list => list.Fields.QueryProperties(column => column.Id, column => column.InternalName);
    }

    private async Task<ISharePointGroupCollection> GroupsAsync(Batch to)
    {
        await context.Web.SiteGroups.LoadBatchAsync(to, group => group.Id);
        return context.Web.SiteGroups;
    }

    private static NotFoundException Missing(string what) => new($"{what} is not there. It was deleted, or somebody was faster; read the site again.");
}
