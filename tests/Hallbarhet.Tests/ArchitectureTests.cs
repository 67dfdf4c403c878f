using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests;

/// <summary>Who may know whom. A project reference that is not in this table is a decision, not an accident.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Hallbarhet.Group"] = [],
        ["Hallbarhet.Workspace"] = [],
        ["Hallbarhet.LocalTenant"] = [],
        ["Hallbarhet.Documents"] = ["Hallbarhet.Group"],
        ["Hallbarhet.Microsoft365"] = ["Hallbarhet.Group", "Hallbarhet.Workspace"],
        ["Hallbarhet.Microsoft365.PnP"] = ["Hallbarhet.Microsoft365", "Hallbarhet.Workspace"],
        ["Hallbarhet.Hosting"] = ["Hallbarhet.Group", "Hallbarhet.Documents", "Hallbarhet.Workspace", "Hallbarhet.Microsoft365"],
        ["Hallbarhet.SelfHost"] = ["Hallbarhet.Hosting"],
        ["Hallbarhet.Functions"] = ["Hallbarhet.Hosting", "Hallbarhet.Microsoft365.PnP"],
        ["Hallbarhet.Provisioning"] = ["Hallbarhet.Workspace", "Hallbarhet.Microsoft365", "Hallbarhet.Microsoft365.PnP"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_those_it_may_know(string project)
    {
        var file = Directory.EnumerateFiles(Repository.Root, project + ".csproj", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        references.ShouldBeSubsetOf(Allowed[project]);
    }

    [Theory]
    [InlineData("Hallbarhet.Group", "what the group does needs nothing but the language")]
    [InlineData("Hallbarhet.LocalTenant", "the tenant stands on the framework alone")]
    public void A_project_that_stands_alone_has_no_packages(string project, string why)
    {
        var file = Directory.EnumerateFiles(Repository.Root, project + ".csproj", SearchOption.AllDirectories).ShouldHaveSingleItem();
        XDocument.Load(file).Descendants("PackageReference").ShouldBeEmpty(why);
    }

    [Fact]
    public void Product_code_never_mentions_the_tests()
    {
        string[] product = ["functions", "provisioning"];
        var named = product
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Hallbarhet.LocalTenant.", StringComparison.Ordinal)
                           || File.ReadAllText(file).Contains("Hallbarhet.Year", StringComparison.Ordinal));
        named.ShouldBeEmpty();
    }
}

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Hallbarhet.M365.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not lie inside a checkout.");
    }
}
