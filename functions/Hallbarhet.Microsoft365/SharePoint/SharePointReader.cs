using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>Reads what SharePoint alone can tell, in one round trip.</summary>
internal sealed class SharePointReader(Microsoft365Connection connection)
{
    private readonly RestBatch batch = new(connection);

    public async Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> lists, CancellationToken cancellationToken)
    {
        var owners = Ask("_api/web/associatedownergroup?$select=Id");
        var members = Ask("_api/web/associatedmembergroup?$select=Id");
        var regional = Ask("_api/web/regionalsettings?$select=LocaleId,TimeZone/Id&$expand=TimeZone");
        var home = Ask("_api/web/rootfolder?$select=WelcomePage");
        var groups = Ask("_api/web/sitegroups?$select=Id,Title,Users/LoginName&$expand=Users");
        var access = Ask("_api/web/roleassignments?" + SharePointRows.Bindings);
        var menu = Ask("_api/web/navigation/quicklaunch?" + SharePointRows.Nodes);
        var settings = Ask("_api/web/lists?$select=Id,EnableVersioning,MajorVersionLimit,EnableMinorVersions,EnableModeration,ReadSecurity,WriteSecurity,HasUniqueRoleAssignments");
        var details = lists.Select(AskList).ToList();
        await batch.SendAsync(cancellationToken);
        var bySettings = settings.IsForbidden ? [] : settings.Rows.ToDictionary(row => row.GetProperty("Id").GetString()!, StringComparer.OrdinalIgnoreCase);
        return new SharePointState
        {
            HomePage = home.IsForbidden ? null : home.Json.GetProperty("WelcomePage").GetString(),
            Owners = owners.IsForbidden ? null : owners.Json.GetProperty("Id").GetInt32(),
            Members = members.IsForbidden ? null : members.Json.GetProperty("Id").GetInt32(),
            Groups = groups.IsForbidden ? null : [.. groups.Rows.Select(Group)],
            Access = access.IsForbidden ? null : [.. SharePointRows.Assignments(access.Rows)],
            Menu = menu.IsForbidden ? null : [.. menu.Rows.Select(SharePointRows.Node)],
            TimeZone = regional.IsForbidden ? null : regional.Json.GetProperty("TimeZone").GetProperty("Id").GetInt32(),
            Locale = regional.IsForbidden ? null : regional.Json.GetProperty("LocaleId").GetInt32(),
            Lists = details.Where(list => bySettings.ContainsKey(list.Id)).ToDictionary(list => list.Id, list => Details(bySettings[list.Id], list)),
        };
    }

    private RestPart Ask(string path) => batch.Add(RestPart.Get(path));

    private ListParts AskList(SharePointQuestion question)
    {
        var list = $"_api/web/lists(guid'{question.ListId}')";
        return new ListParts(question.ListId,
            Ask($"{list}/views?$select=Id,Title,ServerRelativeUrl,ViewQuery,RowLimit,DefaultView,PersonalView,Hidden,ViewFields&$expand=ViewFields"),
            question.WithFormats ? Ask($"{list}/fields?$select=InternalName,CustomFormatter") : null,
            question.WithAccess ? Ask($"{list}/roleassignments?{SharePointRows.Bindings}") : null);
    }

    private static ListDetails Details(JsonElement row, ListParts parts) => new()
    {
        Versioning = row.GetProperty("EnableVersioning").GetBoolean(),
        Versions = row.GetProperty("MajorVersionLimit").GetInt32(),
        MinorVersions = row.GetProperty("EnableMinorVersions").GetBoolean(),
        Moderation = row.GetProperty("EnableModeration").GetBoolean(),
        ReadSecurity = row.GetProperty("ReadSecurity").GetInt32(),
        WriteSecurity = row.GetProperty("WriteSecurity").GetInt32(),
        OwnAccess = row.GetProperty("HasUniqueRoleAssignments").GetBoolean(),
        Access = parts.Access is null or { IsForbidden: true } ? null : [.. SharePointRows.Assignments(parts.Access.Rows)],
        Views = [.. parts.Views.Rows.Where(view => !view.GetProperty("PersonalView").GetBoolean() && !view.GetProperty("Hidden").GetBoolean()).Select(View)],
        Formats = (parts.Fields?.Rows ?? []).Where(HasFormat).ToDictionary(
            field => field.GetProperty("InternalName").GetString()!, field => CompactJson.Of(field.GetProperty("CustomFormatter").GetString()!)),
    };

    private static ViewState View(JsonElement view) => new(
        view.GetProperty("Id").GetString()!,
        Path.GetFileNameWithoutExtension(view.GetProperty("ServerRelativeUrl").GetString()!),
        new ViewContent
        {
            Title = view.GetProperty("Title").GetString()!,
            Default = view.GetProperty("DefaultView").GetBoolean(),
            Columns = [.. view.GetProperty("ViewFields").GetProperty("Items").EnumerateArray().Select(name => ViewColumns.FromSharePoint(name.GetString()!))],
            Query = view.GetProperty("ViewQuery").GetString() ?? "",
            Limit = view.GetProperty("RowLimit").GetInt32(),
        });

    private static bool HasFormat(JsonElement field) => field.GetProperty("CustomFormatter") is { ValueKind: JsonValueKind.String } format && format.GetString()!.Length > 0;

    private static SiteGroupState Group(JsonElement group) => new(
        group.GetProperty("Id").GetInt32(),
        group.GetProperty("Title").GetString()!,
        [.. group.GetProperty("Users").EnumerateArray().Select(user => user.GetProperty("LoginName").GetString()!)]);

    private sealed record ListParts(string Id, RestPart Views, RestPart? Fields, RestPart? Access);
}
