using System.Linq.Expressions;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using PnP.Core.Model;
using PnP.Core.Model.SharePoint;
using PnP.Core.QueryModel;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>A list as it was asked for and, after the batch was sent, as it is.</summary>
internal sealed class PnpList(string id, PnpModel<IList> list, PnpCall? access)
{
    public static Expression<Func<IList, object>>[] Parts =>
    [
        list => list.EnableVersioning,
        list => list.MaxVersionLimit,
        list => list.EnableMinorVersions,
        list => list.EnableModeration,
        list => list.ReadSecurity,
        list => list.WriteSecurity,
        list => list.HasUniqueRoleAssignments,
        list => list.Fields.QueryProperties(column => column.InternalName, column => column.CustomFormatter),
        list => list.Views.QueryProperties(view => view.Id, view => view.Title, view => view.ServerRelativeUrl, view => view.ViewQuery,
            view => view.RowLimit, view => view.DefaultView, view => view.PersonalView, view => view.Hidden, view => view.ViewFields),
    ];

    public string Id => id;

    /// <summary>False when somebody deleted it meanwhile or this identity may not see it.</summary>
    public bool IsThere() => list.Call.Error switch
    {
        null => true,
        NotFoundException or AccessDeniedException => false,
        var error => throw error,
    };

    public ListDetails Details()
    {
        var read = list.Value;
        return new ListDetails
        {
            Versioning = read.EnableVersioning,
            Versions = read.MaxVersionLimit,
            MinorVersions = read.EnableMinorVersions,
            Moderation = read.EnableModeration,
            ReadSecurity = read.ReadSecurity,
            WriteSecurity = read.WriteSecurity,
            OwnAccess = read.HasUniqueRoleAssignments,
            Access = access?.IsSeen() == true ? [.. SharePointRows.Assignments(access.Rows)] : null,
            Views = [.. read.Views.AsRequested().Where(view => !view.PersonalView && !view.Hidden).Select(View)],
            Formats = read.Fields.AsRequested().Where(field => !string.IsNullOrEmpty(field.CustomFormatter))
                .ToDictionary(field => field.InternalName, field => CompactJson.Of(field.CustomFormatter)),
        };
    }

    private static ViewState View(IView view) => new(
        view.Id.ToString(),
        Path.GetFileNameWithoutExtension(view.ServerRelativeUrl),
        new ViewContent
        {
            Title = view.Title,
            Default = view.DefaultView,
            Columns = [.. view.ViewFields.Items.Select(ViewColumns.FromSharePoint)],
            Query = view.ViewQuery ?? "",
            Limit = view.RowLimit,
        });
}
