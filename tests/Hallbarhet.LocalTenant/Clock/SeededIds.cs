namespace Hallbarhet.LocalTenant.Clock;

/// <summary>Identifiers that come out the same for the same seed and the same order of writes.</summary>
internal sealed class SeededIds(int seed)
{
    private readonly Random random = new(seed);

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>An opaque id as Exchange and Planner use them: letters, digits, - and _.</summary>
    public string Opaque(string prefix, int length)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return prefix + string.Create(length, random, static (span, r) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Alphabet[r.Next(Alphabet.Length)];
        });
    }
}
