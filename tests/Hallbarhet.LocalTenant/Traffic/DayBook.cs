using System.Security.Cryptography;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>
/// What was asked on each simulated day, as a count and a digest that does not depend on the order: two runs with the same seed can be
/// held against each other without keeping a year of traffic.
/// </summary>
internal sealed class DayBook
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Day> days = new(StringComparer.Ordinal);

    public void Add(DateTimeOffset now, TenantRequest request, LogEntry entry)
    {
        // The random part of a pre-authenticated address says nothing of what was asked.
        var target = ContentPlane.Owns(request.Path) ? entry.Path : $"{request.Path}?{request.QueryText}";
        var print = Print($"{entry.Identity} {request.Method} {target}\n", request.Body.Span);
        var date = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lock (gate) days[date] = days.GetValueOrDefault(date).With(print);
    }

    public JsonObject Shown()
    {
        lock (gate)
        {
            return J.Obj([.. days.Select(d => (d.Key, (JsonNode?)J.Obj(("requests", d.Value.Requests),
                ("digest", d.Value.Sum.ToString("x32", CultureInfo.InvariantCulture)))))]);
        }
    }

    private static UInt128 Print(string head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    /// <param name="Sum">The sum of the prints, which any order of the same requests gives.</param>
    private readonly record struct Day(int Requests, UInt128 Sum)
    {
        public Day With(UInt128 print) => new(Requests + 1, unchecked(Sum + print));
    }
}
