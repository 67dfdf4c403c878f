using System.Collections;
using System.IO.Compression;

namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>Packing, publishing, rolling back, taking away.</summary>
public sealed class DeployTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hallbarhet-deploy").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Package_holds_the_app_and_the_group_file_and_is_named_by_its_content()
    {
        var (first, again) = (Build("one"), Build("one"));
        var other = Build("another");

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        using var zip = ZipFile.OpenRead(first);
        zip.Entries.Select(e => e.FullName).Order().ShouldBe(["Hallbarhet.Functions.dll", "group.json"], ignoreOrder: true);
    }

    [Fact]
    public void Publishing_names_the_package_on_the_resource_group_and_a_rollback_publishes_the_older_one()
    {
        var (old, recent) = (Build("one"), Build("two"));
        var cloud = new Cloud().WithGroup();

        Deploy(cloud, recent).ShouldBeNull();
        cloud.GroupTags!["package"].ShouldBe(Path.GetFileName(recent));
        cloud.Changes.Clear();
        Deploy(cloud, old).ShouldBeNull();

        cloud.GroupTags!["package"].ShouldBe(Path.GetFileName(old));
        cloud.GroupTags!["product"].ShouldBe("hallbarhet-m365");
        cloud.Changes.ShouldBe(["Invoke-WebRequest", "Update-AzTag"]);
    }

    [Fact]
    public void Package_that_Azure_refuses_is_not_named()
    {
        var cloud = new Cloud { PublishStatus = 3 }.WithGroup();

        Deploy(cloud, Build("one")).ShouldNotBeNull().ShouldContain("Azure refused the package (status 3)");

        cloud.GroupTags!.ContainsKey("package").ShouldBeFalse();
    }

    [Fact]
    public void Package_that_gives_no_functions_is_an_error_although_Azure_says_nothing()
    {
        var cloud = new Cloud { FunctionsListed = 0 }.WithGroup();

        Deploy(cloud, Build("one")).ShouldNotBeNull().ShouldContain("Azure lists no function");

        cloud.GroupTags!.ContainsKey("package").ShouldBeFalse();
    }

    [Fact]
    public void Deployment_tells_the_ids_that_the_other_scripts_ask_for()
    {
        var cloud = new Cloud().WithGroup();

        Deploy(cloud, Build("one")).ShouldBeNull();

        foreach (var name in (string[])["functionAppName", "runtimeClientId", "runtimePrincipalId", "setupClientId", "setupPrincipalId"])
        {
            cloud.Said.ShouldContain($"{name}: https://{name}");
            Repository.Text("scripts/azure/main.bicep").ShouldContain($"output {name} string");
        }
        Repository.Text("scripts/azure/main.bicep").ShouldContain("output deploymentAddress string");
    }

    [Fact]
    public void Preview_names_what_would_change_and_changes_nothing()
    {
        var cloud = new Cloud().WithGroup();

        Pwsh.Run(cloud, "scripts/azure/Preview.ps1", new Hashtable { ["ResourceGroupName"] = Cases.Group, ["Environment"] = "production" }).ShouldBeNull();

        cloud.Said.ShouldContain("  Create: site");
        cloud.Said.ShouldContain("Resources that would change: 1");
        cloud.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hallbarhet-m365", false, Cases.Group, "still runs")]
    [InlineData("something-else", true, Cases.Group, "was not made for this service")]
    [InlineData("hallbarhet-m365", true, "rg-hallbarhet-prod", "The two names differ")]
    public void Teardown_refuses_what_it_should_not_take(string product, bool stopped, string typed, string said)
    {
        var cloud = new Cloud().WithGroup(deployed: true, stopped, product);

        Pwsh.Run(cloud, "scripts/azure/Teardown.ps1", new Hashtable { ["ResourceGroupName"] = Cases.Group, ["TypeTheNameAgain"] = typed }).ShouldNotBeNull().ShouldContain(said);

        cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Leaving_stops_the_jobs_exports_the_records_and_prints_a_ticket_for_each_role()
    {
        var cloud = new Cloud().WithGroup(deployed: true);

        Leave(cloud).ShouldBeNull();

        cloud.Changes.ShouldBe(["Update-AzFunctionAppSetting", "Stop-AzFunctionApp", "dotnet"]);
        foreach (var role in (string[])["Exchange-administratör", "SharePoint-administratör", "Administratör för privilegierad roll", "Ägare av webbplatsen"])
            cloud.Said.ShouldContain($"Till: {role}");
        cloud.Said.ShouldNotContain("-Identity setup");
    }

    [Fact]
    public void Leaving_asks_for_the_setup_identity_s_grants_too_when_it_still_has_any()
    {
        var cloud = new Cloud().WithGroup(deployed: true);

        Leave(cloud, ("SetupClientId", Cases.ClientId), ("SetupPrincipalId", Cases.PrincipalId)).ShouldBeNull();

        cloud.Said.ShouldContain("-Identity setup -Remove");
        cloud.Said.ShouldContain("-Identity setup -Planner Off -Remove");
    }

    [Fact]
    public void Leaving_gives_no_grant_back_before_the_records_are_safe()
    {
        var cloud = new Cloud().WithGroup(deployed: true).FailingAt("dotnet");

        Leave(cloud).ShouldNotBeNull().ShouldContain("records ended with 1");

        cloud.Said.ShouldNotContain("Ärende att klistra in");
    }

    private string? Leave(Cloud cloud, params (string Name, object Value)[] more) =>
        Pwsh.Run(cloud, "scripts/entra/Leave.ps1", Cases.All(folder).Single(c => c.ToString() == "Leave.ps1").With(more));

    private static string? Deploy(Cloud cloud, string package) => Pwsh.Run(cloud, "scripts/azure/Deploy.ps1",
        new Hashtable { ["ResourceGroupName"] = Cases.Group, ["Environment"] = "test", ["Package"] = package });

    private string Build(string group)
    {
        var file = Path.Combine(folder, "group.json");
        File.WriteAllText(file, group);
        var cloud = new Cloud();
        Pwsh.Run(cloud, "scripts/azure/Build-Package.ps1", new Hashtable { ["GroupFile"] = file, ["OutFolder"] = Path.Combine(folder, "packages") }).ShouldBeNull();
        return cloud.Output.Single(line => line.StartsWith("Package: ", StringComparison.Ordinal))["Package: ".Length..];
    }
}
