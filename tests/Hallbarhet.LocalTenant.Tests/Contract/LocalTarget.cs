namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The local tenant, furnished like the product's workspace: a group with its site, a mailbox, two members and an outsider.</summary>
internal sealed class LocalTarget : ContractTarget, IAsyncDisposable
{
    private const string Outsider = "nils.utanfor@trollhattan.example";

    private readonly Dictionary<Who, HttpClient> clients = [];

    private LocalTarget(TestTenant tenant) => Tenant = tenant;

    public TestTenant Tenant { get; }

    public override IReadOnlyDictionary<string, string> Constants => field ??= new Dictionary<string, string>
    {
        ["site"] = Tenant.SiteId,
        ["siteName"] = TestTenant.SiteName,
        ["host"] = "trollhattanexempel.sharepoint.com",
        ["group"] = Tenant.GroupId,
        ["mailbox"] = TestTenant.Service,
        ["mailbox.id"] = Tenant.UserIds[TestTenant.Service],
        ["member"] = Tenant.UserIds[TestTenant.Karin],
        ["member.mail"] = TestTenant.Karin,
        ["other"] = Tenant.UserIds[TestTenant.Omar],
        ["other.mail"] = TestTenant.Omar,
    };

    public override string Prefix => "";

    public static async Task<LocalTarget> StartAsync(LocalTenantOptions options)
    {
        var target = new LocalTarget(await TestTenant.StartAsync(options));
        _ = await target.Tenant.AddUserAsync(Outsider, "Nils Utanför");
        return target;
    }

    public override async Task<HttpClient> ClientAsync(Who who) =>
        clients.TryGetValue(who, out var client) ? client : clients[who] = who switch
        {
            Who.Setup => Tenant.AsSetup,
            Who.Runtime => Tenant.AsRuntime,
            Who.Nobody => Tenant.Raw,
            Who.SharePoint => Tenant.SharePoint,
            Who.SharePointRuntime => await Tenant.AsApplicationAsync(TestTenant.RuntimeId, TestTenant.SharePointHost),
            Who.Member => await Tenant.AsAsync(TestTenant.Omar),
            Who.Outsider => await Tenant.AsAsync(Outsider),
            Who.SharePointMember => await Tenant.AsAsync(TestTenant.Omar, TestTenant.SharePointHost),
            _ => await Tenant.AsAsync(Outsider, TestTenant.SharePointHost),
        };

    public ValueTask DisposeAsync() => Tenant.DisposeAsync();
}
