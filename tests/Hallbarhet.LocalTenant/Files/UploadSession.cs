using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Files;

internal sealed partial class UploadSession
{
    private const int Quantum = 320 * 1024;
    private const int Largest = 60 * 1024 * 1024;

    private readonly List<byte> received = [];

    public required DriveNode Folder { get; init; }

    public required string Name { get; init; }

    public required string Behavior { get; init; }

    /// <summary>The call that opened the session: the file is stored in its name.</summary>
    public required Call Creation { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public JsonObject Status() => J.Obj(("expirationDateTime", J.Iso(Expires)),
        ("nextExpectedRanges", new JsonArray($"{received.Count.ToString(CultureInfo.InvariantCulture)}-")));

    /// <summary>Takes the next range; the last one stores the file and answers it.</summary>
    public Reply Put(string? contentRange, ReadOnlyMemory<byte> body, out bool done)
    {
        done = false;
        var match = Range().Match(contentRange ?? "");
        if (!match.Success) throw GraphError.Invalid("The Content-Range header is missing or malformed.");
        var (from, to, total) = (Number(match, 1), Number(match, 2), Number(match, 3));
        if (to - from + 1 != body.Length || to >= total) throw GraphError.Invalid("The Content-Range header does not match the content.");
        if (from != received.Count)
            throw new GraphError(416, "invalidRange",
                "The uploaded fragment overlaps with data that has already been received or leaves a gap.");
        if (body.Length >= Largest) throw new GraphError(413, "invalidRequest", "A fragment must be smaller than 60 MiB.");
        done = to == total - 1;
        if (!done && body.Length % Quantum != 0) throw GraphError.Invalid("A fragment must be a multiple of 320 KiB.");
        received.AddRange(body.Span);
        return done ? Content.Store(Creation, Folder, Name, received.ToArray(), Behavior) : Reply.Json(202, Status());
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^bytes (\d+)-(\d+)/(\d+)$")]
    private static partial Regex Range();
}
