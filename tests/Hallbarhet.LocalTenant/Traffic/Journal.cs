using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>
/// Keeps every write in the order in which it took effect. Ids are seeded and the clock's moves are in it too, so doing them again
/// gives the same state: nothing else needs to be saved.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly string[] Kept = ["Content-Type", "Content-Range", "If-Match", "Prefer", "X-HTTP-Method", "Accept"];

    private readonly StreamWriter writer;
    private readonly int seed;

    public Journal(string folder, LocalTenantOptions options)
    {
        seed = options.Seed;
        File = Path.Combine(System.IO.Directory.CreateDirectory(folder).FullName, "journal.jsonl");
        Earlier = System.IO.File.Exists(File) ? [.. System.IO.File.ReadLines(File).Select(l => (JsonObject)JsonNode.Parse(l)!)] : [];
        if (Earlier.Count > 0 && ((int)Earlier[0]["seed"]! != seed || Earlier[0].Text("start") != options.Now))
            throw new InvalidOperationException($"{File} was written with seed {Earlier[0]["seed"]} and start {Earlier[0].Text("start")}; start with the same or use another folder.");
        writer = new(File, append: true);
        if (Earlier.Count == 0) writer.WriteLine(J.Obj(("seed", seed), ("start", options.Now)).ToJsonString());
    }

    public string File { get; }

    private List<JsonObject> Earlier { get; }

    /// <summary>Set while earlier writes are done again, which must not be written a second time.</summary>
    public bool Replaying { get; private set; }

    public void Write(TenantRequest request, Caller? caller)
    {
        if (Replaying) return;
        var headers = new JsonObject();
        foreach (var name in Kept)
            if (request.Headers.TryGetValue(name, out var value)) headers[name] = value;
        writer.WriteLine(J.Obj(("caller", caller?.Name), ("method", request.Method), ("path", request.Path), ("query", request.QueryText),
            ("headers", headers), ("body", Convert.ToBase64String(request.Body.Span))).ToJsonString(J.Compact));
    }

    public void Replay(Action<TenantRequest, string?> redo)
    {
        Replaying = true;
        foreach (var line in Earlier.Skip(1))
        {
            redo(new()
            {
                Method = line.Text("method")!,
                Url = line.Text("path")!,
                Path = line.Text("path")!,
                QueryText = line.Text("query")!,
                Headers = line.Inner("headers")!.ToDictionary(h => h.Key, h => h.Value!.GetValue<string>(),
                    StringComparer.OrdinalIgnoreCase),
                Body = Convert.FromBase64String(line.Text("body")!),
            }, line.Text("caller"));
        }
        Replaying = false;
    }

    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();
}
