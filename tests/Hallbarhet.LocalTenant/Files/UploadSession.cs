using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>A long content that comes in ranges, in order, at an address of its own.</summary>
internal sealed partial class UploadSession
{
    private readonly List<byte> received = [];
    private long? total;

    /// <summary>Ranges but the last are multiples of this many bytes.</summary>
    public int Quantum { get; init; } = 320 * 1024;

    /// <summary>A range is smaller than this many bytes.</summary>
    public int Largest { get; init; } = 60 * 1024 * 1024;

    /// <summary>What a range that is not the last one is answered.</summary>
    public int StatusOfMore { get; init; } = 202;

    /// <summary>Who opened the session: it is done in that name.</summary>
    public required Caller Caller { get; init; }

    /// <summary>What is done with the whole, and what the last range is answered.</summary>
    public required Func<byte[], Reply> Complete { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public JsonObject Status() => J.Obj(("expirationDateTime", J.Iso(Expires)),
        ("nextExpectedRanges", new JsonArray($"{received.Count.ToString(CultureInfo.InvariantCulture)}-")));

    /// <summary>Takes the next range; the last one completes the session.</summary>
    public Reply Put(string? contentRange, ReadOnlyMemory<byte> body, out bool done)
    {
        done = false;
        var match = Range().Match(contentRange ?? "");
        if (!match.Success) throw GraphError.Invalid("The Content-Range header is missing or malformed.");
        var (from, to, all) = (Number(match, 1), Number(match, 2), Number(match, 3));
        if (to - from + 1 != body.Length || to >= all || all != (total ?? all))
            throw GraphError.Invalid("The Content-Range header does not match the content.");
        if (from != received.Count)
            throw new GraphError(416, "invalidRange",
                "The uploaded fragment overlaps with data that has already been received or leaves a gap.");
        if (body.Length >= Largest) throw new GraphError(413, "invalidRequest", $"A fragment must be smaller than {Largest} bytes.");
        var isLast = to == all - 1;
        if (!isLast && body.Length % Quantum != 0) throw GraphError.Invalid("A fragment must be a multiple of 320 KiB.");
        total = all;
        if (isLast) return Last(body, out done);
        received.AddRange(body.Span);
        return Reply.Json(StatusOfMore, Status());
    }

    /// <summary>A whole that cannot be stored leaves the session open, so that the client can settle the conflict and go on.</summary>
    private Reply Last(ReadOnlyMemory<byte> body, out bool done)
    {
        var reply = Complete([.. received, .. body.Span]);
        done = true;
        return reply;
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^bytes (\d+)-(\d+)/(\d+)$")]
    private static partial Regex Range();
}
