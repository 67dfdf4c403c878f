using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>Writes what differs, each row against the ETag it was read with.</summary>
internal sealed class ListUpdater(GroupSite site)
{
    public async Task<IReadOnlyList<T>> UpdateAsync<T>(IReadOnlyList<(T Before, T After)> changes, CancellationToken ct) where T : Row
    {
        var map = RowMaps.Of<T>();
        var updates = changes.Select(c => new Update<T>(c.Before, c.After, map.Changed(c.Before, c.After))).ToList();
        if (updates.TrueForAll(u => u.Saved is not null)) return [.. updates.Select(u => u.Saved!)];

        var siteMap = await site.MapAsync(ct);
        var requests = new ItemRequests<T>(site, siteMap, map);
        await PatchAsync([.. updates.Where(u => u.Saved is null)], requests, ct);
        if (updates.Where(u => u.NeedsLook).ToList() is { Count: > 0 } unclear) await LookAsync(unclear, requests, ct);
        return [.. updates.Select(u => u.Saved ?? throw Explain(siteMap.List(map.Name), u))];
    }

    private async Task PatchAsync<T>(IReadOnlyList<Update<T>> updates, ItemRequests<T> requests, CancellationToken ct) where T : Row
    {
        var batch = new GraphBatch(site.Connection);
        foreach (var update in updates) update.Part = batch.Add(requests.Patch(update.Before, update.After, update.Changed));
        await batch.SendAsync(ct);
        foreach (var update in updates.Where(u => u.Part!.Succeeded)) update.Saved = Saved(update);
    }

    /// <summary>
    /// A write that was repeated after its answer got lost meets its own ETag: the row is as wanted, and nobody else was there.
    /// </summary>
    private async Task LookAsync<T>(IReadOnlyList<Update<T>> unclear, ItemRequests<T> requests, CancellationToken ct) where T : Row
    {
        var batch = new GraphBatch(site.Connection);
        var parts = unclear.Select(u => batch.Add(requests.Get(u.Before.Id))).ToList();
        await batch.SendAsync(ct);
        foreach (var (update, part) in unclear.Zip(parts))
        {
            if (!part.Succeeded) continue;
            var row = RowMaps.Of<T>().Read(part.Json);
            if (!update.Changed.Any(c => c.Differs(row, update.After))) update.Saved = row;
        }
    }

    private static T? Saved<T>(Update<T> update) where T : Row
    {
        var fields = update.Part!.Json;
        var values = new Fields(fields);
        return values.Text("@odata.etag") is not { } etag
            ? null
            : update.After with
            {
                ETag = etag,
                Modified = values.Instant("Modified") ?? update.After.Modified,
                Editor = values.Person("Editor") ?? update.After.Editor,
            };
    }

    private static Exception Explain<T>(SiteList list, Update<T> update) where T : Row => update.Part!.Error switch
    {
        null or PreconditionFailedException or ConflictException =>
            new RowChangedException($"{update.Before.Name} was changed by somebody since it was read."),
        NotFoundException => new RowChangedException($"{update.Before.Name} is not in {list.Name} any more."),
        RequestRejectedException e when e.Message.Contains("not recognized", StringComparison.OrdinalIgnoreCase) =>
            ListProblems.ColumnGone(list, e),
        var error => error,
    };

    private sealed class Update<T>(T before, T after, IReadOnlyList<Column<T>> changed) where T : Row
    {
        public T Before => before;

        public T After => after;

        public IReadOnlyList<Column<T>> Changed => changed;

        public BatchPart? Part { get; set; }

        public T? Saved { get; set; } = changed.Count == 0 ? after : null;

        /// <summary>Refused by its ETag, or accepted without telling the new one.</summary>
        public bool NeedsLook => Saved is null && (Part!.Succeeded || Part.Error is PreconditionFailedException or ConflictException);
    }
}
