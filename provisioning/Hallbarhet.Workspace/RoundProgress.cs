namespace Hallbarhet.Workspace;

/// <summary>Counts changes as they are sent, and corrects itself by what the next look still finds.</summary>
internal sealed class RoundProgress(int total, IProgress<ApplyProgress>? watch) : IProgress<int>
{
    private int done;

    public void Report(int value) => Show(done + value);

    public void Left(int remaining) => Show(total - remaining);

    private void Show(int now)
    {
        done = Math.Clamp(now, 0, total);
        watch?.Report(new ApplyProgress(done, total));
    }
}
