using System.Collections.Concurrent;
using System.Text.Json;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>
/// Rows by list and id as they were last read. Jobs look every few minutes at lists that hardly change, and a row whose ETag is the
/// same is the same row: it is not read a second time. Rows are immutable, so sharing them is safe.
/// </summary>
internal sealed class RowCache
{
    private readonly ConcurrentDictionary<(string List, int Id), Row> rows = new();

    public T Get<T>(string list, int id, JsonElement etag, JsonElement item, Func<JsonElement, T> read) where T : Row
    {
        if (rows.TryGetValue((list, id), out var known) && etag.ValueEquals(known.ETag)) return (T)known;
        var row = read(item);
        rows[(list, id)] = row;
        return row;
    }
}
