using System.Collections;
using System.Management.Automation.Language;

namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>What holds for every script: it parses, uses known commands, and keeps its promises about -WhatIf and second runs.</summary>
public sealed class EveryScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hallbarhet-scripts").FullName;

    public static TheoryData<string> Scripts => [.. Repository.Files("scripts", "*.ps1")];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.All(Path.GetTempPath()).Count)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_parses(string script)
    {
        _ = Parse(script, out var errors);

        errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_uses_only_commands_that_are_known(string script)
    {
        var known = Repository.Files("scripts", "*.ps1").Concat(Repository.Files("tests/Hallbarhet.Scripts.Tests/Doubles", "*.ps1"))
            .SelectMany(file => Parse(file, out _).FindAll(a => a is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>())
            .Select(f => f.Name).Concat(Pwsh.EngineCommands()).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Parse(script, out _).FindAll(a => a is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Select(c => c.GetCommandName()).Where(name => name is not null && !name.EndsWith(".ps1", StringComparison.Ordinal) && !known.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_that_people_start_has_help_and_WhatIf_and_names_its_version(string script)
    {
        if (script is "scripts/entra/Shared.ps1" or "scripts/azure/Azure.ps1") return;
        var ast = Parse(script, out _);

        ast.GetHelpContent()?.Synopsis.ShouldNotBeNullOrWhiteSpace();
        ast.ScriptRequirements?.RequiredPSVersion.ShouldBe(new Version(7, 6));
        ast.ParamBlock.Attributes.ShouldContain(a => a.Extent.Text.Contains("SupportsShouldProcess", StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_of_the_product_that_the_scripts_run_exist_with_their_options()
    {
        var source = string.Join('\n', Repository.Files("provisioning/Hallbarhet.Provisioning", "*.cs").Select(Repository.Text));
        var run = Repository.Files("scripts", "*.ps1").SelectMany(f => Parse(f, out _).FindAll(a => a is CommandAst c && c.GetCommandName() == "dotnet", true))
            .Select(a => a.Extent.Text).Single(text => text.StartsWith("dotnet run", StringComparison.Ordinal)).Split(" -- ")[1].Split(' ');

        source.ShouldContain($"new Command(\"{run[0]}\"");
        foreach (var option in run.Where(word => word.StartsWith("--", StringComparison.Ordinal))) source.ShouldContain($"(\"{option}\")");
    }

    [Fact]
    public void Every_double_of_a_service_is_used_and_answered()
    {
        var doubles = Parse("tests/Hallbarhet.Scripts.Tests/Doubles/Services.ps1", out _).FindAll(a => a is FunctionDefinitionAst, true).Cast<FunctionDefinitionAst>().Select(f => f.Name).ToList();
        var used = Repository.Files("scripts", "*.ps1").SelectMany(f => Parse(f, out _).FindAll(a => a is CommandAst, true).Cast<CommandAst>()).Select(c => c.GetCommandName()).ToHashSet();

        doubles.Except(used).ShouldBeEmpty();
        doubles.Except(new Cloud().Commands).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void WhatIf_changes_nothing(int number)
    {
        var given = Cases.All(folder)[number];
        var cloud = given.Before(new Cloud());
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        Pwsh.Run(cloud, given.Script, given.With(("WhatIf", true))).ShouldBeNull(given.ToString());

        cloud.Changes.ShouldBeEmpty(given.ToString());
        cloud.Said.ShouldContain("Nothing was changed (-WhatIf).");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBe(files);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Second_run_changes_nothing(int number)
    {
        var given = Cases.All(folder)[number];
        var cloud = given.Before(new Cloud());

        Pwsh.Run(cloud, given.Script, given.Parameters).ShouldBeNull(given.ToString());
        cloud.Changes.ShouldNotBeEmpty(given.ToString());
        cloud.Changes.Clear();
        Pwsh.Run(cloud, given.Script, given.Parameters).ShouldBeNull(given.ToString());

        cloud.Changes.ShouldBeEmpty(given.ToString());
        cloud.Said.ShouldContain("Everything was in place; nothing was changed.");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Failing_step_stops_the_script_with_its_message(int number)
    {
        var given = Cases.All(folder)[number];
        var whole = given.Before(new Cloud());
        Pwsh.Run(whole, given.Script, given.Parameters).ShouldBeNull(given.ToString());

        foreach (var step in whole.Changes.Where(c => c != "dotnet").Distinct())
        {
            var cloud = given.Before(new Cloud()).FailingAt(step);
            var error = Pwsh.Run(cloud, Cases.All(folder)[number].Script, given.Parameters);
            error.ShouldNotBeNull($"{given}: {step}").ShouldStartWith("Stopped at: ");
            error.ShouldContain("The service says no.");
            cloud.Calls[^1].ShouldBe(step);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Missing_modules_are_named_before_anything_is_done(int number)
    {
        var given = Cases.All(folder)[number];
        var cloud = given.Before(new Cloud()).OnAnEmptyMachine();

        var error = Pwsh.Run(cloud, given.Script, given.Parameters);

        error.ShouldNotBeNull().ShouldStartWith("Nothing was done. Install first:");
        error.ShouldContain("Install-Module ");
        cloud.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("scripts/entra/Test-Access.ps1")]
    [InlineData("scripts/entra/Test-LiveAccess.ps1")]
    [InlineData("scripts/azure/Preview.ps1")]
    [InlineData("scripts/azure/Build-Package.ps1")]
    public void Scripts_that_change_nothing_in_the_cloud_name_what_is_missing_too(string script)
    {
        var cloud = new Cloud().OnAnEmptyMachine();
        var given = new Hashtable { ["ResourceGroupName"] = Cases.Group, ["Environment"] = "test", ["GroupFile"] = "group.json", ["ManagedIdentity"] = true };
        var asked = Parse(script, out _).ParamBlock.Parameters.Select(p => p.Name.VariablePath.UserPath).ToHashSet();
        var parameters = Cases.Merged(Cases.Both, given);
        foreach (var name in parameters.Keys.Cast<string>().Where(k => !asked.Contains(k)).ToList()) parameters.Remove(name);

        Pwsh.Run(cloud, script, parameters).ShouldNotBeNull().ShouldStartWith("Nothing was done. Install first:");

        cloud.Calls.ShouldBeEmpty();
    }

    private static ScriptBlockAst Parse(string script, out ParseError[] errors) => Parser.ParseFile(Repository.File(script), out _, out errors);
}
