using Hallbarhet.LocalTenant.Files;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class AttachmentRest
{
    public static Reply List(RestCall call) =>
        RestCall.Json(J.Obj(("value", J.Array(call.Item.Attachments.Keys.Select(name => Shown(call, name))))));

    public static Reply Add(RestCall call)
    {
        if (call.List.Drive is not null) throw GraphError.Invalid("Items of a document library have no attachments.");
        DriveNode.DemandName(call.Name);
        if (!call.Item.Attachments.TryAdd(call.Name, call.Request.Body.ToArray()))
            throw new GraphError(409, "-2130575257, Microsoft.SharePoint.SPException",
                $"The specified name is already in use. The document or folder name {call.Name} was not changed.");
        Touch(call);
        return RestCall.Json(Shown(call, call.Name));
    }

    public static Reply Content(RestCall call) => Reply.Binary(Find(call), "application/octet-stream");

    public static Reply Delete(RestCall call)
    {
        _ = Find(call);
        _ = call.Item.Attachments.Remove(call.Name);
        Touch(call);
        return Reply.Empty(200);
    }

    private static byte[] Find(RestCall call) => call.Item.Attachments.GetValueOrDefault(call.Name)
        ?? throw new GraphError(404, "-2147024894, System.IO.FileNotFoundException", "File Not Found.");

    private static void Touch(RestCall call)
    {
        call.Item.Write(call.Tenant.Now, call.Site.Users.Ensure(call.Tenant, call.Caller), []);
        call.List.Touch(call.Tenant.NowText);
    }

    private static JsonObject Shown(RestCall call, string name)
    {
        var path = $"/sites/{call.Site.Name}/Lists/{call.List.Name}/Attachments/{call.Item.Id}/{name}";
        return J.Obj(("FileName", name), ("FileNameAsPath", J.Obj(("DecodedUrl", name))),
            ("ServerRelativePath", J.Obj(("DecodedUrl", path))),
            ("ServerRelativeUrl", path));
    }
}
