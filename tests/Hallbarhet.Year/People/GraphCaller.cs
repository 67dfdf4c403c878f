using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hallbarhet.Year.People;

/// <summary>Graph and SharePoint as a person's own client calls them: with a delegated token, and nothing of the product in between.</summary>
public sealed class GraphCaller(Uri tenant, string token, string sharePointToken, string address) : IDisposable
{
    private readonly HttpClient http = Client(new Uri(tenant, "v1.0/"), token);
    private readonly HttpClient sharePoint = Client(tenant, sharePointToken);

    /// <summary>The person's own place in Graph; the same as "me".</summary>
    public string Me => "users/" + address;

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await http.GetAsync(path));

    /// <summary>All pages of a collection.</summary>
    public async Task<List<JsonElement>> ListAsync(string path)
    {
        var all = new List<JsonElement>();
        for (string? next = path; next is not null;)
        {
            var page = await GetAsync(next);
            all.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        return all;
    }

    public async Task<JsonElement> PostAsync(string path, JsonNode? body = null) =>
        await ReadAsync(await http.PostAsync(path, body is null ? null : JsonContent.Create(body)));

    public async Task<JsonElement> PatchAsync(string path, JsonNode body, string? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(body) };
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await ReadAsync(await http.SendAsync(request));
    }

    public async Task DeleteAsync(string path) => await ReadAsync(await http.DeleteAsync(path));

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await http.GetAsync(path);
        await EnsureAsync(response);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<JsonElement> UploadAsync(string path, byte[] content, string contentType)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return await ReadAsync(await http.PutAsync(path, body));
    }

    /// <summary>What the people picker calls when somebody is chosen: the site learns to know the person.</summary>
    public async Task<int> EnsureUserAsync(string site, string upn)
    {
        var answer = await sharePoint.PostAsync($"sites/{site}/_api/web/ensureuser",
            JsonContent.Create(new JsonObject { ["logonName"] = "i:0#.f|membership|" + upn }));
        return (await ReadAsync(answer)).GetProperty("Id").GetInt32();
    }

    public void Dispose()
    {
        http.Dispose();
        sharePoint.Dispose();
    }

    private static HttpClient Client(Uri address, string token) => new(new Patience())
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new("Bearer", token), Accept = { new("application/json") } },
    };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            await EnsureAsync(response);
            var text = await response.Content.ReadAsStringAsync();
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }
    }

    private static async Task EnsureAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode) return;
        throw new HttpRequestException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery} was answered "
            + $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}
