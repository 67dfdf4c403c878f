using Hallbarhet.Provisioning;
using Hallbarhet.Workspace.Definition;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Plan_apply_plan_ends_with_two_zero_zero()
    {
        await using var tenant = await Tenant.StartAsync(onPort: true);
        (await RunAsync("plan", "--tenant", Text(tenant))).Code.ShouldBe(2);
        var applied = await RunAsync("apply", "--tenant", Text(tenant), "--group", WorkspaceFolder.ExampleGroup);
        applied.Code.ShouldBe(0);
        applied.Output.ShouldMatch(@"^\d+ of (\d+) changes\n[\s\S]*\n\1 of \1 changes\n", "progress is plain lines when nobody watches on a terminal");
        applied.Output.ShouldEndWith("Done and verified: the site is as the data says.\n");
        var again = await RunAsync("plan", "--tenant", Text(tenant), "--format", "markdown");
        (again.Code, again.Output).ShouldBe((0, "**No changes: the site is as the data says.**\n"));
    }

    [Fact]
    public async Task A_saved_plan_is_applied_once_and_is_stale_afterwards()
    {
        await using var tenant = await Tenant.StartAsync(onPort: true);
        var file = Path.Combine(Directory.CreateTempSubdirectory("plan-").FullName, "plan.json");
        (await RunAsync("plan", "--tenant", Text(tenant), "--format", "json", "--out", file)).Code.ShouldBe(2);
        (await RunAsync("apply", "--tenant", Text(tenant), "--plan", file)).Code.ShouldBe(0);
        var stale = await RunAsync("apply", "--tenant", Text(tenant), "--plan", file);
        stale.Code.ShouldBe(3);
        stale.Errors.ShouldStartWith("The saved plan is stale: the site has changed in what it touches (");
    }

    [Fact]
    public async Task A_wrong_group_file_is_an_error_with_its_place()
    {
        using var file = new DataFileCopy(text => text.Replace("\"sbf\", \"activeFrom\"", "\"sfb\", \"activeFrom\"", StringComparison.Ordinal));
        var (code, _, errors) = await RunAsync("plan", "--tenant", "http://127.0.0.1:9", "--group", file.Path);
        code.ShouldBe(1);
        errors.ShouldStartWith("group.json(");
        errors.ShouldContain("There is no department \"sfb\".");
    }

    [Theory]
    [InlineData("Microsoft 365 cannot be reached at http://127.0.0.1:9", "plan", "--tenant", "http://127.0.0.1:9")]
    [InlineData("--group is missing: name the file that describes the group.", "plan")]
    [InlineData("--tenant must be an address such as http://127.0.0.1:5080.", "plan", "--tenant", "here")]
    [InlineData("--data is missing: name the folder with the workspace's data that shall be changed.", "adopt")]
    [InlineData("--group is missing", "drift")]
    [InlineData("--group is missing", "restore")]
    [InlineData("Option '--out' is required.", "export")]
    [InlineData("Option '--year' is required.", "records", "--out", "records")]
    [InlineData("--group is missing", "records", "--year", "2026", "--out", "no-such-folder")]
    public async Task What_is_missing_is_said_and_the_code_is_one(string expected, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        code.ShouldBe(1);
        (output + errors).ShouldContain(expected);
    }

    [Theory]
    [InlineData("records", "--year", "2026")]
    [InlineData("export")]
    [InlineData("export", "--items")]
    public async Task Nothing_of_a_real_tenant_is_written_unless_somebody_says_that_it_holds_personal_data(params string[] command)
    {
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        Environment.SetEnvironmentVariable("Microsoft365__SiteHost", "kommun.sharepoint.com");
        try
        {
            var (code, _, errors) = await RunAsync([.. command, "--group", WorkspaceFolder.ExampleGroup, "--out", folder]);
            (code, errors).ShouldBe((1, "The files hold personal data. Say --with-personal-data when they may be written to this machine.\n"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Microsoft365__SiteHost", null);
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static string Text(Tenant tenant) => tenant.Address.ToString();

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
