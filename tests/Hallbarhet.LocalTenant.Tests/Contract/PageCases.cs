using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class PageCases
{
    private const string Pages = "/v1.0/sites/{site}/pages";
    private const string Page = Pages + "/{page}";
    private const string Cast = "/microsoft.graph.sitePage";

    private static string WithPart(string part) => $$"""
        {"@odata.type":"#microsoft.graph.sitePage","name":"kontrakt-del-{n}.aspx","title":"Kontrakt {n}","canvasLayout":{"horizontalSections":[{"layout":"oneColumn","id":"1",
         "columns":[{"id":"1","width":12,"webparts":[{{part}}] }] }] } }
        """;

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Pages, (g, at) => g.Sites[at["site"]].Pages.GetAsync(),
            Good("The pages, without their layout") with { With = [("made", "{page}")], Facts = [("value/*/id", "{page}"), ("value/0/canvasLayout", null)] },
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider }),

        .. Anywhere("POST", Pages, (g, at) => g.Sites[at["site"]].Pages.PostAsync(at.Model<SitePage>()),
            Good("A page with text, as a draft that is checked out", 201) with { Body = WithPart("""{"@odata.type":"#microsoft.graph.textWebPart","innerHtml":"<p>Hej</p>"}"""), Facts = [("publishingState/level", "checkout"), ("name", "kontrakt-del-{n}.aspx")] },
            Bad(400, "invalidRequest", "Not said to be a site page") with { Facts = [("error/message", "~#microsoft.graph.sitePage")], Findings = ["SITEPAGE_RULE"], Body = """{"name":"kontrakt-{n}.aspx","title":"x"}""", RawOnly = true },
            Bad(400, "invalidRequest", "Said to be a base page, which the Graph SDK does unless told otherwise") with { Facts = [("error/message", "~#microsoft.graph.sitePage")], Findings = ["SITEPAGE_RULE"], Body = """{"@odata.type":"#microsoft.graph.baseSitePage","name":"kontrakt-{n}.aspx","title":"x"}""", RawOnly = true },
            Bad(400, "invalidRequest", "A name that does not end with .aspx") with { Facts = [("error/message", "~ends with .aspx")], Findings = ["SITEPAGE_RULE"], Body = """{"@odata.type":"#microsoft.graph.sitePage","name":"kontrakt-{n}.html","title":"x"}""" },
            Bad(409, "nameAlreadyExists", "A name that a page has") with { Body = """{"@odata.type":"#microsoft.graph.sitePage","name":"{page.name}","title":"x"}""" },
            Bad(400, "invalidRequest", "A web part that is none of the documented ones") with { Facts = [("error/message", "~not supported")], Findings = ["SITEPAGE_WEBPART"], Body = WithPart("""{"@odata.type":"#microsoft.graph.standardWebPart","webPartType":"f92bf067-bc19-489e-a556-7fe95f508720","data":{}}""") }),

        .. Anywhere("GET", Page, (g, at) => g.Sites[at["site"]].Pages[at["page"]].GetAsync(),
            Good("A page's properties") with { Facts = [("id", "{page}"), ("title", "~^Kontrakt")] },
            Missing("page", NoGuid, "itemNotFound", "No such page")),

        .. Anywhere("GET", Page + Cast, (g, at) => g.Sites[at["site"]].Pages[at["page"]].GraphSitePage.GetAsync(),
            Good("A page with its layout") with { Query = "?$expand=canvasLayout", Sdk = (g, at) => g.Sites[at["site"]].Pages[at["page"]].GraphSitePage.GetAsync(c => c.QueryParameters.Expand = ["canvasLayout"]), Facts = [("id", "{page}")] },
            Bad(400, "BadRequest", "Something that cannot be expanded") with { Findings = ["EXPAND_UNKNOWN"], Query = "?$expand=comments" },
            Missing("page", NoGuid, "itemNotFound", "No such page")),

        .. Anywhere("PATCH", Page + Cast, null,
            Good("A new title; the page is a draft again") with { Body = """{"@odata.type":"#microsoft.graph.sitePage","title":"Kontrakt ny titel"}""", Facts = [("title", "Kontrakt ny titel"), ("publishingState/level", "checkout")] },
            Bad(400, "invalidRequest", "Not said to be a site page") with { Findings = ["SITEPAGE_RULE"], Body = """{"title":"x"}""" },
            Bad(423, "resourceLocked", "A page that somebody else has checked out") with { As = Who.Setup, Body = """{"@odata.type":"#microsoft.graph.sitePage","title":"x"}""" },
            Missing("page", NoGuid, "itemNotFound", "No such page") with { Body = """{"@odata.type":"#microsoft.graph.sitePage","title":"x"}""" }),

        .. Anywhere("POST", Page + Cast + "/publish", null,
            Good("Everybody sees the page", 204),
            Missing("page", NoGuid, "itemNotFound", "No such page")),

        .. Anywhere("DELETE", Page, (g, at) => g.Sites[at["site"]].Pages[at["page"]].DeleteAsync(),
            Good("A page is gone", 204),
            Missing("page", NoGuid, "itemNotFound", "No such page")),
    ];
}
