using System.Collections;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Every script that changes something, with what it is given and the state of the cloud that it starts from.</summary>
internal sealed record Case(string Script, Hashtable Parameters)
{
    /// <summary>What must be there before.</summary>
    public Func<Cloud, Cloud> Before { get; init; } = cloud => cloud;

    public string? Variant { get; init; }

    public Hashtable With(params (string Name, object Value)[] more)
    {
        var all = new Hashtable(Parameters);
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }

    public override string ToString() => Path.GetFileName(Script) + (Variant is null ? "" : $" ({Variant})");
}

internal static class Cases
{
    public const string ClientId = "6e2d0c3a-1111-4222-8333-000000000001";
    public const string PrincipalId = "6e2d0c3a-1111-4222-8333-000000000002";
    public const string Mailbox = "hallbarhetsgruppen@kommun.example";
    public const string OtherMailbox = "it@kommun.example";
    public const string SiteHost = "kommun.sharepoint.com";
    public const string SitePath = "/sites/ekologiska-hallbarhetsgruppen";
    public const string OtherSitePath = "/sites/intranet";
    public const string Nickname = "ekologiska-hallbarhetsgruppen";
    public const string Group = "rg-hallbarhet-test";

    private static readonly string[] Strategists = ["karin.exempelius@kommun.example", "mattias.provberg@kommun.example"];
    private static readonly int[] Years = [2026];

    public static string SiteId => $"{SiteHost}:{SitePath}";

    public static Hashtable Exchange => new() { ["ClientId"] = ClientId, ["PrincipalId"] = PrincipalId, ["Mailbox"] = Mailbox, ["OtherMailbox"] = OtherMailbox };

    public static Hashtable Site => new() { ["ClientId"] = ClientId, ["SiteHost"] = SiteHost, ["SitePath"] = SitePath, ["OtherSitePath"] = OtherSitePath };

    public static Hashtable Both => Merged(Exchange, Site);

    public static Hashtable Permissions => new() { ["PrincipalId"] = PrincipalId };

    /// <summary>A new folder for what the case writes.</summary>
    public static IReadOnlyList<Case> All(string folder) =>
    [
        new("scripts/entra/Grant-Exchange.ps1", Exchange),
        new("scripts/entra/Grant-Exchange.ps1", Merged(Exchange, new() { ["Remove"] = true })) { Variant = "remove", Before = cloud => Ran(cloud, "Grant-Exchange", Exchange) },
        new("scripts/entra/Grant-Permissions.ps1", Permissions),
        new("scripts/entra/Grant-Permissions.ps1", Merged(Permissions, new() { ["Remove"] = true })) { Variant = "remove", Before = cloud => Ran(cloud, "Grant-Permissions", Permissions) },
        new("scripts/entra/Grant-SharePoint.ps1", Site) { Before = cloud => Ran(cloud, "Grant-Permissions", Permissions) },
        new("scripts/entra/Grant-SharePoint.ps1", Site) { Variant = "another role", Before = cloud => Ran(cloud, "Grant-Permissions", Permissions).WithSite(SiteId, "read") },
        new("scripts/entra/Grant-SharePoint.ps1", Merged(Site, new() { ["Remove"] = true })) { Variant = "remove", Before = cloud => cloud.WithSite(SiteId, "write") },
        new("scripts/entra/New-SetupIdentity.ps1", new() { ["CertificatePath"] = Path.Combine(folder, "setup.pem") }),
        new("scripts/entra/New-ApiRegistration.ps1", new() { ["Person"] = "it@kommun.example", ["Role"] = "Workspace.Apply" }),
        new("scripts/entra/Grant-Azure.ps1", new() { ["SubscriptionId"] = ClientId, ["ResourceGroupName"] = Group, ["DeployerObjectId"] = PrincipalId }),
        new("scripts/entra/Confirm-Site.ps1", new() { ["SiteHost"] = SiteHost, ["SitePath"] = SitePath, ["GroupNickname"] = Nickname,
            ["Members"] = Strategists }),
        new("scripts/entra/Leave.ps1", Merged(Both, new() { ["ResourceGroupName"] = Group, ["FunctionAppName"] = "func-hallbarhet", ["GroupFile"] = "group.json",
            ["Years"] = Years, ["OutFolder"] = Path.Combine(folder, "records") })) { Before = cloud => cloud.WithGroup(deployed: true) },
        new("scripts/azure/Deploy.ps1", new() { ["ResourceGroupName"] = Group, ["Environment"] = "test", ["Package"] = PackageIn(folder) }) { Before = cloud => cloud.WithGroup() },
        new("scripts/azure/Teardown.ps1", new() { ["ResourceGroupName"] = Group, ["TypeTheNameAgain"] = Group }) { Before = cloud => cloud.WithGroup(deployed: true, stopped: true) },
    ];

    public static Hashtable Merged(Hashtable first, Hashtable second)
    {
        var all = new Hashtable(first);
        foreach (DictionaryEntry entry in second) all[entry.Key] = entry.Value;
        return all;
    }

    private static string PackageIn(string folder)
    {
        _ = Directory.CreateDirectory(folder);
        var package = Path.Combine(folder, "hallbarhet-0123456789ab.zip");
        File.WriteAllText(package, "zip");
        return package;
    }

    private static Cloud Ran(Cloud cloud, string script, Hashtable parameters)
    {
        Pwsh.Run(cloud, $"scripts/entra/{script}.ps1", parameters).ShouldBeNull();
        cloud.Calls.Clear();
        cloud.Changes.Clear();
        cloud.Output.Clear();
        return cloud;
    }
}
