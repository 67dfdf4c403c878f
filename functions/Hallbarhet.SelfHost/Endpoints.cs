using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Http;

namespace Hallbarhet.SelfHost;

/// <summary>The HTTP functions of <see cref="HttpCatalog"/>, and health; the routes are the same in Azure.</summary>
public static class Endpoints
{
    public static IEndpointRouteBuilder MapFunctions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/jobs/{name}", (string name, HttpRequest request, JobCalls calls, CancellationToken ct) => calls.RunAsync(name, request, ct));
        app.MapGet("/api/work/{id:guid}", (Guid id, JobCalls calls, CancellationToken ct) => calls.FollowAsync(id, ct));
        app.MapPost("/api/reports/{id:int}/compile", (int id, ReportCalls calls, CancellationToken ct) => calls.CompileAsync(id, ct));
        app.MapGet("/api/status", (HttpRequest request, StatusCalls calls, CancellationToken ct) => calls.TellAsync(request, ct));
        return app;
    }

    /// <summary>Calls that people make, with a token and without the host's key.</summary>
    public static IEndpointRouteBuilder MapFunctionsForPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("").WithMetadata(ByToken.Instance);
        people.MapPost("/api/workspace/provision", (HttpRequest request, ProvisioningCalls calls, CancellationToken ct) => calls.OrderAsync(request, ct));
        people.MapGet("/api/workspace/provision/{id:guid}",
            (Guid id, HttpRequest request, ProvisioningCalls calls, CancellationToken ct) => calls.FollowAsync(id, request, ct));
        people.MapGet("/api/mails/{kind}/preview",
            (string kind, HttpRequest request, MailCalls calls, CancellationToken ct) => calls.PreviewAsync(kind, request, ct));
        return app;
    }

    /// <summary>Health: the process answers. Ready: Microsoft 365 answers and the workspace has our version.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", () => Results.Text("healthy"));
        app.MapGet("/health/ready", async (IGroupLists lists, GroupSettings settings, CancellationToken ct) =>
        {
            try
            {
                var version = (await lists.ReadAsync(GroupList.None, ct)).Memory.SchemaVersion;
                return version == settings.SchemaVersion
                    ? Results.Text("ready")
                    : Results.Json(new { error = $"The workspace has version {version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, this code knows {settings.SchemaVersion}." }, statusCode: 503);
            }
            catch (JobException e)
            {
                return Results.Json(new { error = e.Message }, statusCode: 503);
            }
        });
        return app;
    }
}
