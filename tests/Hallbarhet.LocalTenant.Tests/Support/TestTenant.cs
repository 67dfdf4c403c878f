using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A tenant with a group, its site and three people, reached as the identities of the product and as people.</summary>
internal sealed class TestTenant : IAsyncDisposable
{
    public const string Service = "hallbarhetsgruppen@trollhattan.example";
    public const string Karin = "karin.exempelius@trollhattan.example";
    public const string Omar = "omar.testlund@trollhattan.example";
    public const string SiteName = "ekologiska-hallbarhetsgruppen";
    public const string SharePointHost = "https://trollhattanexempel.sharepoint.com";

    private const string Setup = "11111111-1111-1111-1111-111111111111";
    private const string Runtime = "22222222-2222-2222-2222-222222222222";

    private readonly HttpMessageHandler handler;

    private TestTenant(LocalTenantServer server)
    {
        Server = server;
        handler = server.CreateHandler();
        Raw = Client();
        AsSetup = Client();
        AsRuntime = Client();
        SharePoint = Client();
    }

    public LocalTenantServer Server { get; }

    /// <summary>Without a token.</summary>
    public HttpClient Raw { get; }

    public HttpClient AsSetup { get; }

    public HttpClient AsRuntime { get; }

    public HttpClient SharePoint { get; }

    public string GroupId { get; private set; } = "";

    public string SiteId { get; private set; } = "";

    public Dictionary<string, string> UserIds { get; } = [];

    public static string RuntimeId => Runtime;

    public string Sites => $"/v1.0/sites/{SiteId}";

    public static async Task<TestTenant> StartAsync(LocalTenantOptions? options = null)
    {
        var tenant = await BareAsync(options);
        await tenant.FurnishAsync();
        return tenant;
    }

    public static async Task<TestTenant> BareAsync(LocalTenantOptions? options = null)
    {
        var tenant = new TestTenant(await LocalTenantServer.StartAsync(options ?? new() { InMemory = true }));
        await tenant.SignInAsync();
        return tenant;
    }

    /// <summary>A person, before Graph or before another resource.</summary>
    public async Task<HttpClient> AsAsync(string upn, string resource = "https://graph.microsoft.com")
    {
        var answer = await Raw.SendJsonAsync("POST", "/_tenant/token", new JsonObject { ["user"] = upn, ["resource"] = resource });
        var client = Client();
        if (resource == SharePointHost) AcceptPlainJson(client);
        return Bearer(client, answer.Json["access_token"]!.GetValue<string>());
    }

    /// <summary>A client with a token for an application, for SharePoint with the header that its answers need.</summary>
    public async Task<HttpClient> AsApplicationAsync(string clientId, string resource)
    {
        var client = Bearer(Client(), await TokenAsync(clientId, resource));
        if (!resource.Contains("graph", StringComparison.Ordinal)) AcceptPlainJson(client);
        return client;
    }

    public async Task<string> AddListAsync(string name, params JsonObject[] columns)
    {
        var list = await AsSetup.SendJsonAsync("POST", $"{Sites}/lists", new JsonObject
        {
            ["displayName"] = name,
            ["list"] = new JsonObject { ["template"] = "genericList" },
            ["columns"] = new JsonArray([.. columns]),
        });
        list.Status.ShouldBe(201, list.Text);
        return list.Json["id"]!.GetValue<string>();
    }

    public async Task<int> EnsureUserAsync(string upn)
    {
        var answer = await SharePoint.SendJsonAsync("POST", $"/sites/{SiteName}/_api/web/ensureuser",
            new JsonObject { ["logonName"] = "i:0#.f|membership|" + upn });
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["Id"]!.GetValue<int>();
    }

    public Task<Answer> PutFaultsAsync(string rule) => Raw.SendTextAsync("PUT", "/_tenant/faults", $$"""{"rules":[{{rule}}]}""");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (HttpClient[])[Raw, AsSetup, AsRuntime, SharePoint]) client.Dispose();
        handler.Dispose();
        await Server.DisposeAsync();
    }

    private HttpClient Client() => new(handler, disposeHandler: false) { BaseAddress = Server.Address };

    /// <summary>New tokens for the identities, which is needed when the wall clock has moved far.</summary>
    public async Task SignInAsync()
    {
        _ = Bearer(AsSetup, await TokenAsync(Setup, "https://graph.microsoft.com"));
        _ = Bearer(AsRuntime, await TokenAsync(Runtime, "https://graph.microsoft.com"));
        _ = Bearer(SharePoint, await TokenAsync(Setup, SharePointHost));
        AcceptPlainJson(SharePoint);
    }

    private static void AcceptPlainJson(HttpClient client) =>
        client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json;odata=nometadata"));

    private async Task<string> TokenAsync(string clientId, string resource)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get,
            $"/_tenant/msi/token?api-version=2019-08-01&resource={resource}&client_id={clientId}");
        request.Headers.Add("X-IDENTITY-HEADER", LocalTenantServer.IdentityHeader);
        return (await Raw.AnswerAsync(request)).Json["access_token"]!.GetValue<string>();
    }

    private static HttpClient Bearer(HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    private async Task FurnishAsync()
    {
        (string, string)[] people = [(Service, "Hållbarhetsgruppen"), (Karin, "Karin Exempelius"), (Omar, "Omar Testlund")];
        foreach (var (upn, name) in people)
            UserIds[upn] = await AddUserAsync(upn, name);
        var group = await AsSetup.SendTextAsync("POST", "/v1.0/groups", $$"""
            {"displayName":"Ekologiska hållbarhetsgruppen","mailNickname":"{{SiteName}}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"],
             "owners@odata.bind":["https://graph.microsoft.com/v1.0/users/{{UserIds[Karin]}}"],
             "members@odata.bind":["https://graph.microsoft.com/v1.0/users/{{UserIds[Karin]}}","https://graph.microsoft.com/v1.0/users/{{UserIds[Omar]}}"]}
            """);
        group.Status.ShouldBe(201, group.Text);
        GroupId = group.Json["id"]!.GetValue<string>();
        SiteId = (await AsSetup.GetJsonAsync($"/v1.0/groups/{GroupId}/sites/root")).Json["id"]!.GetValue<string>();
        _ = await Raw.SendTextAsync("POST", "/_tenant/identity", $$"""{"mailbox":"{{Service}}"}""");
    }

    public async Task<string> AddUserAsync(string upn, string name, bool withMailbox = true)
    {
        var body = new JsonObject
        {
            ["accountEnabled"] = true,
            ["displayName"] = name,
            ["mailNickname"] = upn.Split('@')[0],
            ["userPrincipalName"] = upn,
            ["passwordProfile"] = new JsonObject { ["password"] = "example" },
        };
        if (withMailbox) body["mail"] = upn;
        var answer = await AsSetup.SendJsonAsync("POST", "/v1.0/users", body);
        answer.Status.ShouldBe(201, answer.Text);
        return answer.Json["id"]!.GetValue<string>();
    }
}

internal sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, byte[] Bytes)
{
    public JsonObject Json => (JsonObject)JsonNode.Parse(Text)!;

    public string? ErrorCode => Json["error"]?["code"]?.GetValue<string>();

    public string Message => Json["error"]!["message"]!.GetValue<string>();

    public JsonArray Values => (JsonArray)Json["value"]!;
}

internal static class Http
{
    public static Task<Answer> GetJsonAsync(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.SendTextAsync("GET", path, null, headers);

    public static Task<Answer> SendJsonAsync(this HttpClient client, string method, string path, JsonNode? body,
        params (string Name, string Value)[] headers) =>
        client.SendTextAsync(method, path, body?.ToJsonString(), headers);

    public static Task<Answer> SendTextAsync(this HttpClient client, string method, string path, string? body,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) _ = request.Headers.TryAddWithoutValidation(name, value);
        return client.AnswerAsync(request);
    }

    public static Task<Answer> SendBytesAsync(this HttpClient client, string method, string path, byte[] body,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(method), path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) _ = request.Content.Headers.TryAddWithoutValidation(name, value);
        return client.AnswerAsync(request);
    }

    public static async Task<Answer> AnswerAsync(this HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return new((int)response.StatusCode, Encoding.UTF8.GetString(bytes), response.Headers, bytes);
        }
    }
}
