using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hallbarhet.LocalTenant;

namespace Hallbarhet.Benchmarks;

/// <summary>A tenant in memory with a group's site, called by the setup identity.</summary>
internal sealed class BenchTenant : IAsyncDisposable
{
    private const string Setup = "11111111-1111-1111-1111-111111111111";
    private const int BatchLimit = 20;

    private readonly LocalTenantServer server;
    private string site = "";

    private BenchTenant(LocalTenantServer server)
    {
        this.server = server;
        Graph = new(server.CreateHandler()) { BaseAddress = server.Address };
    }

    public HttpClient Graph { get; }

    public static async Task<BenchTenant> StartAsync()
    {
        var tenant = new BenchTenant(await LocalTenantServer.StartAsync(new() { InMemory = true }));
        await tenant.SignInAsync();
        await tenant.FoundAsync();
        return tenant;
    }

    /// <returns>The list's path; its columns are single lines of text.</returns>
    public async Task<string> AddListAsync(string title, IEnumerable<string> columns)
    {
        var list = await PostAsync($"{site}/lists", new()
        {
            ["displayName"] = title,
            ["list"] = new JsonObject { ["template"] = "genericList" },
            ["columns"] = new JsonArray([.. columns.Select(c => new JsonObject { ["name"] = c, ["text"] = new JsonObject() })]),
        });
        return $"{site}/lists/{list["id"]}";
    }

    public async Task FillAsync(string list, int rows)
    {
        for (var first = 1; first <= rows; first += BatchLimit)
        {
            var parts = Enumerable.Range(first, Math.Min(BatchLimit, rows - first + 1)).Select(n => Add(list, n));
            _ = await PostAsync("/v1.0/$batch", new() { ["requests"] = new JsonArray([.. parts]) });
        }
    }

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        await server.DisposeAsync();
    }

    private static JsonObject Add(string list, int number)
    {
        var fields = new JsonObject { ["Title"] = $"Rad {number}" };
        for (var c = 1; c <= 7; c++) fields[$"C{c}"] = $"Värde {c} i rad {number}";
        return new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["method"] = "POST",
            ["url"] = $"{list["/v1.0".Length..]}/items",
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["body"] = new JsonObject { ["fields"] = fields },
        };
    }

    private async Task SignInAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get,
            $"/_tenant/msi/token?api-version=2019-08-01&resource=https://graph.microsoft.com&client_id={Setup}");
        request.Headers.Add("X-IDENTITY-HEADER", LocalTenantServer.IdentityHeader);
        using var answer = await Graph.SendAsync(request);
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        Graph.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    private async Task FoundAsync()
    {
        var users = await Graph.GetFromJsonAsync<JsonObject>("/v1.0/users?$select=id");
        var group = await PostAsync("/v1.0/groups", new()
        {
            ["displayName"] = "Mätgruppen",
            ["mailNickname"] = "matgruppen",
            ["mailEnabled"] = true,
            ["securityEnabled"] = false,
            ["groupTypes"] = new JsonArray("Unified"),
            ["owners@odata.bind"] = new JsonArray($"https://graph.microsoft.com/v1.0/users/{users!["value"]![0]!["id"]}"),
        });
        var root = await Graph.GetFromJsonAsync<JsonObject>($"/v1.0/groups/{group["id"]}/sites/root");
        site = $"/v1.0/sites/{root!["id"]}";
    }

    private async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        using var answer = await Graph.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? (JsonObject)JsonNode.Parse(text)! : throw new InvalidOperationException(text);
    }
}
