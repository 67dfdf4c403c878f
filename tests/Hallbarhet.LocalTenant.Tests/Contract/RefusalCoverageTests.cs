using System.Globalization;
using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Reads out of the tenant's source which status and code it can refuse with, and looks for each where it is tried.</summary>
public sealed partial class RefusalCoverageTests
{
    /// <summary>Refusals that no single call to one operation brings about, with the test that does.</summary>
    private static readonly (int Status, string Code, string Test)[] Elsewhere =
    [
        (424, "FailedDependency", nameof(BatchTests.What_depends_on_a_failed_part_is_not_done)),
    ];

    [Fact]
    public void Every_refusal_of_the_tenant_is_named_by_a_case_or_by_a_test()
    {
        var tried = ContractTable.All.Where(c => !c.IsGood).Select(c => (c.Status, c.Code!)).Concat(Elsewhere.Select(e => (e.Status, e.Code))).ToHashSet();
        Refusals().Where(r => !tried.Contains((r.Status, r.Code))).Select(r => $"{r.Status} {r.Code} in {r.File}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_tests_that_are_named_exist_and_the_refusals_too()
    {
        var tests = typeof(RefusalCoverageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => m.Name).ToHashSet();
        Elsewhere.Select(e => e.Test).Where(t => !tests.Contains(t)).ShouldBeEmpty();
        Elsewhere.Select(e => (e.Status, e.Code)).Except(Refusals().Select(r => (r.Status, r.Code))).ShouldBeEmpty();
    }

    private static IEnumerable<(int Status, string Code, string File)> Refusals() =>
        from file in System.IO.Directory.EnumerateFiles(Source.At("tests", "Hallbarhet.LocalTenant"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from Match match in Refusal().Matches(File.ReadAllText(file))
        select (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value, Path.GetFileName(file));

    [GeneratedRegex("""(?:new GraphError|new)\((\d{3}),\s*"([^"]*)"[,)]""")]
    private static partial Regex Refusal();
}
