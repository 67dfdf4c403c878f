using System.Globalization;

namespace Hallbarhet.Group.Agenda;

/// <summary>Makes titles of what people wrote.</summary>
internal static class Texts
{
    /// <summary>What stands for a title that is missing.</summary>
    public const string NoTitle = "(utan rubrik)";

    /// <summary>A single-line column of the lists holds this many characters.</summary>
    public const int TitleLength = 255;

    /// <summary>The title, or <see cref="NoTitle"/>.</summary>
    public static string TitleOr(string? title) => string.IsNullOrWhiteSpace(title) ? NoTitle : title.Trim();

    /// <summary>One line of at most so many characters; a sign of several characters (emoji, accents) is never cut in two.</summary>
    public static string OneLine(string text, int atMost)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= atMost) return line;
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(line))
            if (start <= atMost - 1) end = start;
        return line[..end].TrimEnd() + "…";
    }
}
