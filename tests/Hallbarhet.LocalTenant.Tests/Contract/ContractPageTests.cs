using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

public sealed partial class ContractPageTests
{
    private static string Page => Source.At("docs", "local-tenant.md");

    private static async Task<string> BuiltAsync()
    {
        await using var tenant = await TestTenant.BareAsync();
        var operations = (await tenant.Raw.GetJsonAsync("/_tenant/operations")).Json["operations"]!.AsArray();
        var modes = (await tenant.Raw.GetJsonAsync("/_tenant/faults")).Json["modes"]!.AsArray();
        return ContractPage.Build(operations, modes);
    }

    [Fact]
    public async Task The_page_about_the_tenant_is_what_the_table_says()
    {
        var built = await BuiltAsync();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") await File.WriteAllTextAsync(Page, built, TestContext.Current.CancellationToken);
        File.Exists(Page).ShouldBeTrue("docs/local-tenant.md is missing: run with APPROVE=1.");
        var (kept, now) = (await File.ReadAllLinesAsync(Page, TestContext.Current.CancellationToken), built.TrimEnd('\n').Split('\n'));
        now.Except(kept).ShouldBeEmpty("lines that docs/local-tenant.md lacks: run with APPROVE=1");
        kept.Except(now).ShouldBeEmpty("lines of docs/local-tenant.md that hold no longer: run with APPROVE=1");
        now.SequenceEqual(kept).ShouldBeTrue("the lines of docs/local-tenant.md stand in another order: run with APPROVE=1");
    }

    [Fact]
    public void Every_call_to_the_tenants_own_interface_and_every_option_is_on_the_page()
    {
        var control = File.ReadAllText(Source.At("tests", "Hallbarhet.LocalTenant", "Control", "ControlPlane.cs"));
        var calls = Call().Matches(control).Select(m => $"`{m.Groups[1].Value} /_tenant/{m.Groups[2].Value}`").ToList();
        calls.Count.ShouldBeGreaterThan(10);
        calls.Where(c => !ContractPageHead.Text.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty();
        var options = Option().Matches(File.ReadAllText(Source.At("tests", "Hallbarhet.LocalTenant", "CommandLine.cs"))).Select(m => m.Value).Distinct();
        options.Where(o => !ContractPageHead.Text.Contains("`" + o, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""\("(GET|PUT|POST|DELETE)", "([\w/]+)"\) =>""")]
    private static partial Regex Call();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
