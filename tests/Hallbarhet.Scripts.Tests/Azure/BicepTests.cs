using System.Text.Json;

namespace Hallbarhet.Scripts.Tests.Azure;

/// <summary>The real compiler takes every file without a word, and what it makes holds no key.</summary>
public sealed class BicepTests
{
    public static TheoryData<string> Templates => [.. Repository.Files("scripts/azure", "*.bicep")];

    public static TheoryData<string> Parameters => [.. Repository.Files("scripts/azure", "*.bicepparam")];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_builds_and_lints_without_a_word(string file)
    {
        _ = Bicep.Compile(file);
        var (output, complaints, exitCode) = Bicep.Run("lint", file);

        (output.Trim(), complaints.Trim(), exitCode).ShouldBe(("", "", 0));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameters_fit_their_template(string file) => Bicep.Compile(file).ShouldContain("parametersJson");

    [Fact]
    public void Compiler_complains_of_an_unknown_version_so_that_silence_means_something()
    {
        Bicep.SkipWhereItCannotRun();
        var folder = Directory.CreateTempSubdirectory("hallbarhet-bicep");
        var file = Path.Combine(folder.FullName, "wrong.bicep");
        File.WriteAllText(file, "resource plan 'Microsoft.Web/serverfarms@1999-01-01' = {\n  name: 'x'\n  location: 'y'\n}\n");

        Bicep.Run("build", file, "--stdout").Complaints.ShouldContain("Warning");
        folder.Delete(recursive: true);
    }

    [Fact]
    public void No_template_comes_from_a_registry()
    {
        foreach (var file in Repository.Files("scripts/azure", "*.bicep").Select(Repository.Text))
        {
            file.ShouldNotContain("'br:");
            file.ShouldNotContain("'br/");
            file.ShouldNotContain("'ts:");
            file.ShouldNotContain("extension ");
        }
    }

    [Fact]
    public void Nothing_in_Azure_takes_a_key_or_a_password()
    {
        var resources = Resources();

        One("Microsoft.Storage/storageAccounts").GetProperty("properties").GetProperty("allowSharedKeyAccess").GetBoolean().ShouldBeFalse();
        One("Microsoft.Insights/components").GetProperty("properties").GetProperty("DisableLocalAuth").GetBoolean().ShouldBeTrue();
        One("Microsoft.OperationalInsights/workspaces").GetProperty("properties").GetProperty("features").GetProperty("disableLocalAuth").GetBoolean().ShouldBeTrue();
        resources.Where(r => Type(r) == "Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Select(r => r.GetProperty("properties").GetProperty("allow").GetBoolean()).ShouldBe([false, false]);
        Bicep.Compile("scripts/azure/main.bicep").ShouldNotContain("listKeys");

        JsonElement One(string type) => resources.Single(r => Type(r) == type);
    }

    [Fact]
    public void App_is_Flex_Consumption_with_the_product_s_runtime_and_a_package_fetched_by_its_identity()
    {
        var site = Resources().Single(r => Type(r) == "Microsoft.Web/sites").GetProperty("properties");
        var config = site.GetProperty("functionAppConfig");

        Resources().Single(r => Type(r) == "Microsoft.Web/serverfarms").GetProperty("sku").GetProperty("name").GetString().ShouldBe("FC1");
        config.GetProperty("runtime").GetProperty("name").GetString().ShouldBe("dotnet-isolated");
        Repository.Text("Directory.Build.props").ShouldContain($"<TargetFramework>net{config.GetProperty("runtime").GetProperty("version").GetString()}<");
        config.GetProperty("deployment").GetProperty("storage").GetProperty("authentication").GetProperty("type").GetString().ShouldBe("UserAssignedIdentity");
        site.GetProperty("httpsOnly").GetBoolean().ShouldBeTrue();
    }

    /// <summary>All resources, those of the modules included.</summary>
    private static List<JsonElement> Resources() => [.. Within(JsonDocument.Parse(Bicep.Compile("scripts/azure/main.bicep")).RootElement)];

    private static IEnumerable<JsonElement> Within(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        foreach (var resource in resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(p => p.Value))
        {
            yield return resource;
            if (Type(resource) != "Microsoft.Resources/deployments") continue;
            foreach (var inner in Within(resource.GetProperty("properties").GetProperty("template"))) yield return inner;
        }
    }

    private static string Type(JsonElement resource) => resource.GetProperty("type").GetString()!;
}
