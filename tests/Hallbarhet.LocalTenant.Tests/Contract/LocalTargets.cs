namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>
/// Two local tenants, one for the good cases and one for the bad: what a judge of recorded traffic may expect of them differs.
/// Set HALLBARHET_CONTRACT_CAPTURE to a folder to have the traffic of both there.
/// </summary>
public abstract class LocalTargets(bool overSocket) : IAsyncLifetime
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HALLBARHET_CONTRACT_CAPTURE");

    private LocalTarget good = null!;
    private LocalTarget bad = null!;
    private Scratch goodScratch = null!;
    private Scratch badScratch = null!;

    private string Way => overSocket ? "sdk" : "raw";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Folder is not null) _ = System.IO.Directory.CreateDirectory(Folder);
        good = await LocalTarget.StartAsync(Options("good"));
        bad = await LocalTarget.StartAsync(Options("bad"));
        (goodScratch, badScratch) = (new(good), new(bad));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await good.DisposeAsync();
        await bad.DisposeAsync();
        ContractRuns.Write();
        if (Folder is not null) await File.WriteAllTextAsync(Path.Combine(Folder, "expected.json"), Expected().ToJsonString());
    }

    internal (LocalTarget Target, Scratch Scratch) For(ContractCase given) => given.IsGood ? (good, goodScratch) : (bad, badScratch);

    private LocalTenantOptions Options(string kind) => new()
    {
        InMemory = !overSocket,
        CaptureFile = Folder is null ? null : Path.Combine(Folder, $"{kind}-{Way}.jsonl"),
    };

    /// <summary>What the judge may say about the request of each bad case, by the id that the case sends.</summary>
    private static JsonObject Expected() => new(ContractTable.All.Where(c => !c.IsGood).Select(c => KeyValuePair.Create(CaseId.Of(c),
        (JsonNode?)new JsonObject { ["case"] = c.Key, ["findings"] = new JsonArray([.. c.Findings.Select(f => JsonValue.Create(f))]) })));
}

/// <summary>In memory, for raw HTTP.</summary>
public sealed class RawTargets() : LocalTargets(false);

/// <summary>Over sockets, for the Graph SDK.</summary>
public sealed class SdkTargets() : LocalTargets(true);
