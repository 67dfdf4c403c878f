using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Overview;
using Hallbarhet.Group.Reports;
using Hallbarhet.Hosting.Jobs;

namespace Hallbarhet.SelfHost;

/// <summary>The HTTP functions; the routes are the same in Azure.</summary>
public static class Endpoints
{
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/jobs/{name}", async (string name, JobDesk desk, CancellationToken ct) =>
            JobCatalog.Find(name) is { } job
                ? Results.Json(await desk.RunAsync(job, ct))
                : Results.Json(new { error = $"There is no job \"{name}\". Jobs: {string.Join(", ", JobCatalog.All.Select(j => j.Name))}." }, statusCode: 404));
        return app;
    }

    /// <summary>Orders a report that stands in Rapportering and compiles it at once.</summary>
    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/reports/{id:int}/compile", async (int id, OrderReport order, IHostClock clock, JobDesk desk, CancellationToken ct) =>
        {
            await clock.ReadAsync(ct);
            return await order.RunAsync(id, ct) is { } refusal
                ? Results.Json(new { error = refusal }, statusCode: 409)
                : Results.Json(await desk.RunAsync(JobCatalog.Find(nameof(CompileReports))!, ct));
        });
        return app;
    }

    public static IEndpointRouteBuilder MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/status", async (int? meeting, TellStatus status, IHostClock clock, CancellationToken ct) =>
        {
            await clock.ReadAsync(ct);
            return Results.Json(await status.RunAsync(meeting, ct));
        });
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
