using System.Runtime.CompilerServices;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>provisioning/permissions.json is what IT grants: it suffices, and nothing in it is unused.</summary>
public sealed class PermissionTests
{
    private static readonly JsonElement Permissions = JsonDocument.Parse(File.ReadAllText(Repository("provisioning/permissions.json"))).RootElement;

    private static readonly string[] Read = ["read"];
    private static readonly string[] Full = ["fullcontrol"];
    private static readonly string[] Selected = ["Sites.Selected"];
    private static readonly string[] Reader = ["User.ReadBasic.All", "GroupMember.Read.All", "Sites.Selected", "Tasks.ReadWrite.All"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Setup_applies_on_an_existing_site_with_exactly_the_listed_permissions()
    {
        await using var tenant = await Tenant.StartAsync();
        await tenant.AddGroupAsync("karin.exempelius@trollhattan.example", "mattias.provberg@trollhattan.example");
        await GrantAsync(tenant, "setup", [OnSite(Full)]);

        using var provisioner = tenant.Open();
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();

        (await UnusedAsync(tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Setup_creates_the_group_with_exactly_the_listed_permissions()
    {
        await using var tenant = await Tenant.StartAsync();
        await GrantAsync(tenant, "setupThatCreatesTheGroup", []);

        using var provisioner = tenant.Open();
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();

        (await UnusedAsync(tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_right_to_see_SharePoint_the_plan_says_so_and_changes_nothing_of_it()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var setup = tenant.Open())
            await setup.ApplyAsync(Cancellation);
        await tenant.GrantAsync(new { identity = "setup", roles = Reader, sharePointRoles = Selected, sites = (object[])[OnSite(Read)] });

        using var reader = tenant.Open();
        var plan = await reader.PlanAsync(Cancellation);

        plan.Changes.ShouldBeEmpty();
        plan.Warnings.ShouldContain(warning => warning.StartsWith("this identity may not see: rights", StringComparison.Ordinal));
    }

    private static object OnSite(string[] roles) => new { site = "/sites/ekologiska-hallbarhetsgruppen", roles };

    private static Task GrantAsync(Tenant tenant, string name, object[] sites) => tenant.GrantAsync(new
    {
        identity = "setup",
        roles = Texts(name, "graph").Concat(Texts(name, "graphWithPlanner")),
        sharePointRoles = Texts(name, "sharePoint"),
        sites,
    });

    private static IEnumerable<string> Texts(string name, string kind) => Permissions.GetProperty(name).GetProperty(kind).EnumerateArray().Select(text => text.GetString()!);

    private static async Task<IEnumerable<string>> UnusedAsync(Tenant tenant) => (await tenant.PermissionsAsync()).GetProperty("identities").EnumerateArray()
        .Single(identity => identity.GetProperty("identity").GetString() == "setup").GetProperty("unused").EnumerateArray().Select(text => text.GetString()!);

    private static string Repository(string file, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", file);
}
