namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>The journal as JSON Lines in the state folder. The first line says which tenant can do the others again.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly StreamWriter writer;

    /// <exception cref="InvalidOperationException">The file is damaged or belongs to another tenant.</exception>
    public JournalFile(string folder, LocalTenantOptions options)
    {
        Name = Path.Combine(System.IO.Directory.CreateDirectory(folder).FullName, "journal.jsonl");
        var head = Head(options);
        Earlier = File.Exists(Name) ? Read(head) : [];
        var isNew = !File.Exists(Name) || new FileInfo(Name).Length == 0;
        // Each line is there before its answer goes out: a tenant that is killed loses nothing that a client was told.
        writer = new(Name, append: true) { AutoFlush = true };
        if (isNew) writer.WriteLine(head.ToJsonString(J.Compact));
    }

    public string Name { get; }

    public IReadOnlyList<JournalEntry> Earlier { get; }

    /// <summary>What a tenant that was killed had only begun to write; null when the last line is whole.</summary>
    public string? Dropped { get; private set; }

    public void Write(JournalEntry entry)
    {
        var request = entry.Request;
        var line = J.Obj(("caller", entry.Caller), ("method", request.Method), ("path", request.Path), ("query", request.QueryText),
            ("headers", J.Obj([.. request.Headers.Select(h => (h.Key, (JsonNode?)h.Value))])),
            ("body", Convert.ToBase64String(request.Body.Span)));
        writer.WriteLine(line.ToJsonString(J.Compact));
    }

    public void Dispose() => writer.Dispose();

    /// <summary>The build decides as well: other code may do the same write differently.</summary>
    private static JsonObject Head(LocalTenantOptions options) => J.Obj(("tenant", typeof(JournalFile).Module.ModuleVersionId.ToString()),
        ("seed", options.Seed), ("start", options.Now));

    private List<JournalEntry> Read(JsonObject head)
    {
        CutBrokenEnd();
        var lines = File.ReadAllLines(Name);
        if (lines.Length == 0) return [];
        Demand(Parse(lines[0], 1), head);
        return [.. lines.Skip(1).Select((line, i) => Entry(Parse(line, i + 2)))];
    }

    /// <summary>A line without its end was being written when the tenant was killed; the client never had an answer.</summary>
    private void CutBrokenEnd()
    {
        var bytes = File.ReadAllBytes(Name);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (end == bytes.Length) return;
        var rest = Encoding.UTF8.GetString(bytes.AsSpan(end));
        Dropped = rest.Length > 100 ? rest[..100] + "…" : rest;
        using var file = File.OpenWrite(Name);
        file.SetLength(end);
    }

    private void Demand(JsonObject kept, JsonObject head)
    {
        if (kept.Text("tenant") != head.Text("tenant"))
            throw new InvalidOperationException(
                $"{Name} was written by another version of the local tenant ({kept.Text("tenant") ?? "unnamed"}); this one might do its writes differently. Start that version, or use another folder.");
        if (kept["seed"]?.ToString() != head["seed"]!.ToString() || kept.Text("start") != head.Text("start"))
            throw new InvalidOperationException(
                $"{Name} was written with --seed {kept["seed"]} --now {kept.Text("start")}; start with the same or use another folder.");
    }

    private JsonObject Parse(string line, int number)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(line)!;
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{Name}, line {number}: not readable ({e.Message}). Use another folder or a copy from before.", e);
        }
    }

    private static JournalEntry Entry(JsonObject line) => new(DateTimeOffset.MinValue, line.Text("caller"), new()
    {
        Method = line.Text("method")!,
        Url = line.Text("path")!,
        Path = line.Text("path")!,
        QueryText = line.Text("query")!,
        Headers = line.Inner("headers")!.ToDictionary(h => h.Key, h => h.Value!.GetValue<string>(), StringComparer.OrdinalIgnoreCase),
        Body = Convert.FromBase64String(line.Text("body")!),
        IsReplay = true,
    });
}
