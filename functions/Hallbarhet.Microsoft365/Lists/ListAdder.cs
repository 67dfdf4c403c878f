using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>
/// Adds rows. A POST whose answer was lost, or that was refused because its key is taken, is settled by looking for the key;
/// a row without a key whose fate is unknown is reported as unknown.
/// </summary>
internal sealed class ListAdder(GroupSite site)
{
    public async Task<IReadOnlyList<T>> AddAsync<T>(IReadOnlyList<T> rows, CancellationToken ct) where T : Row
    {
        if (rows.Count == 0) return [];
        var map = await site.MapAsync(ct);
        var requests = new ItemRequests<T>(site, map, RowMaps.Of<T>());
        var adding = rows.Select(row => new Adding<T>(row)).ToList();
        await PostAsync(adding, requests, ct);
        if (adding.Where(a => a.MayExist).ToList() is { Count: > 0 } unclear)
        {
            await FindAsync(unclear, requests, ct);
            // Not there, and the service had only been unable to answer: this time nothing can be doubled.
            if (unclear.Where(a => a.Saved is null && a.WasLost).ToList() is { Count: > 0 } lost) await PostAsync(lost, requests, ct);
        }

        return [.. adding.Select(a => a.Saved ?? throw Explain(map, a))];
    }

    private async Task PostAsync<T>(IReadOnlyList<Adding<T>> adding, ItemRequests<T> requests, CancellationToken ct) where T : Row
    {
        var batch = new GraphBatch(site.Connection);
        foreach (var one in adding) one.Sent(batch.Add(requests.Post(one.Row)));
        try
        {
            await batch.SendAsync(ct);
        }
        catch (Http.ServiceUnavailableException e)
        {
            foreach (var one in adding) one.BatchError = e;
        }

        foreach (var one in adding.Where(a => a.Part.Succeeded)) one.Saved = Saved(one.Row, one.Part.Json);
    }

    private async Task FindAsync<T>(IReadOnlyList<Adding<T>> unclear, ItemRequests<T> requests, CancellationToken ct) where T : Row
    {
        var map = RowMaps.Of<T>();
        var batch = new GraphBatch(site.Connection);
        var parts = requests.Find(unclear.Select(a => map.Key(a.Row)!)).Select(r => batch.Add(r)).ToList();
        await batch.SendAsync(ct);
        var found = parts.SelectMany(p => p.Json.GetProperty("value").EnumerateArray()).Select(map.Read)
            .GroupBy(r => map.Key(r)!).ToDictionary(g => g.Key, g => g.MinBy(r => r.Id)!);
        foreach (var one in unclear)
            if (found.GetValueOrDefault(map.Key(one.Row)!) is { } row) one.Saved = row with { WasThere = true };
    }

    /// <summary>The answer to a POST may show all columns, some, or none.</summary>
    private static T Saved<T>(T row, JsonElement item) where T : Row
    {
        var map = RowMaps.Of<T>();
        if (item.TryGetProperty("fields", out var fields) && fields.TryGetProperty("Modified", out _)) return map.Read(item);
        var values = new Fields(item);
        return row with
        {
            Id = int.Parse(item.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            ETag = values.Text("@odata.etag") ?? values.Text("eTag") ?? "",
            Created = values.Instant("createdDateTime") ?? default,
            Modified = values.Instant("lastModifiedDateTime") ?? default,
        };
    }

    private static Exception Explain<T>(SiteMap map, Adding<T> adding) where T : Row => adding switch
    {
        { BatchError: { } lost, Part.Error: null } => Unknown(lost),
        { Part.Error: Http.ServiceUnavailableException { OutcomeUnknown: true } lost } => Unknown(lost),
        { Part.Error: RequestRejectedException e } when e.Message.Contains("not recognized", StringComparison.OrdinalIgnoreCase) =>
            ListProblems.ColumnGone(map.List(RowMaps.Of<T>().Name), e),
        { Part.Error: ConflictException e } => new RequestRejectedException(e.Message),
        _ => adding.Part.Error!,
    };

    private static OutcomeUnknownException Unknown(Exception e) =>
        new($"Whether the row was added is not known: {e.Message}", e);

    private sealed class Adding<T>(T row) where T : Row
    {
        public T Row => row;

        public T? Saved { get; set; }

        public BatchPart Part { get; private set; } = null!;

        public Http.ServiceUnavailableException? BatchError { get; set; }

        public bool WasLost =>
            (BatchError is not null && Part.Status == 0) || Part.Error is Http.ServiceUnavailableException { OutcomeUnknown: true };

        public bool MayExist => Saved is null && RowMaps.Of<T>().Key(row) is not null
            && (WasLost || Part.Error is ConflictException or RequestRejectedException);

        public void Sent(BatchPart part) => (Part, BatchError) = (part, null);
    }
}
