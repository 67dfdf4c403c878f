using Hallbarhet.Group.Agenda;

namespace Hallbarhet.Group.Reports;

/// <summary>What people wrote, short enough for a row of a report: whole sentences when they fit, else whole words.</summary>
public static class ShortText
{
    /// <summary>Null for an empty text.</summary>
    public static string? Of(string? text, int atMost)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = Texts.OneLine(text, int.MaxValue);
        if (line.Length <= atMost) return line;
        var sentence = line.LastIndexOfAny(['.', '!', '?'], atMost - 1);
        while (sentence > 0 && line[sentence + 1] != ' ') sentence = line.LastIndexOfAny(['.', '!', '?'], sentence - 1);
        if (sentence >= atMost / 3) return line[..(sentence + 1)];
        var word = line.LastIndexOf(' ', atMost - 1);
        return word >= atMost / 2 ? $"{line[..word].TrimEnd(',', ';', ':', ' ')}…" : Texts.OneLine(line, atMost);
    }
}
