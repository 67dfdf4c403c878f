using System.Xml.Linq;
using Hallbarhet.Workspace.SharePoint;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365Pnp;

/// <summary>The port on PnP.Core cannot be run here, but it cannot fall behind the port or the REST client either.</summary>
public sealed class PnpParityTests
{
    /// <summary>What PnP.Core offers and may not be called, each with the reason.</summary>
    private static readonly Dictionary<string, string> Traps = new()
    {
        ["AddPnPCore"] = "adds handlers that send a POST again after a 504",
        ["AddPnPContextFactory"] = "adds handlers that send a POST again after a 504",
        ["AddText"] = "a column gets a random id each time",
        ["AddTextAsync"] = "a column gets a random id each time",
        ["AddChoiceAsync"] = "a column gets a random id each time",
        ["AddFieldAsXmlAsync"] = "columns are Graph's",
        ["EnsureFolderAsync"] = "takes every error for a missing folder",
        ["GetByTitleAsync"] = "an apostrophe breaks the address",
        ["GetByTitleBatchAsync"] = "an apostrophe breaks the address",
        ["AddRoleDefinitionsAsync"] = "looks for a level by its name and grants the first row of the answer",
        ["RemoveRoleDefinitionsAsync"] = "looks for a level by its name and takes the first row of the answer",
        ["FirstOrDefaultAsync"] = "takes the first row of the answer without a look at it",
        ["FirstAsync"] = "takes the first row of the answer without a look at it",
        ["ToListAsync"] = "is ambiguous beside the one of .NET 10, and leaves the pages after a short one",
    };

    [Fact]
    public void It_has_every_member_of_the_port_and_no_other()
    {
        var port = PnpSource.Read("provisioning", "Hallbarhet.Workspace", "SharePoint").SelectMany(file => file.DescendantNodes())
            .OfType<InterfaceDeclarationSyntax>().Single(type => type.Identifier.Text == nameof(ISharePointOnly));
        var client = PnpSource.All<ClassDeclarationSyntax>().Single(type => type.Identifier.Text == "PnpSharePoint");

        client.BaseList!.Types.Select(type => type.ToString()).ShouldBe([nameof(ISharePointOnly)]);
        client.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Modifiers.Any(word => word.Text == "public")).Select(PnpSource.Signature).Order()
            .ShouldBe(port.Members.OfType<MethodDeclarationSyntax>().Select(PnpSource.Signature).Order());
    }

    [Theory]
    [InlineData(nameof(SharePointState))]
    [InlineData(nameof(ListDetails))]
    [InlineData(nameof(ViewContent))]
    public void It_fills_what_the_REST_client_fills(string record)
    {
        var rest = PnpSource.Read("functions", "Hallbarhet.Microsoft365", "SharePoint").PropertiesSet(record).Order().ToList();
        rest.ShouldNotBeEmpty();
        PnpSource.Files.PropertiesSet(record).Order().ShouldBe(rest);
    }

    [Fact]
    public void Steps_that_it_does_itself_are_steps_of_the_port_and_the_rest_is_left_to_REST()
    {
        var arms = PnpSource.All<SwitchExpressionSyntax>().Single(s => s.Ancestors().OfType<MethodDeclarationSyntax>().First().Identifier.Text == "Of").Arms;
        var own = arms.Select(arm => arm.Pattern).OfType<DeclarationPatternSyntax>().Select(pattern => pattern.Type.ToString()).ToList();

        own.ShouldBeSubsetOf(typeof(SharePointStep).GetNestedTypes().Select(step => $"{nameof(SharePointStep)}.{step.Name}"));
        arms[^1].ToString().ShouldBe("_ => [.. AsRest(step)]");
    }

    [Theory]
    [InlineData("DisableTelemetry", "true")]
    [InlineData("GraphFirst", "false")]
    [InlineData("GraphCanUseBeta", "false")]
    [InlineData("SiteUriCasingIsCorrect", "true")]
    public void It_is_set_up_so(string setting, string value) => PnpSource.All<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Left.ToString() == setting).ShouldHaveSingleItem().Right.ToString().ShouldBe(value);

    [Fact]
    public void It_steps_into_none_of_the_known_traps()
    {
        var called = PnpSource.All<SimpleNameSyntax>().Select(name => name.Identifier.Text).ToHashSet();
        Traps.Where(trap => called.Contains(trap.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void Its_one_package_is_PnP_Core_in_the_version_that_was_tried()
    {
        XDocument.Load(Path.Combine(PnpSource.Folder, "Hallbarhet.Microsoft365.PnP.csproj")).Descendants("PackageReference")
            .ShouldHaveSingleItem().ToString().ShouldBe("""<PackageReference Include="PnP.Core" />""");
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => package.Attribute("Include")!.Value == "PnP.Core").Attribute("Version")!.Value.ShouldBe("1.15.0");
    }

    [Fact]
    public void It_is_held_to_the_same_cases_as_the_REST_client()
    {
        var pnp = Cases(PnpSource.Read("tests", "Hallbarhet.Microsoft365.PnP.Tests"));
        var rest = Cases(PnpSource.Read("tests", "Hallbarhet.Tests", "SharePointPort"));
        rest.ShouldNotBeEmpty();
        pnp.ShouldBe(rest);
    }

    private static IReadOnlyList<string> Cases(IEnumerable<Microsoft.CodeAnalysis.SyntaxNode> files) =>
    [
        .. files.SelectMany(file => file.DescendantNodes()).OfType<PrimaryConstructorBaseTypeSyntax>().Select(type => type.Type.ToString())
            .Where(name => name.EndsWith("Cases", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
