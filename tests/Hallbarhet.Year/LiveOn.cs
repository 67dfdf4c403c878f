namespace Hallbarhet.Year;

/// <summary>
/// After the year, for those who look around: the tenant's clock goes on at the pace of the wall clock, further when somebody moves it
/// on its page, and the service does what is due.
/// </summary>
internal sealed class LiveOn(Stage stage, Clockwork clockwork)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pace);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await stage.AdvanceClockAsync(Pace);
                await clockwork.TickAsync(twice: false);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how this ends.
        }
    }
}
