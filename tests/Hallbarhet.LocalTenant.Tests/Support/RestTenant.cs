using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A tenant reached over SharePoint REST, as a plain client sends it and as PnP.Core does.</summary>
internal sealed class RestTenant(TestTenant graph) : IAsyncDisposable
{
    public const string Api = $"/sites/{TestTenant.SiteName}/_api/";

    private const string Host = "https://trollhattanexempel.sharepoint.com";

    private readonly List<HttpClient> clients = [];

    public TestTenant Graph => graph;

    /// <summary>The identity that provisions.</summary>
    public HttpClient Setup => graph.SharePoint;

    /// <summary>With the folder in SHAREPOINT_CAPTURE every tenant writes a capture into it, for the checker of traffic.</summary>
    public static async Task<RestTenant> StartAsync(LocalTenantOptions? options = null)
    {
        options ??= new() { InMemory = true };
        if (Environment.GetEnvironmentVariable("SHAREPOINT_CAPTURE") is { } folder)
            options = options with { CaptureFile = Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl") };
        return new(await TestTenant.StartAsync(options));
    }

    /// <summary>A person, who is judged by their own rights.</summary>
    public async Task<HttpClient> AsAsync(string upn)
    {
        var answer = await graph.Raw.SendJsonAsync("POST", "/_tenant/token", new JsonObject { ["user"] = upn, ["resource"] = Host });
        return Client(answer.Json["access_token"]!.GetValue<string>());
    }

    public async Task<HttpClient> AsRuntimeAsync()
    {
        var answer = await graph.Raw.GetJsonAsync($"/_tenant/msi/token?resource={Host}&client_id=22222222-2222-2222-2222-222222222222",
            ("X-IDENTITY-HEADER", LocalTenantServer.IdentityHeader));
        return Client(answer.Json["access_token"]!.GetValue<string>());
    }

    /// <summary>Makes a list with a few columns of every kind that forms write.</summary>
    public async Task<string> AddListAsync(string title = "Möten")
    {
        var list = await Setup.CallAsync("web/lists", $$"""{"Title":"{{title}}","BaseTemplate":100}""");
        list.Status.ShouldBe(201, list.Text);
        return $"web/lists(guid'{list.Json["Id"]}')";
    }

    public async Task AddFieldAsync(string list, string xml, int options = 8)
    {
        var body = new JsonObject { ["parameters"] = new JsonObject { ["SchemaXml"] = xml, ["Options"] = options } };
        var answer = await Setup.CallAsync(list + "/fields/CreateFieldAsXml", body.ToJsonString());
        answer.Status.ShouldBe(200, answer.Text);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        await graph.DisposeAsync();
    }

    private HttpClient Client(string token)
    {
        var client = new HttpClient(graph.Server.CreateHandler()) { BaseAddress = graph.Server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json;odata=nometadata"));
        clients.Add(client);
        return client;
    }
}

internal static class Rest
{
    public const string Plain = "application/json;odata=nometadata";
    public const string Verbose = "application/json;odata=verbose";

    public static Task<Answer> ReadAsync(this HttpClient client, string path) => client.RestAsync("GET", path, null, Plain);

    public static Task<Answer> CallAsync(this HttpClient client, string path, string? body = null) => client.RestAsync("POST", path, body, Plain);

    /// <summary>An update as a plain client sends it.</summary>
    public static Task<Answer> MergeAsync(this HttpClient client, string path, string body) =>
        client.RestAsync("POST", path, body, Plain, ("X-HTTP-Method", "MERGE"), ("If-Match", "*"));

    /// <summary>An update as PnP.Core sends it, with the type of what it updates.</summary>
    public static Task<Answer> PnpPatchAsync(this HttpClient client, string path, string body) =>
        client.RestAsync("PATCH", path, body, Verbose, ("If-Match", "*"));

    public static Task<Answer> RemoveAsync(this HttpClient client, string path) => client.RestAsync("DELETE", path, null, Plain, ("If-Match", "*"));

    public static Task<Answer> RestAsync(this HttpClient client, string method, string path, string? body, string contentType,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(method), path.StartsWith('/') ? path : RestTenant.Api + path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
        foreach (var (name, value) in headers) _ = request.Headers.TryAddWithoutValidation(name, value);
        return client.AnswerAsync(request);
    }

    /// <summary>Status and code of a refusal, in one line.</summary>
    public static string Refusal(this Answer answer) => $"{answer.Status} {answer.Json["odata.error"]?["code"]}";

    public static string RefusalText(this Answer answer) => answer.Json["odata.error"]!["message"]!["value"]!.GetValue<string>();

    public static IEnumerable<string> Texts(this Answer answer, string property) =>
        answer.Values.Select(v => v![property]!.ToString());
}
