using System.Collections.Concurrent;
using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.State;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>Reads whole lists and the job memory in one batch; a further batch for each further page of long lists.</summary>
internal sealed class ListReader(GroupSite site)
{
    private readonly RowCache cache = new();
    // Expanding the SDK's address template for every list of every look costs more than reading a short list.
    private readonly ConcurrentDictionary<string, Uri> addresses = new();
    private readonly SystemLibrary memory = new(site);

    public async Task<Snapshot> ReadAsync(GroupList lists, CancellationToken ct)
    {
        var map = await site.MapAsync(ct);
        try
        {
            return await ReadAsync(map, lists, ct);
        }
        catch (Exception e) when (e is NotFoundException or ListMissingException)
        {
            // Something was deleted and made again: its name is the same, its id is not.
            site.Forget(map);
            return await ReadAsync(await site.MapAsync(ct), lists, ct);
        }
    }

    private async Task<Snapshot> ReadAsync(SiteMap map, GroupList lists, CancellationToken ct)
    {
        var wanted = RowMaps.Of(lists);
        var batch = new GraphBatch(site.Connection);
        var system = batch.Add(Get(memory.Address(map)));
        var parts = wanted.Select(list => batch.Add(Get(Address(map, list)))).ToList();
        await batch.SendAsync(ct);

        var pages = wanted.Zip(parts, (list, part) => new Reading(list, [Checked(map, list, part)])).ToList();
        await ReadOnAsync(pages, ct);
        var snapshot = new Snapshot { Memory = await memory.ParseAsync(system.Json, ct) };
        foreach (var reading in pages) reading.List.Fill(snapshot, reading.Pages, cache);
        return snapshot;
    }

    private async Task ReadOnAsync(IReadOnlyList<Reading> readings, CancellationToken ct)
    {
        while (readings.Where(r => r.Pages[^1].NextLink() is not null).ToList() is { Count: > 0 } longer)
        {
            var batch = new GraphBatch(site.Connection);
            var parts = longer.Select(r => batch.Add(Get(r.Pages[^1].NextLink()!))).ToList();
            await batch.SendAsync(ct);
            foreach (var (reading, part) in longer.Zip(parts)) reading.Pages.Add(part.Json);
        }
    }

    private static JsonElement Checked(SiteMap map, RowMap list, BatchPart part) =>
        part.Error is RequestRejectedException refused
            ? throw ListProblems.ColumnGone(map.List(list.Name), refused)
            : part.Json;

    private Uri Address(SiteMap map, RowMap list) => addresses.GetOrAdd(map.List(list.Name).Id, id =>
        site.Address(map, $"lists/{id}/items?$select=id&$expand=fields($select={list.Select})&$top=2000"));

    private static RequestInformation Get(Uri address) => new() { HttpMethod = Method.GET, URI = address };

    private sealed record Reading(RowMap List, List<JsonElement> Pages);
}

internal static class ListProblems
{
    public static Http.SetupProblemException ColumnGone(SiteList list, RequestRejectedException refused) => new(
        $"The list {list.Name} (\"{list.Title}\") has not the columns that this version needs: {refused.Message} "
        + "A column was deleted or made anew by hand. Run plan to see which, and apply to restore it.", refused);
}
