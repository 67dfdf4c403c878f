using System.Globalization;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Meetings;

/// <summary>The name of a meeting's folder in Mötesdokument.</summary>
internal static class MeetingFolder
{
    public static string NameFor(DateOnly date, string title) =>
        FileNames.Safe(string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {title}"));

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The folder's name in its address, or null when people put another kind of address there.</summary>
    public static string? NameIn(string? url)
    {
        var name = Uri.UnescapeDataString((url ?? "").TrimEnd('/').Split('/')[^1]);
        return name.Length >= 10 && IsDate(name[..10]) ? name : null;
    }
}
