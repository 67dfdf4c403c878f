using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>Each step as the REST calls that do it, in their order.</summary>
internal static class RestSteps
{
    public static IEnumerable<RestPart> Of(SharePointStep step) => step switch
    {
        SharePointStep.SetList set => [SetList(set)],
        SharePointStep.FormatColumn format => [RestPart.Merge(
            $"{List(format.ListId)}/fields/getbyinternalnameortitle({Quoted(format.Column)})", new JsonObject { ["CustomFormatter"] = format.Json })],
        SharePointStep.AddView add => AddView(add),
        SharePointStep.ChangeView change => ChangeView(change),
        SharePointStep.AddGroup group => [RestPart.Post("_api/web/sitegroups", new JsonObject { ["Title"] = group.Title, ["Description"] = group.Description })],
        SharePointStep.AddPerson person => [RestPart.Post(
            $"_api/web/sitegroups/getbyid({person.Group})/users", new JsonObject { ["LoginName"] = $"i:0#.f|membership|{person.Upn}" }, idempotent: true)],
        SharePointStep.BreakInheritance list => [RestPart.Post(
            $"{List(list.ListId)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", idempotent: true)],
        SharePointStep.RestoreInheritance list => [RestPart.Post($"{List(list.ListId)}/resetroleinheritance", idempotent: true)],
        SharePointStep.Grant grant => [RestPart.Post(
            $"{Scope(grant.ListId)}/roleassignments/addroleassignment(principalid={grant.Principal},roledefid={Levels.Id(grant.Level)})", idempotent: true)],
        SharePointStep.Revoke revoke => [RestPart.Post(
            $"{Scope(revoke.ListId)}/roleassignments/removeroleassignment(principalid={revoke.Principal},roledefid={Levels.Id(revoke.Level)})", idempotent: true)],
        SharePointStep.AddNode node => [AddNode(node)],
        SharePointStep.RenameNode node => [RestPart.Merge($"_api/web/navigation/GetNodeById({node.Node})", new JsonObject { ["Title"] = node.Title })],
        SharePointStep.SetHomePage home => [RestPart.Merge("_api/web/rootfolder", new JsonObject { ["WelcomePage"] = home.Path })],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };

    private static RestPart SetList(SharePointStep.SetList set) => RestPart.Merge(List(set.ListId), new JsonObject
    {
        ["EnableVersioning"] = true,
        ["MajorVersionLimit"] = set.Versions,
        ["EnableMinorVersions"] = false,
        ["EnableModeration"] = false,
        ["ReadSecurity"] = 1,
        ["WriteSecurity"] = 1,
    });

    private static IEnumerable<RestPart> AddView(SharePointStep.AddView add)
    {
        var view = add.View;
        var added = RestPart.Post($"{List(add.ListId)}/views/add", new JsonObject
        {
            ["parameters"] = new JsonObject
            {
                ["__metadata"] = new JsonObject { ["type"] = "SP.ViewCreationInformation" },
                ["Title"] = add.Name,
                ["ViewFields"] = new JsonObject { ["results"] = new JsonArray([.. view.Columns.Select(name => JsonValue.Create(ViewColumns.ToSharePoint(name)))]) },
                ["Query"] = view.Query,
                ["RowLimit"] = view.Limit,
                ["Paged"] = true,
                ["PersonalView"] = false,
                ["SetAsDefaultView"] = view.Default,
            },
        }, verbose: true);
        return [added, RestPart.Merge($"{List(add.ListId)}/views/getbytitle({Quoted(add.Name)})", new JsonObject { ["Title"] = view.Title }, after: added)];
    }

    private static IEnumerable<RestPart> ChangeView(SharePointStep.ChangeView change)
    {
        var (view, address) = (change.View, $"{List(change.ListId)}/views(guid'{change.ViewId}')");
        yield return RestPart.Post($"{address}/SetViewXml", new JsonObject { ["viewXml"] = Xml(view) }, idempotent: true);
        var merge = new JsonObject { ["Title"] = view.Title };
        if (view.Default)
            merge["DefaultView"] = true;
        yield return RestPart.Merge(address, merge);
    }

    private static string Xml(ViewContent view) => new XElement("View",
        XElement.Parse($"<Query>{view.Query}</Query>"),
        new XElement("ViewFields", view.Columns.Select(name => new XElement("FieldRef", new XAttribute("Name", ViewColumns.ToSharePoint(name))))),
        new XElement("RowLimit", new XAttribute("Paged", "TRUE"), view.Limit)).ToString(SaveOptions.DisableFormatting);

    private static RestPart AddNode(SharePointStep.AddNode node)
    {
        var under = node.Parent is { } parent ? $"_api/web/navigation/GetNodeById({parent})/Children" : "_api/web/navigation/quicklaunch";
        return RestPart.Post(under, new JsonObject { ["Title"] = node.Title, ["Url"] = node.Url, ["IsExternal"] = node.Url.Contains("://", StringComparison.Ordinal) });
    }

    /// <summary>An apostrophe in a text is written twice.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string List(string id) => $"_api/web/lists(guid'{id}')";

    private static string Scope(string? listId) => listId is null ? "_api/web" : List(listId);
}
