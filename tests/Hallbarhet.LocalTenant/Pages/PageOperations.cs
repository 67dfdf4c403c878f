using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Pages;

internal static class PageOperations
{
    private const string Type = "#microsoft.graph.sitePage";
    private const string Listed = "$select,$filter,$top,$orderby,$expand,$skiptoken";

    private static readonly string[] Writable =
        ["name", "title", "description", "pageLayout", "showComments", "showRecommendedPages", "promotionKind",
        "titleArea", "canvasLayout", "thumbnailWebUrl"];

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/pages", Right.SiteRead, List, Listed),
        new("POST", "/sites/{site}/pages", Right.SiteWrite, Create),
        new("GET", "/sites/{site}/pages/{page}", Right.SiteRead, Get, "$select"),
        new("GET", "/sites/{site}/pages/{page}/microsoft.graph.sitePage", Right.SiteRead, Get, "$select,$expand"),
        new("PATCH", "/sites/{site}/pages/{page}/microsoft.graph.sitePage", Right.SiteWrite, Update),
        new("POST", "/sites/{site}/pages/{page}/microsoft.graph.sitePage/publish", Right.FileWrite, Publish),
        new("DELETE", "/sites/{site}/pages/{page}", Right.SiteWrite, Delete),
    ];

    private static JsonObject Find(Call call, out Site site)
    {
        site = SiteOperations.Of(call);
        return site.Pages.GetValueOrDefault(call["page"]) ?? throw GraphError.ItemNotFound("The specified page was not found");
    }

    private static JsonObject Shown(Call call, JsonObject page)
    {
        var shown = Listing.Select(call, page, "sitePage");
        if (!Expand.Parse(call.Query["$expand"], "canvasLayout").ContainsKey("canvasLayout")) _ = shown.Remove("canvasLayout");
        else shown["canvasLayout"] = page["canvasLayout"]?.DeepClone();
        return shown;
    }

    private static Reply List(Call call)
    {
        var site = SiteOperations.Of(call);
        return Listing.Answer(call, site.Pages.Values, $"sites('{site.SiteId}')/pages", "sitePage", 200, p => Shown(call, p));
    }

    private static Reply Get(Call call) => Answer(call, Find(call, out var site), site);

    private static Reply Answer(Call call, JsonObject page, Site site, int status = 200) =>
        call.One(Shown(call, page), $"sites('{site.SiteId}')/pages/$entity", status);

    private static JsonObject Body(Call call)
    {
        var body = call.Json(Writable);
        if (body.Text("@odata.type") != Type) throw GraphError.Invalid($"The body must carry \"@odata.type\": \"{Type}\".");
        if (body.Inner("canvasLayout") is { } canvas) WebParts.Check(canvas);
        return body;
    }

    private static Reply Create(Call call)
    {
        var site = SiteOperations.Of(call);
        var body = Body(call);
        var name = body.Text("name") ?? throw GraphError.Invalid("'name' is missing.");
        if (!name.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase)) throw GraphError.Invalid("The name of a page ends with .aspx.");
        if (site.Pages.Values.Any(p => string.Equals(p.Text("name"), name, StringComparison.OrdinalIgnoreCase)))
            throw DriveNode.NameTaken();
        var page = New(call, site, name);
        Take(page, body);
        site.Pages.Add(page.Text("id")!, page);
        return Answer(call, page, site, 201);
    }

    private static JsonObject New(Call call, Site site, string name)
    {
        var by = By(call, site);
        var id = call.Tenant.Ids.Guid().ToString();
        return J.Obj(("@odata.type", Type), ("@odata.etag", $"\"{{{id}}},1\""), ("id", id), ("eTag", $"\"{{{id}}},1\""), ("name", name),
            ("webUrl", $"{site.WebUrl}/SitePages/{Uri.EscapeDataString(name)}"), ("title", name), ("description", ""),
            ("pageLayout", "article"),
            ("promotionKind", "page"), ("showComments", true), ("showRecommendedPages", false), ("createdBy", by),
            ("lastModifiedBy", by.DeepClone()),
            ("createdDateTime", call.Tenant.NowText), ("lastModifiedDateTime", call.Tenant.NowText),
            ("publishingState", State(0, 1, by)),
            ("parentReference", J.Obj(("siteId", site.SiteId.ToString()))), ("titleArea", null), ("canvasLayout", null));
    }

    /// <summary>A change leaves the page checked out to whoever made it, until it is published.</summary>
    private static JsonObject State(int major, int minor, JsonObject? checkedOutBy)
    {
        var state = J.Obj(("level", checkedOutBy is null ? "published" : "checkout"), ("versionId", $"{major}.{minor}"));
        if (checkedOutBy is not null) state["checkedOutBy"] = checkedOutBy.DeepClone();
        return state;
    }

    private static JsonObject FindWritable(Call call, out Site site)
    {
        var page = Find(call, out site);
        var holder = page["publishingState"]!["checkedOutBy"];
        if (holder is not null && !JsonNode.DeepEquals(holder, By(call, site)))
            throw new GraphError(423, "resourceLocked", "The file is currently checked out or locked for editing by another user.");
        return page;
    }

    private static JsonObject By(Call call, Site site) => DriveJson.Identity(site.Users.Ensure(call.Tenant, call.Caller));

    private static void Take(JsonObject page, JsonObject body)
    {
        foreach (var (name, value) in body)
            if (name != "@odata.type") page[name] = value?.DeepClone();
        if (page["canvasLayout"] is JsonObject canvas) WebParts.Number(canvas);
    }

    private static Reply Update(Call call)
    {
        var page = FindWritable(call, out var site);
        Take(page, Body(call));
        Changed(call, page, site, minor: true);
        return Answer(call, page, site);
    }

    private static Reply Publish(Call call)
    {
        Changed(call, FindWritable(call, out var site), site, minor: false);
        return Reply.Empty(204);
    }

    private static void Changed(Call call, JsonObject page, Site site, bool minor)
    {
        var version = Version.Parse(page["publishingState"]!["versionId"]!.GetValue<string>());
        page["publishingState"] = minor ? State(version.Major, version.Minor + 1, By(call, site)) : State(version.Major + 1, 0, null);
        page["lastModifiedDateTime"] = call.Tenant.NowText;
        page["lastModifiedBy"] = By(call, site);
        var count = int.Parse(page.Text("eTag")!.Split(',')[1].TrimEnd('"'), CultureInfo.InvariantCulture) + 1;
        page["eTag"] = $"\"{{{page.Text("id")}}},{count}\"";
        page["@odata.etag"] = page.Text("eTag");
    }

    private static Reply Delete(Call call)
    {
        _ = FindWritable(call, out var site);
        _ = site.Pages.Remove(call["page"]);
        return Reply.Empty(204);
    }
}
