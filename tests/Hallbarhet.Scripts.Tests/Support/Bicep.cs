using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>The real compiler, out of its package. It is a program for linux-x64; elsewhere the tests say so and are skipped.</summary>
internal static class Bicep
{
    private static readonly string Program = Path.Combine(typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "BicepTools").Value!, "bicep");

    private static readonly ConcurrentDictionary<string, Lazy<string>> Compiled = new();

    public static void SkipWhereItCannotRun() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
        "The Bicep compiler of the package Azure.Bicep.CommandLine.linux-x64 runs on linux-x64 only.");

    /// <returns>What the compiler wrote: its output, and what it complained of.</returns>
    public static (string Output, string Complaints, int ExitCode) Run(params string[] arguments)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, File.GetUnixFileMode(Program) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, complaints.GetAwaiter().GetResult(), process.ExitCode);
    }

    /// <summary>The compiled template or parameters; fails on any line of complaint. Each file is compiled once: it takes seconds.</summary>
    public static string Compile(string path)
    {
        SkipWhereItCannotRun();
        return Compiled.GetOrAdd(path, file => new Lazy<string>(() => CompileNow(file))).Value;
    }

    private static string CompileNow(string path)
    {
        var (output, complaints, exitCode) = Run(path.EndsWith(".bicepparam", StringComparison.Ordinal) ? "build-params" : "build", path, "--stdout");
        complaints.Trim().ShouldBeEmpty(path);
        exitCode.ShouldBe(0, path);
        return output;
    }
}
