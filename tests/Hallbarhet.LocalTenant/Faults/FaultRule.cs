using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>One rule of a fault script, with its counters. The script's lock is held.</summary>
internal sealed class FaultRule
{
    private static readonly string[] Known =
        ["method", "path", "nth", "times", "chance", "mode", "status", "retryAfter", "seconds", "units", "thenDown"];

    private readonly Regex pattern;
    private readonly string method;
    private readonly int? nth;
    private readonly int times;
    private readonly double? chance;
    private readonly Random random;
    private int matched;

    /// <param name="given">The rule as the script has it.</param>
    /// <param name="random">Where <c>chance</c> draws from: the tenant's seed, so that a run repeats.</param>
    public FaultRule(JsonObject given, Random random)
    {
        foreach (var (name, _) in given)
            if (!Known.Contains(name)) throw GraphError.Invalid($"The fault rule's '{name}' is not known ({string.Join(", ", Known)}).");
        Given = given.Copy();
        this.random = random;
        method = (given.Text("method") ?? "*").ToUpperInvariant();
        Mode = ModeOf(given.Text("mode") ?? throw GraphError.Invalid("A fault rule needs a mode."));
        nth = (int?)given["nth"];
        chance = (double?)given["chance"];
        times = (int?)given["times"] ?? (nth is not null || Mode.Name == FaultMode.ExpiredToken ? 1 : int.MaxValue);
        Status = (int?)given["status"] ?? Mode.Status;
        RetryAfter = given["retryAfter"]?.ToString() ?? (Mode.Name == FaultMode.Accepted ? "10" : null);
        Seconds = (double?)given["seconds"] ?? 2;
        Units = (int?)given["units"] ?? 1250;
        ThenDown = given.Flag("thenDown") ?? false;
        pattern = Pattern(given.Text("path") ?? "*");
    }

    public JsonObject Given { get; }

    public FaultMode Mode { get; }

    public int Status { get; }

    public string? RetryAfter { get; }

    public double Seconds { get; }

    /// <summary>Resource units a minute for each identity; Microsoft's figure for up to 1,000 licences when the rule gives none.</summary>
    public int Units { get; }

    public bool ThenDown { get; }

    public int Fired { get; set; }

    /// <summary>The state that lags behind, for stale reads.</summary>
    public Replica? Replica { get; set; }

    public bool Matches(string calledMethod, string path) => IsFor(calledMethod, path) && pattern.IsMatch(path);

    /// <summary>Whether the rule strikes this call.</summary>
    public bool Strikes(string calledMethod, string path, string query)
    {
        if (!Matches(calledMethod, path) || !Suits(calledMethod, path, query)) return false;
        matched++;
        if (Fired >= times || matched < (nth ?? 1)) return false;
        if (chance is { } likely && random.NextDouble() >= likely) return false;
        Fired++;
        return true;
    }

    /// <summary>Some faults exist for some calls only.</summary>
    private bool Suits(string calledMethod, string path, string query) => Mode.Name switch
    {
        FaultMode.Budget => false,
        FaultMode.Stale => calledMethod == "GET",
        FaultMode.SlowSite => calledMethod == "POST" && path.EndsWith("/groups", StringComparison.OrdinalIgnoreCase),
        FaultMode.ExpiredLink => ExpiredLink.IsLink(path, query),
        _ => true,
    };

    private bool IsFor(string calledMethod, string path) => method switch
    {
        "*" => true,
        "WRITE" => calledMethod != "GET" && !path.EndsWith("/$batch", StringComparison.OrdinalIgnoreCase),
        _ => calledMethod == method,
    };

    private static FaultMode ModeOf(string name) => FaultMode.All.FirstOrDefault(m => m.Name == name)
        ?? throw GraphError.Invalid($"The fault mode '{name}' is not known ({string.Join(", ", FaultMode.All.Select(m => m.Name))}).");

    private static Regex Pattern(string path) => path == "*"
        ? new Regex("")
        : new("^" + Regex.Escape(path).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "/?$", RegexOptions.IgnoreCase);
}
