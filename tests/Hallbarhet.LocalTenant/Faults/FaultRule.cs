using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>One rule of a fault script, with its counters.</summary>
internal sealed class FaultRule
{
    private static readonly string[] Known = ["method", "path", "nth", "times", "mode", "status", "retryAfter", "seconds", "thenDown"];
    private static readonly string[] Modes = ["refuse", "after", "cut", "timeout", "throttle", "slow"];

    private readonly Regex pattern;
    private int matched;

    public FaultRule(JsonObject given)
    {
        foreach (var (name, _) in given)
            if (!Known.Contains(name)) throw GraphError.Invalid($"The fault rule's '{name}' is not known ({string.Join(", ", Known)}).");
        Given = given.Copy();
        Method = (given.Text("method") ?? "*").ToUpperInvariant();
        Path = given.Text("path") ?? "*";
        Mode = given.Text("mode") ?? throw GraphError.Invalid("A fault rule needs a mode.");
        if (!Modes.Contains(Mode)) throw GraphError.Invalid($"The fault mode '{Mode}' is not known ({string.Join(", ", Modes)}).");
        Nth = (int?)given["nth"];
        Times = (int?)given["times"] ?? (Nth is null ? int.MaxValue : 1);
        Status = (int?)given["status"] ?? (Mode == "throttle" ? 429 : Mode == "timeout" ? 504 : 503);
        RetryAfter = given["retryAfter"]?.ToString();
        Seconds = (double?)given["seconds"] ?? 2;
        ThenDown = given.Flag("thenDown") ?? false;
        pattern = Path == "*"
            ? new Regex("")
            : new("^" + Regex.Escape(Path).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "/?$", RegexOptions.IgnoreCase);
    }

    public JsonObject Given { get; }

    public string Method { get; }

    public string Path { get; }

    public string Mode { get; }

    public int? Nth { get; }

    public int Times { get; }

    public int Status { get; }

    public string? RetryAfter { get; }

    public double Seconds { get; }

    public bool ThenDown { get; }

    public int Fired { get; private set; }

    /// <summary>Whether the rule strikes this call. The script's lock is held.</summary>
    public bool Strikes(string method, string path)
    {
        if (!IsFor(method, path) || !pattern.IsMatch(path)) return false;
        matched++;
        if (Fired >= Times || matched < (Nth ?? 1)) return false;
        Fired++;
        return true;
    }

    private bool IsFor(string method, string path) => Method switch
    {
        "*" => true,
        "WRITE" => method != "GET" && !path.EndsWith("/$batch", StringComparison.OrdinalIgnoreCase),
        _ => Method == method,
    };
}
