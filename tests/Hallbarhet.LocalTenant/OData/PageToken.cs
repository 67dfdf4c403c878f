using System.Security.Cryptography;

namespace Hallbarhet.LocalTenant.OData;

/// <summary>
/// Opaque tokens in next and delta links. They are bound to the address and the query that they were made for, so a link that a client
/// made or changed by hand is refused, as the service's are not to be read or built either.
/// </summary>
internal static class PageToken
{
    private const string PagingOption = "$skiptoken";
    private const int SealLength = 9;

    /// <summary>The address of the next page: the same query, and where it goes on.</summary>
    public static string NextLink(Call call, string position) => Link(call, call.Path, PagingOption, position);

    /// <param name="call">The call whose query the link keeps.</param>
    /// <param name="path">The path that the link leads to.</param>
    /// <param name="option">The query option that carries the token.</param>
    /// <param name="position">What the token says.</param>
    public static string Link(Call call, string path, string option, string position)
    {
        var rest = Kept(call, option).Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value)}");
        var address = Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
        return $"{call.Tenant.Address}{address}?{string.Join('&', rest.Append($"{option}={Make(call, path, option, position)}"))}";
    }

    /// <summary>Where this call's page begins; null for the first.</summary>
    public static string? Position(Call call) => call.Query[PagingOption] is { } token ? Read(call, call.Path, PagingOption, token) : null;

    /// <summary>What a token says.</summary>
    public static string Read(Call call, string path, string option, string token)
    {
        var bytes = Decode(token);
        if (bytes.Length <= SealLength) throw Bad(option);
        var position = Encoding.UTF8.GetString(bytes.AsSpan(SealLength));
        return CryptographicOperations.FixedTimeEquals(Seal(call, path, option, position), bytes.AsSpan(0, SealLength))
            ? position
            : throw Bad(option);
    }

    private static string Make(Call call, string path, string option, string position) =>
        Convert.ToBase64String([.. Seal(call, path, option, position), .. Encoding.UTF8.GetBytes(position)])
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static ReadOnlySpan<byte> Seal(Call call, string path, string option, string position)
    {
        var query = string.Join('&', Kept(call, option).Select(o => $"{o.Key}={o.Value}"));
        var text = $"{call.Tenant.Options.Seed}|{path}|{query}|{position}";
        return SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, SealLength);
    }

    private static IEnumerable<KeyValuePair<string, string>> Kept(Call call, string option) =>
        call.Query.All.Where(o => !o.Key.Equals(option, StringComparison.OrdinalIgnoreCase)).OrderBy(o => o.Key, StringComparer.Ordinal);

    private static byte[] Decode(string token)
    {
        try
        {
            return Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static GraphError Bad(string option) =>
        new(400, "invalidRequest", $"The value of the {option} query option is not valid: follow the link as it was given.");
}
