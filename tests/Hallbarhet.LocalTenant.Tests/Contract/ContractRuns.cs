using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>
/// contract-runs.json: the day on which each case last held, by where. It is written only when HALLBARHET_RECORD_CONTRACT is
/// set, so that a run of the tests changes no file.
/// </summary>
internal static class ContractRuns
{
    public const string Local = "local";
    public const string Sdk = "sdk";
    public const string Tenant = "tenant";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<(string Key, string Where), string> Held = [];
    private static readonly Lock Gate = new();

    private static bool Records => Environment.GetEnvironmentVariable("HALLBARHET_RECORD_CONTRACT") is { Length: > 0 };

    public static void Ran(ContractCase given, string where)
    {
        if (!Records) return;
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lock (Gate) Held[(given.Key, where)] = today;
    }

    public static JsonObject Read() => File.Exists(FilePath()) ? (JsonObject)JsonNode.Parse(File.ReadAllText(FilePath()))! : [];

    /// <summary>Takes over what was seen since the start; cases that the table no longer has are dropped.</summary>
    public static void Write()
    {
        if (!Records) return;
        lock (Gate)
        {
            var before = Read();
            var lines = ContractTable.All.Select(c => c.Key).Order(StringComparer.Ordinal)
                .Select(key => $"  {JsonValue.Create(key).ToJsonString(Readable)}: {Days(key, before[key]).ToJsonString(Readable)}");
            File.WriteAllText(FilePath(), $"{{\n{string.Join(",\n", lines)}\n}}\n");
        }
    }

    private static JsonObject Days(string key, JsonNode? before) => new(((string[])[Local, Sdk, Tenant])
        .Select(where => KeyValuePair.Create(where, (JsonNode?)(Held.GetValueOrDefault((key, where)) ?? before?[where]?.ToString())))
        .Where(day => day.Value is not null));

    private static string FilePath() => Source.At("tests", "Hallbarhet.LocalTenant.Tests", "Contract", "contract-runs.json");
}
