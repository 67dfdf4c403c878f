namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>One request, or one part of a batch, as the log shows it.</summary>
internal sealed class LogEntry(string method, string path)
{
    public string Method { get; } = method;

    /// <summary>The path's template once it is known, else the path itself.</summary>
    public string Path { get; set; } = path;

    public string? Identity { get; set; }

    /// <summary>HTTP status; 0 when the connection was cut.</summary>
    public int Status { get; set; }

    public int ResourceUnits { get; set; }

    public List<LogEntry> Parts { get; } = [];

    public JsonObject Shown(int index)
    {
        var shown = J.Obj(("index", index), ("method", Method), ("path", Path), ("status", Status), ("identity", Identity),
            ("resourceUnits", ResourceUnits));
        if (Parts.Count > 0) shown["parts"] = J.Array(Parts.Select((p, i) => p.Shown(i)));
        return shown;
    }
}

/// <summary>Counts every call and keeps it, in all and for each identity.</summary>
internal sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private readonly Totals all = new();
    private readonly SortedDictionary<string, Totals> byIdentity = new(StringComparer.Ordinal);

    public void Add(LogEntry entry)
    {
        lock (gate)
        {
            entries.Add(entry);
            all.Add(entry);
            var identity = entry.Identity ?? "none";
            if (!byIdentity.TryGetValue(identity, out var own)) own = byIdentity[identity] = new();
            own.Add(entry);
        }
    }

    public JsonObject Since(int index)
    {
        lock (gate)
        {
            var shown = all.Shown();
            shown["identities"] = J.Obj([.. byIdentity.Select(i => (i.Key, (JsonNode?)i.Value.Shown()))]);
            shown["entries"] = J.Array(entries.Skip(index).Select((e, i) => e.Shown(index + i)));
            return shown;
        }
    }

    private sealed class Totals
    {
        private int requests;
        private int parts;
        private int resourceUnits;
        private int writes;

        public void Add(LogEntry entry)
        {
            requests++;
            parts += entry.Parts.Count;
            resourceUnits += entry.ResourceUnits + entry.Parts.Sum(p => p.ResourceUnits);
            writes += entry.Parts.Count > 0 ? entry.Parts.Count(IsWrite) : IsWrite(entry) ? 1 : 0;
        }

        public JsonObject Shown() => J.Obj(("requests", requests), ("parts", parts), ("resourceUnits", resourceUnits), ("writes", writes));

        private static bool IsWrite(LogEntry entry) => entry.Method != "GET";
    }
}
