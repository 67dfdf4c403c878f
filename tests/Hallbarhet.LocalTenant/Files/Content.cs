using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>Bytes in and out: simple uploads, upload sessions, downloads and conversion.</summary>
internal static class Content
{
    private const string Behavior = "@microsoft.graph.conflictBehavior";

    public static IEnumerable<Operation> Table =>
    [
        new("PUT", "/drives/{drive}/items/{item}/content", Right.FileWrite, Put, Behavior),
        new("GET", "/drives/{drive}/items/{item}/content", Right.FileRead, Get, "format,$format"),
        new("POST", "/drives/{drive}/items/{item}/createUploadSession", Right.SiteWrite, CreateSession),
    ];

    public static string FreeName(DriveNode folder, string name)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var free = name;
        for (var n = 1; folder.Children.ContainsKey(free); n++) free = $"{stem} {n}{extension}";
        return free;
    }

    /// <summary>Stores a file and answers it; 201 when it is new.</summary>
    public static Reply Store(Call call, DriveNode folder, string name, byte[] content, string behavior)
    {
        if (folder.Children.TryGetValue(name, out var existing) && behavior == "rename") (name, existing) = (FreeName(folder, name), null);
        if (existing is { IsFolder: true } || (existing is not null && behavior == "fail")) throw DriveNode.NameTaken();
        var stored = OfficeRewrite.Apply(name, content, call.Tenant.Ids.Guid());
        if (existing is null) return DriveOperations.Shown(call, folder.Drive.Add(call.Caller, folder, name, stored), 201);
        existing.DemandWritable(call.Header("If-Match"));
        folder.Drive.Replace(call.Caller, existing, stored);
        return DriveOperations.Shown(call, existing);
    }

    private static Reply Put(Call call)
    {
        var behavior = call.Query[Behavior] ?? "replace";
        if (behavior is not ("fail" or "replace" or "rename")) throw GraphError.Invalid($"'{behavior}' is not a conflict behavior.");
        var folder = Target(call, out var name);
        return Store(call, folder, name, call.Body.ToArray(), behavior);
    }

    private static DriveNode Target(Call call, out string name)
    {
        var drive = DriveOperations.Of(call);
        if (call["item"].Contains(':', StringComparison.Ordinal)) return drive.Folder(call.Caller, call["item"], out name);
        var node = drive.Get(call["item"]);
        if (node.IsFolder) throw GraphError.Invalid("A folder has no content.");
        name = node.Name;
        return node.Parent!;
    }

    private static Reply Get(Call call)
    {
        var node = DriveOperations.Node(call);
        if (node.IsFolder) throw GraphError.Invalid("A folder has no content.");
        var format = call.Query["format"] ?? call.Query["$format"];
        if (format is null) return Reply.Redirect(call.Tenant.Handouts.Address(node, null));
        if (format != "pdf") throw new GraphError(501, "notImplemented", $"The local tenant converts to pdf, not to {format}");
        if (!call.Tenant.Options.PdfConversion || PdfConverter.Program is null)
            throw new GraphError(501, "notImplemented",
                "The local tenant cannot convert to PDF: LibreOffice (soffice) is not installed or conversion is off");
        return Reply.Redirect(call.Tenant.Handouts.Address(node, "pdf"));
    }

    private static Reply CreateSession(Call call)
    {
        var item = call.HasBody ? call.Json("item", "deferCommit").Inner("item") : null;
        var folder = Target(call, out var name);
        if (item?.Text("name") is { } wanted && wanted != name)
            throw GraphError.Invalid($"The name '{wanted}' differs from the one in the path.");
        if (folder.Children.GetValueOrDefault(name) is { } existing) existing.DemandWritable(call.Header("If-Match"));
        var behavior = item?.Text(Behavior) ?? "fail";
        return call.One(call.Tenant.Handouts.Open(new()
        {
            Caller = call.Caller,
            Complete = content => Store(call, folder, name, content, behavior),
            Expires = call.Tenant.Wire.GetUtcNow().AddHours(1),
        }), "microsoft.graph.uploadSession");
    }
}
