using System.Security.Cryptography;
using System.Text;

namespace Hallbarhet.Group.Meetings;

/// <summary>A short print of a text that fits into a key or a hidden column; the same on every machine and in every release.</summary>
internal static class ShortHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
