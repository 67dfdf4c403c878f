using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.LocalTenant;
using Hallbarhet.Microsoft365.Files;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using Hallbarhet.Microsoft365.State;
using Hallbarhet.Provisioning;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph.Models;
using Shouldly;

namespace Hallbarhet.Tests.Microsoft365;

/// <summary>A local tenant with the example group's workspace applied, and a connection as the service's own identity.</summary>
public sealed class GroupTenant : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly LocalTenantServer server;
    private readonly HttpMessageHandler transport;
    private readonly WorkspaceProvisioner setup;
    private readonly HttpClient control;

    private GroupTenant(LocalTenantServer server)
    {
        this.server = server;
        transport = server.CreateHandler();
        setup = WorkspaceProvisioner.ForLocalTenant(server.Address, null, transport);
        control = new HttpClient(transport, disposeHandler: false) { BaseAddress = server.Address };
        Connection = Connect();
        Site = new GroupSite(Connection);
        Lists = new GraphGroupLists(Site);
        Files = new GraphGroupFiles(Site);
        Memory = new GraphJobMemory(Site, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public Microsoft365Connection Connection { get; }

    public GroupSite Site { get; }

    public GraphGroupLists Lists { get; }

    public GraphGroupFiles Files { get; }

    public GraphJobMemory Memory { get; }

    public HttpMessageHandler Transport => transport;

    /// <summary>As IT's own identity, which may change the site.</summary>
    public Microsoft365Connection Setup => setup.Connection;

    public static MailPolicy Live => new() { MailLive = true, AllowedDomains = ["trollhattan.example"] };

    public static MailPolicy Redirected => new() { RedirectAllTo = "it@trollhattan.example" };

    public static async Task<GroupTenant> StartAsync(CancellationToken ct)
    {
        var server = await LocalTenantServer.StartAsync(
            new() { InMemory = true, PdfConversion = false, RuntimeMailbox = "hallbarhetsgruppen@trollhattan.example" }, ct);
        var tenant = new GroupTenant(server);
        await tenant.ApplyAsync(ct);
        return tenant;
    }

    /// <summary>A second instance of the service.</summary>
    public Microsoft365Connection Connect() => new(
        Microsoft365Options.ForLocalTenant(server.Address, LocalTenantIdentities.Runtime) with { FirstPause = TimeSpan.FromMilliseconds(1) },
        transport);

    public async Task FaultAsync(string rules, CancellationToken ct)
    {
        using var answer = await control.PutAsJsonAsync("_tenant/faults", JsonDocument.Parse($$"""{"rules":[{{rules}}]}"""), ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A call as a person's client would make it.</summary>
    public async Task<HttpResponseMessage> AsPersonAsync(string user, HttpMethod method, string path, HttpContent? body, CancellationToken ct)
    {
        using var answer = await control.PostAsJsonAsync("_tenant/token", new { user }, ct);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("access_token").GetString();
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        var response = await control.SendAsync(request, ct);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(ct));
        return response;
    }

    public async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(CancellationToken ct) =>
        [.. (await control.GetFromJsonAsync<JsonElement>("_tenant/mail", ct)).GetProperty("entries").EnumerateArray().Select(m => m.Clone())];

    public async Task<string> ListIdAsync(string name, CancellationToken ct)
    {
        var lists = await Setup.Graph.Sites[await SiteIdAsync(ct)].Lists.GetAsync(c => c.QueryParameters.Select = ["id", "name", "system"], ct);
        return lists!.Value!.Single(l => l.Name == name).Id!;
    }

    public async Task<string> SiteIdAsync(CancellationToken ct) =>
        (await Setup.Graph.Sites[$"{Setup.Options.SiteHost}:{Setup.Options.SitePath}"].GetAsync(null, ct))!.Id!;

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        setup.Dispose();
        control.Dispose();
        transport.Dispose();
        await server.DisposeAsync();
    }

    private async Task ApplyAsync(CancellationToken ct)
    {
        var people = setup.Target.Group.Members.Where(m => m.Upn is not null).Select(m => (m.Name, Upn: m.Upn!))
            .Append(("Ekologiska hållbarhetsgruppen", setup.Target.Group.ServiceMailbox));
        foreach (var (name, upn) in people)
        {
            await Setup.Graph.Users.PostAsync(new User
            {
                AccountEnabled = true,
                DisplayName = name,
                Mail = upn,
                MailNickname = upn.Split('@')[0],
                UserPrincipalName = upn,
                PasswordProfile = new() { Password = Guid.NewGuid().ToString() },
            }, null, ct);
        }

        await RestoreAsync(ct);
    }

    /// <summary>Applies the workspace's data once more.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        var result = await setup.ApplyAsync(ct);
        result.IsDone.ShouldBeTrue(string.Join('\n', result.Failures.Select(f => $"{f.Change.Path}: {f.Message}")));
    }
}
