namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>The access test passes on what the scripts gave, and on nothing else.</summary>
public sealed class AccessTests
{
    [Fact]
    public void What_the_scripts_gave_passes() => Run(Granted()).ShouldBeNull();

    [Theory]
    [InlineData("graph", "Mail.Read")]
    [InlineData("graph", "Mail.Send")]
    [InlineData("graph", "MailboxSettings.Read")]
    [InlineData("graph", "Calendars.ReadWrite")]
    [InlineData("exchange", "full_access_as_app")]
    public void Any_mail_or_calendar_right_in_Entra_fails(string resource, string role) =>
        Run(Granted().WithRole(resource, role)).ShouldNotBeNull().ShouldMatch($@"{role} on [^.]+ opens EVERY mailbox of the tenant");

    [Theory]
    [InlineData("graph", "Sites.Read.All")]
    [InlineData("graph", "Tasks.ReadWrite.All")]
    [InlineData("sharepoint", "Sites.FullControl.All")]
    public void Any_other_right_that_is_not_on_the_list_fails(string resource, string role) =>
        Run(Granted().WithRole(resource, role)).ShouldNotBeNull().ShouldContain("is not on the list");

    [Fact]
    public void Another_site_fails() => Run(Granted().WithSite($"{Cases.SiteHost}:{Cases.OtherSitePath}", "read")).ShouldNotBeNull().ShouldContain(Cases.OtherSitePath);

    [Fact]
    public void A_second_role_on_the_own_site_fails() => Run(Granted().WithSite(Cases.SiteId, "fullcontrol")).ShouldNotBeNull().ShouldContain("is not exactly write");

    [Fact]
    public void Another_mailbox_fails() => Run(Granted().WithUnlimitedMailRole("Application Mail.Read")).ShouldNotBeNull().ShouldContain($"Application Mail.Read on {Cases.OtherMailbox}");

    [Fact]
    public void Nothing_granted_fails_with_every_reason_at_once()
    {
        var error = Run(new Cloud()).ShouldNotBeNull();

        foreach (var script in (string[])["Grant-Permissions.ps1", "Grant-SharePoint.ps1", "Grant-Exchange.ps1"]) error.ShouldContain(script);
    }

    [Fact]
    public void The_test_itself_changes_nothing()
    {
        var cloud = Granted();
        cloud.Changes.Clear();

        Run(cloud);

        cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Live_test_passes_when_the_own_places_answer_and_the_others_refuse()
    {
        var cloud = new Cloud { HttpStatus = address => IsOther(address) ? 403 : 200 };

        RunLive(cloud).ShouldBeNull();
        cloud.Calls.Count(c => c == "Invoke-WebRequest").ShouldBe(7);
    }

    [Theory]
    [InlineData(200, "answered 200")]
    [InlineData(401, "answered 401")]
    public void Live_test_fails_when_another_place_answers_or_the_token_was_bad(int status, string said) =>
        RunLive(new Cloud { HttpStatus = address => IsOther(address) ? status : 200 }).ShouldNotBeNull().ShouldContain(said);

    [Fact]
    public void Live_test_fails_when_the_own_mailbox_refuses() =>
        RunLive(new Cloud { HttpStatus = address => IsOther(address) || address.Contains(Cases.Mailbox, StringComparison.Ordinal) ? 403 : 200 })
            .ShouldNotBeNull().ShouldContain($"{Cases.Mailbox}/messages");

    private static bool IsOther(string address) => address.Contains(Cases.OtherMailbox, StringComparison.Ordinal) || address.Contains(Cases.OtherSitePath, StringComparison.Ordinal);

    private static Cloud Granted()
    {
        var cloud = new Cloud();
        Pwsh.Run(cloud, "scripts/entra/Grant-Permissions.ps1", Cases.Permissions).ShouldBeNull();
        Pwsh.Run(cloud, "scripts/entra/Grant-SharePoint.ps1", Cases.Site).ShouldBeNull();
        Pwsh.Run(cloud, "scripts/entra/Grant-Exchange.ps1", Cases.Exchange).ShouldBeNull();
        return cloud;
    }

    private static string? Run(Cloud cloud) => Pwsh.Run(cloud, "scripts/entra/Test-Access.ps1", Cases.Both);

    private static string? RunLive(Cloud cloud)
    {
        var parameters = Cases.Both;
        parameters.Remove("PrincipalId");
        parameters["ManagedIdentity"] = true;
        return Pwsh.Run(cloud, "scripts/entra/Test-LiveAccess.ps1", parameters);
    }
}
