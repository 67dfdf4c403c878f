using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>
/// Puts the tenant's time in the place of the wall clock's, and an id made of the content in the place of a random one: converting the
/// same document again gives the same file. Everything keeps its length, so the file's table of positions stays right.
/// </summary>
internal static partial class PdfStamp
{
    public static byte[] Apply(byte[] pdf, DateTimeOffset now)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var date = now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        text = CreationDate().Replace(text, m => m.Groups[1].Value + date);
        text = FileId().Replace(text, m => m.Groups[1].Value + new string('0', 32));
        var id = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)).AsSpan(0, 16));
        return Encoding.Latin1.GetBytes(FileId().Replace(text, m => m.Groups[1].Value + id));
    }

    [GeneratedRegex(@"(/CreationDate ?\(D:)\d{14}")]
    private static partial Regex CreationDate();

    [GeneratedRegex(@"(/ID ?\[ ?<|(?<=/ID ?\[ ?<[0-9A-F]{32}>\s*)<|/DocChecksum ?/)[0-9A-F]{32}")]
    private static partial Regex FileId();
}
