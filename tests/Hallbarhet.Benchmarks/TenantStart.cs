using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Hallbarhet.Benchmarks;

/// <summary>From nothing until the program prints that it answers.</summary>
public class TenantStart
{
    [Benchmark(Description = "Start of the tenant's process")]
    public async Task<string> Start()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        })!;
        var first = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        return first ?? throw new InvalidOperationException("The tenant printed nothing.");
    }

    private static string Program => Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "Hallbarhet.LocalTenant.dll");
}
