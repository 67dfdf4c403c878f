using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;
using Hallbarhet.Microsoft365.Files;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;

namespace Hallbarhet.Microsoft365.State;

/// <summary>
/// What the jobs remember, and who works: files in the hidden library. A lease is a file that only one can create;
/// it is written in data time, the clock of the use cases.
/// </summary>
public sealed class GraphJobMemory(GroupSite site, TimeProvider time) : IJobMemory
{
    private readonly PortErrors errors = new(
        "Check that the library _system is there and that the service's identity has the role write on the site (Sites.Selected).");
    private readonly SystemLibrary library = new(site);

    public Task<IAsyncDisposable?> TryLeaseAsync(string job, TimeSpan atMost, CancellationToken ct) =>
        errors.Translate(() => LeaseAsync($"lease-{job}.json", atMost, ct));

    public Task RememberAsync(IReadOnlyDictionary<string, Failure?> failures, CancellationToken ct) => errors.Translate(async () =>
    {
        foreach (var ofJob in failures.GroupBy(f => Job(f.Key)))
            await library.MergeAsync(SystemLibrary.FailuresOf(ofJob.Key), ofJob.ToDictionary(f => f.Key, f => f.Value), ct);
    });

    public Task NoteAsync(string key, string? value, CancellationToken ct) => errors.Translate(() =>
        library.MergeAsync(SystemLibrary.NotesOf(Job(key)), new Dictionary<string, string?> { [key] = value }, ct));

    private static string Job(string key) => FileNames.Safe(key.Split('/')[0]);

    private async Task<IAsyncDisposable?> LeaseAsync(string name, TimeSpan atMost, CancellationToken ct)
    {
        var mine = new Lease(Microsoft365Run.Current?.Id ?? Guid.NewGuid(), time.GetUtcNow() + atMost);
        var content = JsonSerializer.SerializeToUtf8Bytes(mine);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await library.Files.CreateAsync(name, content, ct) is { Id: { } id, ETag: { } etag })
                return new Held(library.Files, id, etag);
            // The ETag first: a content that changes after it makes the removal fail.
            if (await library.Files.FindAsync(name, ct) is not { Id: { } other, ETag: { } otherTag }) continue;
            var theirs = await ReadAsync(name, ct);
            // A creation that was repeated after its answer got lost finds itself.
            if (theirs?.Owner == mine.Owner) return new Held(library.Files, other, otherTag);
            if (theirs?.Until > time.GetUtcNow()) return null;
            if (!await library.Files.DeleteAsync(other, otherTag, ct)) return null;
        }

        return null;
    }

    private async Task<Lease?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            return await library.Files.ReadAsync(name, "", ct) is { } content ? JsonSerializer.Deserialize<Lease>(content) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Lease(Guid Owner, DateTimeOffset Until);

    private sealed class Held(DriveFiles files, string id, string etag) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await files.DeleteAsync(id, etag, CancellationToken.None);
            }
            catch (Microsoft365Exception)
            {
                // It ends by itself after its time.
            }
        }
    }
}
