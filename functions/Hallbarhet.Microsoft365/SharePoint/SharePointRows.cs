using System.Text.Json;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>Rows of SharePoint's answers that every client of the port reads alike, and what asks for them.</summary>
internal static class SharePointRows
{
    public const string Bindings = "$select=PrincipalId,Member/Title,Member/LoginName,RoleDefinitionBindings/RoleTypeKind&$expand=Member,RoleDefinitionBindings";

    public const string Nodes = "$select=Id,Title,Url,Children/Id,Children/Title,Children/Url&$expand=Children";

    /// <summary>How the login of an application begins; its rights come from its grant on the site.</summary>
    private const string Application = "i:0i.t|";

    /// <summary>Whoever cuts a list's rights loose is given full control of it, the program included; that is nobody's doing.</summary>
    public static IEnumerable<Assignment> Assignments(IEnumerable<JsonElement> rows) => rows
        .Where(row => row.GetProperty("Member").GetProperty("LoginName").GetString()?.StartsWith(Application, StringComparison.Ordinal) != true)
        .Select(AssignmentOf);

    public static NodeState Node(JsonElement node) => new(
        node.GetProperty("Id").GetInt32(),
        node.GetProperty("Title").GetString() ?? "",
        node.GetProperty("Url").GetString() ?? "",
        node.TryGetProperty("Children", out var children) && children.ValueKind == JsonValueKind.Array ? [.. children.EnumerateArray().Select(Node)] : []);

    private static Assignment AssignmentOf(JsonElement row) => new(
        row.GetProperty("PrincipalId").GetInt32(),
        row.GetProperty("Member").GetProperty("Title").GetString() ?? "",
        [.. row.GetProperty("RoleDefinitionBindings").EnumerateArray().Select(role => Levels.Of(role.GetProperty("RoleTypeKind").GetInt32()))]);
}
