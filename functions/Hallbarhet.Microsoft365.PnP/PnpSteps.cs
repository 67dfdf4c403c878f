using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Workspace.SharePoint;
using PnP.Core.Model.SharePoint;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// Each step as calls, in their order: by PnP.Core's models where they do it in one call, otherwise as plain REST.
/// Not by them: a view's columns (a call for each, and people see it half done), a level of rights (found by its name, which is
/// another on a Swedish site, and of several rows the first is taken), a new group (loses its description), the home page (its folder
/// would have to be read first) and the menu (a new title sends the entry's address and visibility too, and what was not read of
/// them is overwritten).
/// Columns are Graph's: PnP.Core gives a new one a random id, so that a second run would make a second column.
/// </summary>
internal sealed class PnpSteps(PnPContext context, PnpThings things)
{
    public IReadOnlyList<PnpCall> Of(SharePointStep step) => step switch
    {
        SharePointStep.SetList set => [SetList(set)],
        SharePointStep.FormatColumn format => [FormatColumn(format)],
        SharePointStep.AddView add => AddView(add),
        SharePointStep.AddPerson person => [AddPerson(person)],
        SharePointStep.BreakInheritance list => [BreakInheritance(things.List(list.ListId))],
        SharePointStep.RestoreInheritance list => [RestoreInheritance(things.List(list.ListId))],
        _ => [.. AsRest(step)],
    };

    private IEnumerable<PnpCall> AsRest(SharePointStep step) => RestSteps.Of(step).Select(part => context.Call(part));

    private PnpCall SetList(SharePointStep.SetList set)
    {
        var list = things.List(set.ListId);
        list.EnableVersioning = true;
        list.MaxVersionLimit = set.Versions;
        list.EnableMinorVersions = false;
        list.EnableModeration = false;
        list.ReadSecurity = 1;
        list.WriteSecurity = 1;
        return new PnpCall(list.UpdateBatchAsync);
    }

    private PnpCall FormatColumn(SharePointStep.FormatColumn format)
    {
        var column = things.Column(format.ListId, format.Column);
        column.CustomFormatter = format.Json;
        return new PnpCall(column.UpdateBatchAsync);
    }

    private PnpCall[] AddView(SharePointStep.AddView add)
    {
        var (list, view) = (things.List(add.ListId), add.View);
        var options = new ViewOptions
        {
            Title = add.Name,
            ViewFields = [.. view.Columns.Select(ViewColumns.ToSharePoint)],
            Query = view.Query,
            RowLimit = view.Limit,
            Paged = true,
            SetAsDefaultView = view.Default,
        };
        var added = new PnpCall(to => list.Views.AddBatchAsync(to, options), idempotent: false);
        return [added, context.Call(RestSteps.Of(add).Last(), added)];
    }

    private PnpCall AddPerson(SharePointStep.AddPerson person)
    {
        var group = things.Group(person.Group);
        return new PnpCall(to => group.AddUserBatchAsync(to, $"i:0#.f|membership|{person.Upn}"));
    }

    private static PnpCall BreakInheritance(IList list) => new(to => list.BreakRoleInheritanceBatchAsync(to, copyRoleAssignments: false, clearSubscopes: true));

    private static PnpCall RestoreInheritance(IList list) => new(list.ResetRoleInheritanceBatchAsync);
}
