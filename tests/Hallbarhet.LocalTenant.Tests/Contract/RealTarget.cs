using System.Globalization;
using Azure.Core;
using Azure.Identity;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>A real tenant. Everything that a case makes is called Kontrakt; whatever is called so goes before and after a run.</summary>
internal sealed class RealTarget : ContractTarget, IAsyncDisposable
{
    /// <summary>Whom an application can stand for; people would have to sign in.</summary>
    public static readonly Who[] Callers = [Who.Setup, Who.Runtime, Who.Nobody, Who.SharePoint, Who.SharePointRuntime];

    private readonly RealTenant tenant;
    private readonly Dictionary<Who, HttpClient> clients = [];
    private readonly Dictionary<string, string> constants;

    private RealTarget(RealTenant tenant)
    {
        this.tenant = tenant;
        constants = new()
        {
            ["host"] = tenant.SharePointHost,
            ["siteName"] = tenant.SiteName,
            ["group"] = tenant.GroupId,
            ["mailbox"] = tenant.Mailbox,
            ["member.mail"] = tenant.Member,
            ["other.mail"] = tenant.Other,
        };
    }

    public override IReadOnlyDictionary<string, string> Constants => constants;

    public override string Prefix { get; } = TimeProvider.System.GetUtcNow().ToString("yyMMddHHmm", CultureInfo.InvariantCulture);

    private string Box => $"/v1.0/users/{tenant.Mailbox}";

    private string Site => $"/v1.0/sites/{constants["site"]}";

    public static async Task<RealTarget> StartAsync(RealTenant tenant)
    {
        var target = new RealTarget(tenant);
        var graph = await target.ClientAsync(Who.Setup);
        target.constants["site"] = Id(await graph.GetJsonAsync($"/v1.0/sites/{tenant.SharePointHost}:/sites/{tenant.SiteName}?$select=id"));
        foreach (var (name, upn) in new Dictionary<string, string> { ["mailbox.id"] = tenant.Mailbox, ["member"] = tenant.Member, ["other"] = tenant.Other })
            target.constants[name] = Id(await graph.GetJsonAsync($"/v1.0/users/{upn}?$select=id"));
        await target.SweepAsync();
        return target;
    }

    public override async Task<HttpClient> ClientAsync(Who who) =>
        clients.TryGetValue(who, out var client) ? client : clients[who] = await ConnectAsync(who);

    public async ValueTask DisposeAsync()
    {
        await SweepAsync();
        foreach (var client in clients.Values) client.Dispose();
    }

    private static string Id(Answer answer) =>
        answer.Status == 200 ? answer.Json["id"]!.GetValue<string>() : throw new InvalidOperationException($"HALLBARHET_TENANT does not fit: {answer.Text}");

    private async Task<HttpClient> ConnectAsync(Who who)
    {
        var resource = new Uri(who is Who.SharePoint or Who.SharePointRuntime ? $"https://{tenant.SharePointHost}" : "https://graph.microsoft.com");
        var client = new HttpClient { BaseAddress = resource };
        if (resource.Host == tenant.SharePointHost) client.DefaultRequestHeaders.Accept.ParseAdd("application/json;odata=nometadata");
        if (who == Who.Nobody) return client;
        var application = who is Who.Runtime or Who.SharePointRuntime ? tenant.Runtime : tenant.Setup;
        var credential = new ClientCertificateCredential(tenant.TenantId, application.ClientId, application.Certificate);
        var token = await credential.GetTokenAsync(new TokenRequestContext([new Uri(resource, ".default").ToString()]), TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        return client;
    }

    private async Task SweepAsync()
    {
        var (setup, runtime) = (await ClientAsync(Who.Setup), await ClientAsync(Who.Runtime));
        await RemoveAsync(setup, Site + "/lists", "displayName", "Kontrakt ");
        await RemoveAsync(setup, Site + "/pages", "name", "kontrakt-");
        await RemoveAsync(setup, Site + "/drive/root/children", "name", "Kontrakt ", Site + "/drive/items");
        await RemoveAsync(runtime, Box + "/messages", "subject", "Kontrakt ");
        await RemoveAsync(runtime, Box + "/events", "subject", "Kontrakt ");
    }

    private static async Task RemoveAsync(HttpClient client, string things, string property, string start, string? at = null)
    {
        var found = new List<string>();
        for (string? next = $"{things}?$select=id,{property}&$top=100"; next is not null;)
        {
            var page = await client.GetJsonAsync(next);
            found.AddRange(page.Values.Where(t => t![property]?.ToString().StartsWith(start, StringComparison.Ordinal) == true).Select(t => t!["id"]!.ToString()));
            next = page.Json["@odata.nextLink"]?.ToString();
        }
        foreach (var id in found) _ = await client.SendTextAsync("DELETE", $"{at ?? things}/{id}", null);
    }
}
