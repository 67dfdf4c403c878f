using System.Text.Encodings.Web;
using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Files;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.State;

/// <summary>
/// The hidden library _system: small JSON files. What a file says also stands in its column Value, so that it comes with the lists
/// in one round trip; SharePoint cuts such a column at 255 characters in a library, so a longer text stands only in the file.
/// </summary>
internal sealed class SystemLibrary(GroupSite site)
{
    public const string Name = "_system";
    private const string Elsewhere = """{"in":"file"}""";
    private const int LongestValue = 255;
    private const string WorkspaceFile = "workspace.json";
    private const string FailuresPrefix = "failures-";
    private const string NotesPrefix = "notes-";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public DriveFiles Files { get; } = new(site, Name);

    /// <summary>One file per job, so that only the holder of a job's lease writes it.</summary>
    public static string FailuresOf(string job) => $"{FailuresPrefix}{job}.json";

    public static string NotesOf(string job) => $"{NotesPrefix}{job}.json";

    public Uri Address(SiteMap map) =>
        site.Address(map, $"lists/{map.List(Name).Id}/items?$select=id&$expand=fields($select=FileLeafRef,Value)&$top=500");

    public async Task<JobMemory> ParseAsync(JsonElement page, CancellationToken ct)
    {
        var files = Entries(page).ToList();
        return new JobMemory
        {
            SchemaVersion = SchemaVersion(files.FirstOrDefault(f => f.Name == WorkspaceFile)?.Value),
            Failures = await AllAsync<Failure>(files.Where(f => f.Name.StartsWith(FailuresPrefix, StringComparison.Ordinal)), ct),
            Notes = await AllAsync<string>(files.Where(f => f.Name.StartsWith(NotesPrefix, StringComparison.Ordinal)), ct),
        };
    }

    /// <summary>Changes one file's entries (null removes), again and again until nobody was faster.</summary>
    public async Task MergeAsync<T>(string name, IReadOnlyDictionary<string, T?> changes, CancellationToken ct) where T : class
    {
        const int Attempts = 5;
        for (var attempt = 1; !await TryMergeAsync(name, changes, ct); attempt++)
            if (attempt == Attempts) throw new ConflictException($"{Name}/{name} is changed by others all the time.");
    }

    private async Task<bool> TryMergeAsync<T>(string name, IReadOnlyDictionary<string, T?> changes, CancellationToken ct) where T : class
    {
        var map = await site.MapAsync(ct);
        var batch = new GraphBatch(site.Connection);
        var part = batch.Add(new RequestInformation { HttpMethod = Method.GET, URI = Address(map) });
        await batch.SendAsync(ct);
        if (Entries(part.Json).FirstOrDefault(e => e.Name == name) is not { } entry)
        {
            await Files.CreateAsync(name, "{}"u8.ToArray(), ct);
            return false;
        }

        var all = await ReadAsync<T>(entry, ct);
        foreach (var (key, value) in changes)
        {
            if (value is null) all.Remove(key);
            else all[key] = value;
        }

        return await WriteAsync(map, entry, JsonSerializer.Serialize(all, Json), ct);
    }

    private async Task<bool> WriteAsync(SiteMap map, Entry entry, string text, CancellationToken ct)
    {
        var value = text.Length <= LongestValue ? text : Elsewhere;
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["Value"] = value }, Json);
        var request = new RequestInformation
        {
            HttpMethod = Method.PATCH,
            URI = site.Address(map, $"lists/{map.List(Name).Id}/items/{entry.Id}/fields"),
        };
        request.Headers.Add("If-Match", entry.ETag);
        request.SetStreamContent(new MemoryStream(body), "application/json");
        if (value == Elsewhere) await Files.ReplaceAsync(entry.Name, System.Text.Encoding.UTF8.GetBytes(text), "application/json", ct);
        var batch = new GraphBatch(site.Connection);
        var part = batch.Add(value == Elsewhere ? WithoutETag(request) : request);
        await batch.SendAsync(ct);
        if (part.Error is PreconditionFailedException or ConflictException) return false;
        part.EnsureDone();
        if (value == Elsewhere && part.Json.TryGetProperty("@odata.etag", out var etag))
            site.LongTexts[entry.Id] = (etag.GetString()!, System.Text.Encoding.UTF8.GetBytes(text));
        return true;
    }

    /// <summary>Writing the file itself has just changed the ETag.</summary>
    private static RequestInformation WithoutETag(RequestInformation request)
    {
        request.Headers.Remove("If-Match");
        request.AddRequestOptions([IdempotentWrite.Instance]);
        return request;
    }

    private async Task<IReadOnlyDictionary<string, T>> AllAsync<T>(IEnumerable<Entry> files, CancellationToken ct)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var (key, value) in await ReadAsync<T>(file, ct)) all[key] = value;
        return all;
    }

    private async Task<Dictionary<string, T>> ReadAsync<T>(Entry entry, CancellationToken ct)
    {
        if (entry.Value is null or "") return [];
        try
        {
            return (entry.Value == Elsewhere
                ? JsonSerializer.Deserialize<Dictionary<string, T>>(await LongTextAsync(entry, ct), Json)
                : JsonSerializer.Deserialize<Dictionary<string, T>>(entry.Value, Json)) ?? [];
        }
        catch (JsonException)
        {
            // Counts that somebody has spoilt by hand begin again.
            return [];
        }
    }

    private async Task<byte[]> LongTextAsync(Entry entry, CancellationToken ct)
    {
        if (site.LongTexts.TryGetValue(entry.Id, out var known) && known.ETag == entry.ETag) return known.Content;
        var content = await Files.ReadAsync(entry.Name, "", ct) ?? "{}"u8.ToArray();
        site.LongTexts[entry.Id] = (entry.ETag, content);
        return content;
    }

    private static int? SchemaVersion(string? value)
    {
        try
        {
            using var json = JsonDocument.Parse(value ?? "{}");
            return json.RootElement.TryGetProperty("schemaVersion", out var version) && version.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<Entry> Entries(JsonElement page) => page.GetProperty("value").EnumerateArray().Select(item =>
    {
        var fields = new Fields(item.GetProperty("fields"));
        return new Entry(item.GetProperty("id").GetString()!, item.GetProperty("@odata.etag").GetString()!,
            fields.Text("FileLeafRef") ?? "", fields.Text("Value"));
    });

    private sealed record Entry(string Id, string ETag, string Name, string? Value);
}
