using System.Collections;
using System.Text.Json;

namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>What the administrators' scripts give is exactly what provisioning/permissions.json says, and no more can slip in.</summary>
public sealed class GrantTests
{
    private static readonly JsonElement Data = JsonDocument.Parse(Repository.Text("provisioning/permissions.json")).RootElement;

    [Theory]
    [InlineData("runtime", "Off")]
    [InlineData("runtime", "On")]
    [InlineData("setup", "Off")]
    [InlineData("setup", "On")]
    [InlineData("setupThatCreatesTheGroup", "Off")]
    public void Privileged_role_gives_exactly_the_list(string identity, string planner)
    {
        // One too many on each resource, as somebody may have left it.
        var cloud = new Cloud().WithRole("graph", "Mail.Send").WithRole("sharepoint", identity == "setupThatCreatesTheGroup" ? "Sites.Selected" : "Sites.FullControl.All");

        Run(cloud, "Grant-Permissions", new() { ["PrincipalId"] = Cases.PrincipalId, ["Identity"] = identity, ["Planner"] = planner }).ShouldBeNull();

        cloud.Granted.ShouldBe(Texts(identity, "graph").Concat(planner == "On" ? Texts(identity, "graphWithPlanner") : []).Select(n => "graph: " + n)
            .Concat(Texts(identity, "sharePoint").Select(n => "sharepoint: " + n)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Planner_is_told_loudly_in_the_console_and_in_the_ticket()
    {
        var on = new Cloud();
        var off = new Cloud();
        Run(on, "Grant-Permissions", new() { ["PrincipalId"] = Cases.PrincipalId, ["Planner"] = "On" });
        Run(off, "Grant-Permissions", new() { ["PrincipalId"] = Cases.PrincipalId });

        on.Said.ShouldContain("WARNING: Tasks.ReadWrite.All COVERS EVERY PLAN OF THE WHOLE TENANT");
        on.Said.ShouldContain("gäller VARJE plan i Planner i hela kommunens klientorganisation");
        off.Said.ShouldNotContain("Tasks.ReadWrite.All");
    }

    [Fact]
    public void Turning_Planner_off_takes_its_permission_away()
    {
        var cloud = new Cloud().WithRole("graph", "Tasks.ReadWrite.All");

        Run(cloud, "Grant-Permissions", Cases.Permissions).ShouldBeNull();

        cloud.Granted.ShouldNotContain("graph: Tasks.ReadWrite.All");
    }

    [Fact]
    public void Permission_on_another_resource_is_not_touched_but_ends_in_an_error()
    {
        var cloud = new Cloud().WithRole("exchange", "full_access_as_app");

        Run(cloud, "Grant-Permissions", Cases.Permissions).ShouldNotBeNull().ShouldContain("full_access_as_app on Office 365 Exchange Online");

        cloud.Granted.ShouldContain("exchange: full_access_as_app");
    }

    [Fact]
    public void Exchange_gives_the_listed_roles_on_one_mailbox_by_its_id()
    {
        var cloud = new Cloud();

        Run(cloud, "Grant-Exchange", Cases.Exchange).ShouldBeNull();

        cloud.MailboxRoles.ShouldBe(Texts("runtime", "exchange").Select(r => ($"Application {r}", "ExternalDirectoryObjectId -eq '3f0c6f2e-0000-0000-0000-000000000001'")));
        cloud.Said.ShouldContain($"Proved: {Cases.Mailbox} is open, {Cases.OtherMailbox} is refused.");
    }

    [Fact]
    public void Exchange_script_fails_when_another_mailbox_is_open()
    {
        var cloud = new Cloud().WithUnlimitedMailRole("Application Mail.Read");

        Run(cloud, "Grant-Exchange", Cases.Exchange).ShouldNotBeNull().ShouldContain($"The identity may use {Cases.OtherMailbox} too: Application Mail.Read.");
    }

    [Fact]
    public void Mailbox_that_is_not_there_stops_the_script_before_it_changes_anything()
    {
        var cloud = new Cloud();

        Run(cloud, "Grant-Exchange", Cases.Merged(Cases.Exchange, new() { ["Mailbox"] = "felstavad@kommun.example" })).ShouldNotBeNull().ShouldContain("felstavad@kommun.example");

        cloud.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("runtime")]
    [InlineData("setup")]
    public void SharePoint_opens_one_site_with_the_listed_role(string identity)
    {
        var cloud = new Cloud().WithRole("graph", "Sites.Selected").WithRole("sharepoint", "Sites.Selected");

        Run(cloud, "Grant-SharePoint", Cases.Merged(Cases.Site, new() { ["Identity"] = identity })).ShouldBeNull();

        cloud.SiteRoles.ShouldBe([(Cases.SiteId, Data.GetProperty(identity).GetProperty("siteRole").GetString()!)]);
    }

    [Theory]
    [InlineData("graph", "Office 365 SharePoint Online")]
    [InlineData("sharepoint", "Microsoft Graph")]
    public void SharePoint_script_refuses_when_one_resource_lacks_Sites_Selected(string granted, string named)
    {
        var cloud = new Cloud().WithRole(granted, "Sites.Selected");

        Run(cloud, "Grant-SharePoint", Cases.Site).ShouldNotBeNull().ShouldContain($"lacks Sites.Selected on {named}");

        cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void SharePoint_script_fails_when_another_site_is_open()
    {
        var cloud = new Cloud().WithRole("graph", "Sites.Selected").WithRole("sharepoint", "Sites.Selected").WithSite($"{Cases.SiteHost}:{Cases.OtherSitePath}", "read");

        Run(cloud, "Grant-SharePoint", Cases.Site).ShouldNotBeNull().ShouldContain(Cases.OtherSitePath);
    }

    [Fact]
    public void Removal_leaves_nothing()
    {
        var cloud = new Cloud();
        foreach (var step in (Hashtable[])[[], new() { ["Remove"] = true }])
        {
            Run(cloud, "Grant-Permissions", Cases.Merged(Cases.Permissions, step)).ShouldBeNull();
            Run(cloud, "Grant-Exchange", Cases.Merged(Cases.Exchange, step)).ShouldBeNull();
            if (step.Count == 0) Run(cloud, "Grant-SharePoint", Cases.Site).ShouldBeNull();
            else Run(cloud, "Grant-SharePoint", Cases.Merged(Cases.Site, step)).ShouldBeNull();
        }

        (cloud.Granted, cloud.MailboxRoles, cloud.SiteRoles).ShouldSatisfyAllConditions(
            c => c.Granted.ShouldBeEmpty(), c => c.MailboxRoles.ShouldBeEmpty(), c => c.SiteRoles.ShouldBeEmpty());
    }

    [Fact]
    public void Deployers_get_their_roles_under_a_condition()
    {
        var cloud = new Cloud();

        Run(cloud, "Grant-Azure", new() { ["SubscriptionId"] = Cases.ClientId, ["ResourceGroupName"] = Cases.Group, ["DeployerObjectId"] = Cases.PrincipalId }).ShouldBeNull();

        cloud.DeployerRoles.Select(r => r.Role).ShouldBe(["Contributor", "Role Based Access Control Administrator"]);
        cloud.DeployerRoles[1].Condition.ShouldContain("ForAnyOfAnyValues:GuidEquals {");
        cloud.DeployerRoles[1].Condition.ShouldNotContain("\n");
    }

    [Fact]
    public void Site_owner_adds_the_missing_strategist_and_hears_when_the_group_ends()
    {
        var cloud = new Cloud();

        Run(cloud, "Confirm-Site", new()
        {
            ["SiteHost"] = Cases.SiteHost,
            ["SitePath"] = Cases.SitePath,
            ["GroupNickname"] = Cases.Nickname,
            ["Members"] = Strategists
        }).ShouldBeNull();

        cloud.Members.ShouldBe(["user-karin", "user-mattias"]);
        cloud.Said.ShouldContain("Gruppens livslängd=2027-03-01");
    }

    private static readonly string[] Strategists = ["karin.exempelius@kommun.example", "mattias.provberg@kommun.example"];

    private static string? Run(Cloud cloud, string script, Hashtable parameters) => Pwsh.Run(cloud, $"scripts/entra/{script}.ps1", parameters);

    private static IEnumerable<string> Texts(string identity, string kind) => Data.GetProperty(identity).GetProperty(kind).EnumerateArray().Select(t => t.GetString()!);
}
