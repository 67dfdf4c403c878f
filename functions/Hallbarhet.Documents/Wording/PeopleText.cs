using System.Globalization;
using System.Text;

namespace Hallbarhet.Documents.Wording;

/// <summary>
/// Text that people wrote, on its way into a document or a mail. Encoding is done by the writers; here goes what no encoding can carry:
/// characters that XML forbids, and invisible ones that turn the reading order of what stands after them.
/// </summary>
internal static class PeopleText
{
    private const char Missing = '\uFFFD';

    /// <summary>Line breaks become \n; what XML 1.0 cannot hold is left out, half a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        var unified = text.ReplaceLineEndings("\n");
        for (var i = 0; i < unified.Length; i++)
            i += Append(clean, unified, i);
        return clean.ToString();
    }

    /// <summary>One line, for headings, subjects, names and cells' labels.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', Clean(text).Split((char[])['\n', '\t', '\u2028', '\u2029', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The paragraphs of a longer text: split at empty lines; single line breaks stay inside.</summary>
    public static IEnumerable<string> Paragraphs(string? text) =>
        Clean(text).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Cuts with "…" at a word, never inside a character that people see as one.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var length = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, most + 64)]))
            if (start < most) length = start;
        var space = text.LastIndexOf(' ', length);
        return text[..(space > length - 40 && space > 0 ? space : length)].TrimEnd() + "…";
    }

    private static int Append(StringBuilder clean, string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            clean.Append(c).Append(text[at + 1]);
            return 1;
        }
        if (char.IsSurrogate(c)) clean.Append(Missing);
        else if (!IsForbidden(c) && !TurnsReadingOrder(c)) clean.Append(c);
        return 0;
    }

    private static bool IsForbidden(char c) => (c < ' ' && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF' or (>= '\u007F' and <= '\u009F');

    /// <summary>Embeddings, overrides and isolates; a sentence in Arabic or Hebrew reads well without them.</summary>
    private static bool TurnsReadingOrder(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
