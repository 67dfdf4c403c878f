using Hallbarhet.Group.Overview;
using Hallbarhet.Hosting.Jobs;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>Status.</summary>
public sealed class StatusCalls(TellStatus status, IHostClock clock)
{
    /// <param name="meeting">Row id; null means the next meeting.</param>
    /// <param name="ct">Stops between two round trips.</param>
    public async Task<IResult> TellAsync(int? meeting, CancellationToken ct)
    {
        await clock.ReadAsync(ct);
        return Answers.Json(await status.RunAsync(meeting, ct));
    }
}
