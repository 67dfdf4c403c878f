using System.Globalization;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;

namespace Hallbarhet.Benchmarks;

/// <summary>Reading list items through HttpClient and the in-memory handler, four in flight, as the year does it.</summary>
public class TenantReads
{
    private const int Calls = 2_000;
    private const int InFlight = 4;

    private BenchTenant tenant = null!;
    private string page = "";
    private string one = "";

    /// <summary>How many rows the list holds: a single read may not slow down with them.</summary>
    [Params(1_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        tenant = await BenchTenant.StartAsync();
        var list = await tenant.AddListAsync("Rader", Enumerable.Range(1, 7).Select(n => $"C{n}"));
        await tenant.FillAsync(list, Rows);
        var fields = "Title," + string.Join(',', Enumerable.Range(1, 7).Select(n => $"C{n}"));
        page = $"{list}/items?$top=50&$expand=fields($select={fields})";
        one = $"{list}/items/{(Rows / 2).ToString(CultureInfo.InvariantCulture)}?$expand=fields($select={fields})";
        await CheckAsync();
    }

    [GlobalCleanup]
    public async Task StopAsync() => await tenant.DisposeAsync();

    [Benchmark(OperationsPerInvoke = Calls, Description = "GET items, 50 rows of 8 fields")]
    public Task PageOfFifty() => SendAsync(page);

    [Benchmark(OperationsPerInvoke = Calls, Description = "GET one item")]
    public Task OneRow() => SendAsync(one);

    /// <summary>What is measured is what was meant: fifty rows, eight fields each.</summary>
    private async Task CheckAsync()
    {
        var rows = (JsonArray)JsonNode.Parse(await tenant.Graph.GetStringAsync(page))!["value"]!;
        var fields = rows.Select(r => ((JsonObject)r!["fields"]!).Count(f => !f.Key.StartsWith('@'))).ToList();
        if (fields.Count != 50 || fields.Any(count => count != 8)) throw new InvalidOperationException("The page is not 50 rows of 8 fields.");
        if (JsonNode.Parse(await tenant.Graph.GetStringAsync(one))!["fields"]!["C7"] is null) throw new InvalidOperationException("The row has no fields.");
    }

    private Task SendAsync(string path) => Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
    {
        for (var i = 0; i < Calls / InFlight; i++)
        {
            var body = await tenant.Graph.GetByteArrayAsync(path);
            if (body.Length < 100) throw new InvalidOperationException("The answer holds no rows.");
        }
    }));
}
