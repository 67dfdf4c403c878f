using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.LocalTenant;
using Hallbarhet.Provisioning;
using Hallbarhet.Workspace.Definition;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>A local tenant in this process in which the example group's people have accounts.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private static readonly string[] GroupTypes = ["Unified"];

    private readonly LocalTenantServer server;
    private readonly HttpClient control;

    private Tenant(LocalTenantServer server, HttpMessageHandler transport)
    {
        this.server = server;
        Transport = transport;
        control = new HttpClient(transport, disposeHandler: false) { BaseAddress = server.Address };
    }

    public HttpMessageHandler Transport { get; }

    public Uri Address => server.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="onPort">True for tests that go through the command line, which needs an address.</param>
    /// <param name="without">Key of a member who has no account.</param>
    public static async Task<Tenant> StartAsync(bool onPort = false, string? without = null)
    {
        var server = await LocalTenantServer.StartAsync(new LocalTenantOptions { InMemory = !onPort }, Cancellation);
        var tenant = new Tenant(server, onPort ? new SocketsHttpHandler() : server.CreateHandler());
        var token = await tenant.PostAsync("_tenant/token", new { user = "admin@trollhattan.example" });
        tenant.control.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        foreach (var member in WorkspaceFolder.LoadGroup(WorkspaceFolder.ExampleGroup).Members.Where(member => member.Key != without))
            await tenant.AddUserAsync(member.Name, member.Upn!);
        return tenant;
    }

    public WorkspaceProvisioner Open(string? groupFile = null, string? data = null, TimeProvider? wallClock = null) =>
        WorkspaceProvisioner.ForLocalTenant(Address, groupFile, Transport, data, wallClock);

    /// <summary>Grants an application exactly this.</summary>
    public async Task GrantAsync(object grant) => await PostAsync("_tenant/identity", grant);

    public async Task<JsonElement> PermissionsAsync() => await control.GetFromJsonAsync<JsonElement>("_tenant/permissions", Cancellation);

    /// <summary>The group and its site as somebody made them before the product came.</summary>
    public async Task AddGroupAsync(params string[] owners)
    {
        JsonElement[] users = [.. await Task.WhenAll(owners.Select(upn => control.GetFromJsonAsync<JsonElement>($"v1.0/users/{upn}", Cancellation)))];
        await PostAsync("v1.0/groups", new Dictionary<string, object>
        {
            ["displayName"] = "Ekologiska hållbarhetsgruppen",
            ["mailNickname"] = "ekologiska-hallbarhetsgruppen",
            ["mailEnabled"] = true,
            ["securityEnabled"] = false,
            ["groupTypes"] = GroupTypes,
            ["owners@odata.bind"] = users.Select(user => $"{Address}v1.0/users/{user.GetProperty("id").GetString()}").ToArray(),
        });
    }

    /// <summary>A person at work; Graph judges the calls by what that person may do.</summary>
    public async Task<HttpClient> AsAsync(string upn)
    {
        var token = await PostAsync("_tenant/token", new { user = upn });
        var person = new HttpClient(Transport, disposeHandler: false) { BaseAddress = Address };
        person.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return person;
    }

    public async Task AddUserAsync(string name, string upn) => await PostAsync("v1.0/users", new
    {
        accountEnabled = true,
        displayName = name,
        mailNickname = upn.Split('@')[0],
        userPrincipalName = upn,
        mail = upn,
        passwordProfile = new { password = "Not-used-1234" },
    });

    public async Task FaultsAsync(params object[] rules)
    {
        using var answer = await control.PutAsJsonAsync("_tenant/faults", new { rules }, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often the rules fired, in their order.</summary>
    public async Task<IReadOnlyList<int>> FiredAsync()
    {
        var answer = await control.GetFromJsonAsync<JsonElement>("_tenant/faults", Cancellation);
        return [.. answer.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("fired").GetInt32())];
    }

    /// <summary>Writes of the setup identity so far, parts of batches counted singly.</summary>
    public async Task<int> WritesAsync() => (await LogAsync()).GetProperty("identities").TryGetProperty("setup", out var setup) ? setup.GetProperty("writes").GetInt32() : 0;

    public async Task<JsonElement> LogAsync() => await control.GetFromJsonAsync<JsonElement>("_tenant/log", Cancellation);

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        Transport.Dispose();
        await server.DisposeAsync();
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await control.PostAsJsonAsync(path, body, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
