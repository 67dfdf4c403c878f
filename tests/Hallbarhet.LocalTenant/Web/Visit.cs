using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>Somebody's request for a page, and what a page may ask of the tenant on that person's behalf.</summary>
internal sealed class Visit
{
    public const string PersonCookie = "person";

    private readonly Pipeline pipeline;
    private readonly ControlPlane control;
    private readonly Lazy<Dictionary<string, List<string>>> form;

    public Visit(TenantState tenant, Pipeline pipeline, ControlPlane control, TenantRequest request)
    {
        (Tenant, this.pipeline, this.control, Request) = (tenant, pipeline, control, request);
        Query = new(request.QueryText);
        form = new(() => Fields(Encoding.UTF8.GetString(request.Body.Span)));
        Person = UserStore.CallerFor(Chosen() ?? tenant.Users.All.First());
    }

    public TenantState Tenant { get; }

    public TenantRequest Request { get; }

    public Query Query { get; }

    /// <summary>Who looks: chosen in the page's header, the administrator until then.</summary>
    public Caller Person { get; }

    public string Path => Request.Path;

    public bool IsPost => Request.Method == "POST";

    public Pipeline Pipeline => pipeline;

    public string? Posted(string name) => form.Value.GetValueOrDefault(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> PostedAll(string name) => form.Value.GetValueOrDefault(name) ?? [];

    public bool May(Site site, Lists.SharePointList? list, RoleLevel level, Lists.ListItem? item = null) =>
        Rights.May(Tenant, site, list, item, Person, level);

    /// <summary>A call to SharePoint's REST interface as the person, through the tenant's front door.</summary>
    public Task<Reply> SharePointAsync(string method, string target, JsonObject body) =>
        CallAsync(method, target, body, "https://" + TenantState.SharePointHost, "application/json;odata=nometadata");

    /// <summary>A call to Graph as the person, through the tenant's front door.</summary>
    public Task<Reply> GraphAsync(string method, string target, JsonObject body, string? ifMatch = null) =>
        CallAsync(method, target, body, Caller.GraphAudience, "application/json", ifMatch);

    /// <summary>A call to the tenant's own interface.</summary>
    public Reply Control(string method, string name, JsonNode body) =>
        control.Answer(TenantRequest.Create(method, Tenant.Address, ControlPlane.Prefix + name, new Dictionary<string, string>(), Reply.Utf8(body)));

    private async Task<Reply> CallAsync(string method, string target, JsonObject body, string audience, string type, string? ifMatch = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = "Bearer " + Tenant.Tokens.Issue(Person, audience).Value,
            ["Accept"] = type,
            ["Content-Type"] = type,
        };
        if (ifMatch is not null) headers["If-Match"] = ifMatch;
        try
        {
            return await pipeline.AnswerAsync(TenantRequest.Create(method, Tenant.Address, target, headers, Reply.Utf8(body)), default);
        }
        catch (ConnectionCut)
        {
            return Reply.Json(503, J.Obj(("error", J.Obj(("message", "Anslutningen bröts innan svaret kom.")))));
        }
    }

    private UserAccount? Chosen()
    {
        var cookies = Request.Headers.GetValueOrDefault("Cookie") ?? "";
        var chosen = Regex.Match(cookies, $@"(?:^|;\s*){PersonCookie}=([^;\s]+)");
        return chosen.Success ? Tenant.Users.Find(Uri.UnescapeDataString(chosen.Groups[1].Value)) : null;
    }

    private static Dictionary<string, List<string>> Fields(string body)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decoded(at < 0 ? pair : pair[..at]);
            if (!fields.TryGetValue(name, out var values)) values = fields[name] = [];
            values.Add(at < 0 ? "" : Decoded(pair[(at + 1)..]));
        }
        return fields;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
