using Hallbarhet.Hosting.Access;

namespace Hallbarhet.Hosting.Http;

/// <summary>Every HTTP function, once. SelfHost maps the same routes below /api as Azure does; a test holds both against this table.</summary>
public static class HttpCatalog
{
    public static IReadOnlyList<HttpEntry> All { get; } =
    [
        new("RunJob", "POST", "jobs/{name}", "Runs one job now; with `Prefer: respond-async` it answers 202 and the job runs from the queue."),
        new("CompileReport", "POST", "reports/{id:int}/compile", "Orders a report and answers 202; it is compiled from the queue."),
        new("FollowWork", "GET", "work/{id:guid}", "How far a job or report that was answered with 202 has come."),
        new("Status", "GET", "status", "For one meeting (`?meeting=3`), step by step: due, done, waiting for whom and why; and what is stuck."),
        new("ProvisionWorkspace", "POST", "workspace/provision", "Plans the workspace, or applies a plan, and answers 202.", [AppRoles.Plan, AppRoles.Apply]),
        new("FollowProvisioning", "GET", "workspace/provision/{id:guid}", "The plan, or how far apply has come.", [AppRoles.Plan, AppRoles.Apply]),
        new("PreviewMail", "GET", "mails/{kind}/preview", "A mail of a meeting (M2, M3 or M4, `?meeting=3`) as it would read now; nothing is sent.", [AppRoles.PreviewMail]),
    ];

    public static HttpEntry Find(string name) => All.Single(e => e.Name == name);
}

/// <param name="Route">Below /api.</param>
public sealed record HttpEntry(string Name, string Method, string Route, string Does)
{
    public HttpEntry(string name, string method, string route, string does, IReadOnlyList<string> roles)
        : this(name, method, route, does) => Roles = roles;

    /// <summary>App roles of which a person's token needs one; empty for a call that a machine makes with a key.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool IsByKey => Roles.Count == 0;
}
