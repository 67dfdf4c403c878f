using System.Diagnostics;

namespace Hallbarhet.Year.Output;

/// <summary>What varies from run to run: seconds and memory.</summary>
public sealed class Timings
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private double last;

    public Dictionary<string, double> Seconds { get; } = [];

    public double TotalSeconds => Math.Round(watch.Elapsed.TotalSeconds, 1);

    /// <summary>The most memory that this process (tenant, service and people together) has held.</summary>
    public static long PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Objects that are alive now.</summary>
    public static long LiveMegabytes => GC.GetTotalMemory(forceFullCollection: true) / (1024 * 1024);

    public void Lap(string name)
    {
        Seconds[name] = Math.Round(watch.Elapsed.TotalSeconds - last, 1);
        last = watch.Elapsed.TotalSeconds;
    }
}
