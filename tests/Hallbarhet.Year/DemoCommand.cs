using System.Globalization;
using System.Runtime.InteropServices;
using Hallbarhet.Year.Output;

namespace Hallbarhet.Year;

/// <summary>What scripts/demo.cs does with its arguments: run the year, print what it came to.</summary>
public static class DemoCommand
{
    private const string Usage = "Usage: dotnet run scripts/demo.cs -- [--year 2026] [--out out/demo] [--capture FILE] [--seed N] [--faults FILE] [--keep]";

    /// <returns>0 when every check held, 1 when one did not, 2 for arguments that cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        Console.WriteLine($"The year {options.Year} of the example group, on a local Microsoft 365:");
        try
        {
            var result = await new YearRun(options, Console.WriteLine).RunAsync(stop.Token);
            Print(result, options);
            return result.Passed ? 0 : 1;
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"The year ended early, for somebody in it could not go on: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    private static void Print(YearResult result, YearOptions options)
    {
        foreach (var check in result.Checks)
        {
            Console.WriteLine($"  {(check.Passed ? "ok    " : "FAILED")} {check.Name}");
            foreach (var why in check.Why.Take(8)) Console.WriteLine($"           {why}");
            if (check.Why.Count > 8) Console.WriteLine($"           and {check.Why.Count - 8} more");
        }

        Console.WriteLine("Most mails to one person in 2026, and the budget:");
        foreach (var (role, most, budget) in result.MailsPerRole) Console.WriteLine($"  {role,-14}{most,4}{budget,6}");
        foreach (var (name, value) in result.Summary.Where(s => s.Value is int)) Console.WriteLine($"  {name,-20}{value,8}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Timings.TotalSeconds} s, {Timings.PeakMegabytes} MB at most. Files: {options.Out}"));
    }

    private static YearOptions? Parse(string[] args)
    {
        var options = new YearOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--keep")
            {
                options = options with { Keep = true };
                continue;
            }

            if (i + 1 >= args.Length || With(options, args[i], args[i + 1]) is not { } next) return null;
            options = next;
            i++;
        }

        return options;
    }

    private static YearOptions? With(YearOptions options, string name, string value) => name switch
    {
        "--year" when int.TryParse(value, CultureInfo.InvariantCulture, out var year) => options with { Year = year },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
        "--out" => options with { Out = value },
        "--capture" => options with { Capture = value },
        "--faults" => options with { Faults = value },
        _ => null,
    };
}
