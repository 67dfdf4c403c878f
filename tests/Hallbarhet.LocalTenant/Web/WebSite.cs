using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Traffic;
using Hallbarhet.LocalTenant.Web.Pages;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>
/// The pages for people, at SharePoint's own addresses where it has them. What changes something goes through the pipeline as a call of
/// the person who looks; the pages themselves are neither logged nor captured.
/// </summary>
internal sealed class WebSite(TenantState tenant, Pipeline pipeline, ControlPlane control)
{
    /// <summary>No scripts at all; style attributes alone may be inline, since list formatting sets them.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] Css = Resource("site.css");

    /// <summary>Addresses of pages; everything else is for programs and refused loudly when it is not known.</summary>
    public static bool Owns(TenantRequest request) =>
        request.Method is "GET" or "HEAD" or "POST"
        && (request.Path == "/" || Starts(request, "/mail/", "/kalender/", "/calendar/", "/planner/", TenantPages.Root)
            || (Starts(request, "/sites/") && !IsForPrograms(request.Path)));

    public async Task<Reply> AnswerAsync(TenantRequest request)
    {
        Visit? visit = null;
        try
        {
            lock (tenant.Gate) visit = new(tenant, pipeline, control, request);
            if (visit.IsPost) return Sealed(await PostAsync(visit));
            lock (tenant.Gate) return Sealed(Get(visit));
        }
        catch (GraphError e) when (visit is not null)
        {
            lock (tenant.Gate) return Sealed(Layout.Refused(visit, e));
        }
        catch (Exception e) when (visit is not null && e is not OperationCanceledException)
        {
            // A fault of the page itself: say so, where a browser would only show that something went wrong.
            lock (tenant.Gate) return Sealed(Layout.Refused(visit, new(500, "generalException", e.ToString())));
        }
    }

    private static Reply Get(Visit visit) => RouteTable.Split(visit.Path) switch
    {
        [] => Reply.Redirect(TenantPages.Root + "/"),
        ["_tenant", "sidor", "site.css"] => Reply.Binary(Css, "text/css; charset=utf-8").With("Cache-Control", "max-age=3600"),
        ["_tenant", "sidor", .. var rest] => TenantPages.Get(visit, rest),
        ["sites", var site, .. var rest] => SitePages.Get(visit, site, rest),
        ["mail", .. var rest] => MailPages.Get(visit, rest),
        ["kalender", .. var rest] => CalendarPages.Get(visit, rest),
        ["calendar", var meeting] => CalendarPages.Find(visit, meeting),
        ["planner", var plan] => BoardPage.Get(visit, plan, null),
        _ => throw NotFound(),
    };

    private static Task<Reply> PostAsync(Visit visit)
    {
        DemandOwnForm(visit.Request);
        return RouteTable.Split(visit.Path) switch
        {
            ["_tenant", "sidor", .. var rest] => Task.FromResult(TenantPages.Post(visit, rest)),
            ["sites", var site, .. var rest] => SitePages.PostAsync(visit, site, rest),
            ["kalender", var owner, var meeting] => CalendarPages.AnswerAsync(visit, owner, meeting),
            ["planner", var plan] => BoardPage.DoneAsync(visit, plan),
            _ => throw NotFound(),
        };
    }

    public static GraphError NotFound() => GraphError.ItemNotFound("Sidan finns inte");

    /// <summary>After a form the browser gets the next page with GET, so that reading it again sends nothing twice.</summary>
    public static Reply SeeOther(string location)
    {
        var reply = Reply.Empty(303);
        reply.Headers["Location"] = location;
        return reply;
    }

    /// <summary>A page elsewhere may not post in the name of the person who looks here.</summary>
    private static void DemandOwnForm(TenantRequest request)
    {
        var origin = request.Headers.GetValueOrDefault("Origin");
        if (origin is null || request.Url.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase)) return;
        throw new GraphError(403, "accessDenied", "Formuläret kommer från en annan webbplats.");
    }

    private static Reply Sealed(Reply reply)
    {
        _ = reply.Headers.TryAdd("Content-Security-Policy", Policy);
        _ = reply.Headers.TryAdd("Cache-Control", "no-store");
        reply.Headers["X-Content-Type-Options"] = "nosniff";
        reply.Headers["Referrer-Policy"] = "same-origin";
        return reply;
    }

    private static bool Starts(TenantRequest request, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
            if (request.Path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsForPrograms(string path) => path.Contains("/_api/", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/_vti_bin/", StringComparison.OrdinalIgnoreCase)
        || (path.Contains("/_layouts/", StringComparison.OrdinalIgnoreCase) && !path.EndsWith("/viewlsts.aspx", StringComparison.OrdinalIgnoreCase));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(WebSite).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
