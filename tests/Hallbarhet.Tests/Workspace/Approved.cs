using System.Runtime.CompilerServices;
using Shouldly;

namespace Hallbarhet.Tests.Workspace;

/// <summary>Compares with a file in the repository. Set APPROVE=1 to write the file anew, then read the difference.</summary>
internal static class Approved
{
    public static void ShouldMatch(string file, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        File.Exists(path).ShouldBeTrue($"{path} is missing. Run with APPROVE=1 and read what it writes.");
        var (expectedLines, actualLines) = (File.ReadAllText(path).Split('\n'), actual.Split('\n'));
        for (var line = 0; line < Math.Min(expectedLines.Length, actualLines.Length); line++)
            actualLines[line].ShouldBe(expectedLines[line], $"line {line + 1} of {file}");
        actualLines.Length.ShouldBe(expectedLines.Length, $"lines in {file}");
    }
}
