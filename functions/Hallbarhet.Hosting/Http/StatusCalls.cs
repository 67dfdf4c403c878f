using Hallbarhet.Group.Overview;
using Hallbarhet.Hosting.Jobs;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>Status.</summary>
public sealed class StatusCalls(TellStatus status, IHostClock clock)
{
    /// <summary>Of the meeting that <c>?meeting=3</c> names, or of the next one.</summary>
    public Task<IResult> TellAsync(HttpRequest request, CancellationToken ct) => Answers.OrReasonAsync(async () =>
    {
        if (!Meeting.TryRead(request, out var meeting)) return Meeting.Unreadable;
        await clock.ReadAsync(ct);
        return Answers.Json(await status.RunAsync(meeting, ct));
    });
}
