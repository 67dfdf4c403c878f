using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Work;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>The forms of an answer, alike in every host: each brings its own JSON settings, so that no host's can differ.</summary>
internal static class Answers
{
    public static IResult Json<T>(T answer) => Results.Json(answer, JsonSerializerOptions.Web);

    /// <summary>What Microsoft 365 or a setting stands in the way of is told in a sentence, as jobs tell it.</summary>
    public static async Task<IResult> OrReasonAsync(Func<Task<IResult>> call)
    {
        try
        {
            return await call();
        }
        catch (JobException e)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, e.Message);
        }
    }

    public static IResult Refused(int status, string error) => Results.Json(new { error }, JsonSerializerOptions.Web, statusCode: status);

    /// <param name="status">What was ordered.</param>
    /// <param name="followAt">Route below /api where its id is followed.</param>
    public static IResult Accepted(WorkStatus status, string followAt) => new AcceptedAt($"/api/{followAt}/{status.Id}", status);

    public static IResult Found(WorkStatus? status) => status is null
        ? Refused(StatusCodes.Status404NotFound, "There is no such work.")
        : Results.Json(status, WorkOrder.Json);

    private sealed class AcceptedAt(string address, WorkStatus status) : IResult
    {
        private const string SecondsToWait = "5";

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = address;
            httpContext.Response.Headers.RetryAfter = SecondsToWait;
            return Results.Json(new { status.Id, status.Kind, status.State, StatusAddress = address }, WorkOrder.Json,
                statusCode: StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
        }
    }
}
