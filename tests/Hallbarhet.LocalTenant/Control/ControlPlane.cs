using Hallbarhet.LocalTenant.Clock;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Control;

/// <summary>The tenant's own interface under /_tenant/: not part of Microsoft 365, never counted, never captured.</summary>
internal sealed class ControlPlane(TenantState tenant, Pipeline pipeline, CaptureFile? capture)
{
    public const string Prefix = "/_tenant/";

    private readonly IdentityControl identities = new(tenant);

    public static bool Owns(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    public Reply Answer(TenantRequest request)
    {
        try
        {
            return Route(request);
        }
        catch (GraphError e)
        {
            return ErrorReplies.Graph(e, tenant.Wire, request.Headers);
        }
    }

    private Reply Route(TenantRequest request) => (request.Method, request.Path[Prefix.Length..]) switch
    {
        ("GET", "clock") => Ok(J.Obj(("now", tenant.NowText))),
        ("POST", "clock") => MoveClock(request),
        ("GET", "faults") => Ok(pipeline.Faults.Shown()),
        ("PUT", "faults") => PutFaults(request),
        ("GET", "log") => Ok(pipeline.Log.Since(Since(request))),
        ("GET", "days") => Ok(pipeline.Days.Shown()),
        ("GET", "mail") => Locked(() => Ok(tenant.Deliveries.Since(Since(request)))),
        ("POST", "lock") => LockFile(request),
        ("GET", "operations") => Ok(OperationList.Shown()),
        ("GET", "permissions") => Locked(() => Ok(tenant.Access.Usage.Shown(tenant.Applications.All))),
        ("POST", "save") => Save(),
        ("POST", "token") => DelegatedToken(request),
        ("GET", "identity") => Locked(() => Ok(identities.Shown())),
        ("POST", "identity") => SetIdentity(request),
        ("GET", "msi/token") => ManagedIdentityToken(request),
        _ => throw GraphError.NotKnown(request.Method, request.Path),
    };

    private static Reply Ok(JsonObject body) => Reply.Json(200, Reply.Utf8(body), "application/json");

    private Reply Locked(Func<Reply> work)
    {
        lock (tenant.Gate) return work();
    }

    private static int Since(TenantRequest request) =>
        int.TryParse(new Query(request.QueryText)["since"], CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 0;

    private static JsonObject Body(TenantRequest request, params ReadOnlySpan<string> known)
    {
        var body = J.Parse(request.Body.Span) as JsonObject ?? throw GraphError.Invalid("The request body must be a JSON object.");
        foreach (var (name, _) in body)
            if (!known.Contains(name)) throw GraphError.Invalid($"'{name}' is not known here.");
        return body;
    }

    private Reply MoveClock(TenantRequest request) => Locked(() =>
    {
        var body = Body(request, "now", "advance");
        if (body.Text("now") is { } now) tenant.Clock.Set(TenantClock.Parse(now));
        else if (TimeSpan.TryParse(body.Text("advance"), CultureInfo.InvariantCulture, out var by)) tenant.Clock.Advance(by);
        else throw GraphError.Invalid("Give {\"now\": \"2026-01-05T08:00:00Z\"} or {\"advance\": \"1.00:00:00\"}.");
        pipeline.Journal.Write(request, null);
        return Ok(J.Obj(("now", tenant.NowText)));
    });

    private Reply PutFaults(TenantRequest request)
    {
        pipeline.Faults.Put(Body(request, "rules"));
        return Ok(pipeline.Faults.Shown());
    }

    private Reply Save()
    {
        capture?.Flush();
        return Ok(J.Obj(("saved", pipeline.Journal.File is not null)));
    }

    private Reply DelegatedToken(TenantRequest request) => Locked(() =>
    {
        var body = Body(request, "user", "resource");
        var user = tenant.Users.Find(body.Text("user") ?? "") ?? throw GraphError.ItemNotFound($"There is no user '{body.Text("user")}'.");
        if (!user.Enabled) throw new GraphError(400, "invalid_grant", "The user account is disabled.");
        return Token(UserStore.CallerFor(user), body.Text("resource") ?? Caller.GraphAudience);
    });

    private Reply SetIdentity(TenantRequest request) => Locked(() =>
    {
        var answer = identities.Put(Body(request, IdentityControl.Known));
        pipeline.Journal.Write(request, null);
        return Ok(answer);
    });

    private Reply LockFile(TenantRequest request) => Locked(() =>
    {
        var answer = FileLocks.Set(tenant, Body(request, "item", "path", "by"));
        pipeline.Journal?.Write(request, null);
        return Ok(answer);
    });

    private Reply ManagedIdentityToken(TenantRequest request)
    {
        var query = new Query(request.QueryText);
        if (request.Headers.GetValueOrDefault("X-IDENTITY-HEADER") != TokenDesk.HeaderSecret)
            throw new GraphError(401, "unauthorized", "The X-IDENTITY-HEADER does not match.");
        if (query["resource"] is not { } resource) throw GraphError.Invalid("'resource' is missing.");
        return Locked(() =>
        {
            var application = tenant.Applications.ByClientId(query["client_id"])
                ?? throw GraphError.Invalid($"No identity has the client id '{query["client_id"]}'.");
            return Token(application.Caller(resource.TrimEnd('/') != Caller.GraphAudience), resource);
        });
    }

    private Reply Token(Caller caller, string resource)
    {
        var (value, expires) = tenant.Tokens.Issue(caller, resource.TrimEnd('/'));
        return Ok(J.Obj(("access_token", value), ("expires_on", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("resource", resource), ("token_type", "Bearer"), ("client_id", caller.Id)));
    }
}
