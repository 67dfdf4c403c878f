using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Functions;

/// <summary>No restore here tells whether the Azure edition's versions exist, so a table does, with its sources.</summary>
public sealed class PackageTests
{
    private static readonly IReadOnlyDictionary<string, string> Central =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);

    private static readonly IReadOnlyDictionary<string, string> Table = Read();

    [Fact]
    public void The_project_names_only_packages_of_the_table_in_its_versions()
    {
        var references = XDocument.Load(Path.Combine(FunctionsSource.Folder, "Hallbarhet.Functions.csproj")).Descendants("PackageReference").ToList();
        references.ShouldAllBe(r => r.Attribute("Version") == null, "versions stand in Directory.Packages.props");
        references.Select(r => r.Attribute("Include")!.Value).Order().ShouldBe(Table.Keys.Order());
        foreach (var (package, version) in Table) Central.GetValueOrDefault(package).ShouldBe(version, package);
    }

    [Theory]
    [InlineData("Hallbarhet.Functions", "Hallbarhet.Functions")]
    [InlineData("Hallbarhet.Microsoft365.PnP", "Hallbarhet.Microsoft365.PnP")]
    public void What_not_every_registry_has_is_built_in_configuration_Azure_alone_and_has_no_lock_file(string folder, string project)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "Hallbarhet.M365.sln"));
        var id = lines.Single(l => l.Contains($"\"{project}\"", StringComparison.Ordinal)).Split('"')[^2];
        lines.Where(l => l.Contains(id, StringComparison.Ordinal) && l.Contains(".Build.0", StringComparison.Ordinal)).Select(l => l.Trim())
            .ShouldBe([$"{id}.Azure|Any CPU.Build.0 = Azure|Any CPU"]);
        var home = Path.Combine(Repository.Root, "functions", folder);
        File.Exists(Path.Combine(home, "packages.lock.json")).ShouldBeFalse();
        XDocument.Load(Path.Combine(home, project + ".csproj")).Descendants("RestorePackagesWithLockFile").ShouldHaveSingleItem().Value.ShouldBe("false");
    }

    private static Dictionary<string, string> Read()
    {
        using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Hallbarhet.Tests", "Functions", "packages.json")));
        return table.RootElement.GetProperty("packages").EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetProperty("version").GetString()!);
    }
}
