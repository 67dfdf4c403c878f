using System.Collections;

namespace Hallbarhet.Scripts.Tests.Scripts;

/// <summary>A ticket can be printed by anybody, on a machine without modules, and says what to run, what it gives and how to undo it.</summary>
public sealed class TicketTests
{
    private static readonly Hashtable Azure = new() { ["SubscriptionId"] = Cases.ClientId, ["ResourceGroupName"] = Cases.Group, ["DeployerObjectId"] = Cases.PrincipalId };

    private static readonly Hashtable Owner = new() { ["SiteHost"] = Cases.SiteHost, ["SitePath"] = Cases.SitePath, ["GroupNickname"] = Cases.Nickname };

    public static TheoryData<string, string> Roles => new()
    {
        { "Grant-Exchange", "Exchange-administratör" },
        { "Grant-SharePoint", "SharePoint-administratör" },
        { "Grant-Permissions", "Administratör för privilegierad roll" },
        { "Grant-Azure", "Ägare av Azure-prenumerationen" },
        { "New-SetupIdentity", "Molnprogramadministratör" },
        { "New-ApiRegistration", "Molnprogramadministratör" },
        { "Confirm-Site", "Ägare av webbplatsen" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public void Ticket_is_printed_without_doing_anything(string script, string role)
    {
        var cloud = new Cloud().OnAnEmptyMachine();

        Pwsh.Run(cloud, $"scripts/entra/{script}.ps1", Cases.Merged(Given(script), new() { ["TicketOnly"] = true })).ShouldBeNull();

        cloud.Calls.ShouldBeEmpty();
        cloud.Said.ShouldContain($"Till: {role}");
        cloud.Said.ShouldContain($"Kör: ./{script}.ps1");
        if (script != "Confirm-Site") cloud.Said.ShouldContain("-WhatIf");
    }

    [Fact]
    public void No_script_asks_for_Global_Administrator()
    {
        foreach (var file in Repository.Files("scripts", "*.ps1").Select(Repository.Text))
        {
            file.ShouldNotContain("Global Administrator");
            file.ShouldNotContain("Global administratör");
        }
    }

    private static Hashtable Given(string script) => script switch
    {
        "Grant-Exchange" => Cases.Exchange,
        "Grant-SharePoint" => Cases.Site,
        "Grant-Permissions" => Cases.Permissions,
        "Grant-Azure" => Azure,
        "New-ApiRegistration" => [],
        "New-SetupIdentity" => new() { ["CertificatePath"] = "setup.pem" },
        _ => Owner,
    };
}
