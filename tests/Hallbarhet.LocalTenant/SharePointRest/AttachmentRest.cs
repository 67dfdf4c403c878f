using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class AttachmentRest
{
    private const string Files = "web/lists({list})/items({item})/AttachmentFiles";

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", Files, RoleLevel.Read, call => RestAnswer.Many(call, call.Row.Attachments.Keys.Select(name => Of(call, name))), "$select"),
        new("POST", Files + "/add(FileName)", RoleLevel.Contribute, Add),
        new("GET", Files + "({name})/$value", RoleLevel.Read, call => Reply.Binary(Find(call), "application/octet-stream")),
        new("DELETE", Files + "({name})", RoleLevel.Contribute, Delete),
        new("POST", "web/lists({list})/items({item})/versions/deleteAll", RoleLevel.Contribute, DeleteVersions),
    ];

    private static Reply Add(RestCall call)
    {
        if (call.List.Drive is not null) throw GraphError.Invalid("Items of a document library have no attachments.");
        var (item, name) = (call.Row, call.Parameter("FileName"));
        DriveNode.DemandName(name);
        if (!item.Attachments.TryAdd(name, call.Request.Body.ToArray()))
            throw new GraphError(409, "-2130575257, Microsoft.SharePoint.SPException",
                $"The specified name is already in use. The document or folder name {name} was not changed.");
        Touch(call);
        return RestCall.Json(Of(call, name).Plain);
    }

    private static Reply Delete(RestCall call)
    {
        _ = Find(call);
        _ = call.Row.Attachments.Remove(call["name"].Text);
        Touch(call);
        return Reply.Empty(200);
    }

    private static byte[] Find(RestCall call) => call.Row.Attachments.GetValueOrDefault(call["name"].Text) ?? throw RestError.NoFile();

    private static void Touch(RestCall call)
    {
        call.Row.Write(call.Tenant.Now, call.Site.Users.Ensure(call.Tenant, call.Caller), []);
        call.Touch(call.List);
    }

    /// <summary>All but the current version go; their numbers are not used again.</summary>
    private static Reply DeleteVersions(RestCall call)
    {
        var versions = call.Row.Versions;
        versions.RemoveRange(0, versions.Count - 1);
        return RestCall.Nothing();
    }

    private static Shaped Of(RestCall call, string name)
    {
        var path = $"{ListShape.Path(call.List)}/Attachments/{call.Row.Id}/{name}";
        return new("SP.Attachment", J.Obj(("FileName", name), ("FileNameAsPath", J.Obj(("DecodedUrl", name))),
            ("ServerRelativePath", J.Obj(("DecodedUrl", path))), ("ServerRelativeUrl", path)));
    }
}
