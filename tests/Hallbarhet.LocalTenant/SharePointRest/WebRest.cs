using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class WebRest
{
    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "site", RoleLevel.Read, call => RestAnswer.One(call, WebShape.OfCollection(call.Site)), "$select"),
        new("GET", "web", RoleLevel.Read, call => RestAnswer.One(call, WebShape.Of(call)), "$select,$expand"),
        new("PATCH", "web", RoleLevel.FullControl, Update),
        new("GET", "web/regionalsettings", RoleLevel.Read, call => RestAnswer.One(call, WebShape.Regional()), "$select,$expand"),
        new("GET", "web/rootfolder", RoleLevel.Read, call => RestAnswer.One(call, FolderShape.OfSite(call.Site)), "$select"),
        new("PATCH", "web/rootfolder", RoleLevel.Design, SetWelcomePage),
    ];

    private static Reply Update(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.Web", "Title", "Description");
        call.Site.Title = body.Text("Title") ?? call.Site.Title;
        call.Site.Description = body.Text("Description") ?? call.Site.Description;
        return Reply.Empty(204);
    }

    private static Reply SetWelcomePage(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.Folder", "WelcomePage");
        call.Site.WelcomePage = body.Text("WelcomePage") ?? throw RestError.Argument("Value does not fall within the expected range.");
        return Reply.Empty(204);
    }
}
