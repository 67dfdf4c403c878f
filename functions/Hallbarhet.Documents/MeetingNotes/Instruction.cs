using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>
/// Cuts an instruction out of a place that people wrote in. Word removes it by itself; other programs let people write before,
/// after or in the middle of it.
/// </summary>
internal static class Instruction
{
    public static void CutFrom(OpenXmlElement content, string instruction)
    {
        var texts = content.Descendants<Text>().ToList();
        var all = string.Concat(texts.Select(t => t.Text));
        var ours = Positions(all, instruction);
        if (ours.Count == 0) return;
        var at = 0;
        foreach (var text in texts)
        {
            var length = text.Text.Length;
            if (Enumerable.Range(at, length).Any(ours.Contains))
                Cut(text, string.Concat(text.Text.Where((_, i) => !ours.Contains(at + i))), content);
            at += length;
        }
    }

    /// <summary>Where the instruction's characters stand: in one piece anywhere, or its beginning first and its end last.</summary>
    private static HashSet<int> Positions(string all, string instruction)
    {
        var whole = all.IndexOf(instruction, StringComparison.Ordinal);
        if (whole >= 0) return [.. Enumerable.Range(whole, instruction.Length)];
        var first = all.Zip(instruction).TakeWhile(p => p.First == p.Second).Count();
        var last = instruction.Length - first;
        if (first == 0 || all.Length <= instruction.Length || !all.EndsWith(instruction[first..], StringComparison.Ordinal)) return [];
        return [.. Enumerable.Range(0, first), .. Enumerable.Range(all.Length - last, last)];
    }

    private static void Cut(Text text, string kept, OpenXmlElement content)
    {
        if (kept.Length > 0)
        {
            text.Text = kept;
            text.Space = SpaceProcessingModeValues.Preserve;
            if (text.Parent is Run { RunProperties.RunStyle: { } grey }) grey.Remove();
            return;
        }
        var run = text.Parent!;
        text.Remove();
        if (run is Run && run.ChildElements.All(c => c is RunProperties)) RemoveWithEmptied(run, content);
    }

    private static void RemoveWithEmptied(OpenXmlElement run, OpenXmlElement content)
    {
        var paragraph = run.Ancestors<Paragraph>().FirstOrDefault();
        run.Remove();
        if (paragraph is null || MarkedPlace.HoldsSomething(paragraph)) return;
        if (paragraph.Ancestors().Contains(content) && paragraph.ChildElements.All(c => c is ParagraphProperties)) paragraph.Remove();
    }
}
