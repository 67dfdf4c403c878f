using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Word;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>Finds marked places in what may have been edited in Word, in a browser or in another program, and takes them away again.</summary>
internal static class MarkedPlace
{
    public static IReadOnlyList<SdtElement> Find(OpenXmlElement root, string tag) =>
        [.. root.Descendants<SdtElement>().Where(p => WordPlace.TagOf(p) == tag)];

    public static IReadOnlyList<SdtElement> FindAll(OpenXmlElement root, string tagStart) =>
        [.. root.Descendants<SdtElement>().Where(p => WordPlace.TagOf(p).StartsWith(tagStart, StringComparison.Ordinal))];

    public static OpenXmlElement? ContentOf(SdtElement place) =>
        place.ChildElements.FirstOrDefault(c => c is SdtContentBlock or SdtContentRun or SdtContentCell or SdtContentRow);

    /// <summary>What people wrote in the place, without the instruction; empty when nobody did.</summary>
    public static IReadOnlyList<OpenXmlElement> OwnContent(SdtElement place, string instruction)
    {
        if (ContentOf(place) is not { } content) return [];
        Instruction.CutFrom(content, instruction);
        return HoldsSomething(content) ? [.. content.ChildElements] : [];
    }

    /// <summary>Puts content where the place was. Some programs move a place into a paragraph; whole paragraphs then follow that one.</summary>
    public static void Replace(SdtElement place, IReadOnlyList<OpenXmlElement> content)
    {
        var paragraph = place is SdtRun ? place.Ancestors<Paragraph>().FirstOrDefault() : null;
        OpenXmlElement after = paragraph is not null && content.Any(c => c is Paragraph or Table) ? paragraph : place;
        foreach (var element in content)
        {
            if (element.Parent is not null) element.Remove();
            after = after.InsertAfterSelf(element);
        }
        place.Remove();
        if (paragraph?.Parent is Body && !HoldsSomething(paragraph)) paragraph.Remove();
    }

    public static void Unwrap(SdtElement place) => Replace(place, [.. ContentOf(place)?.ChildElements ?? Enumerable.Empty<OpenXmlElement>()]);

    /// <summary>The bare text of a place, to compare with what the system wrote there.</summary>
    public static string TextOf(SdtElement place) =>
        ContentOf(place) is { } content ? string.Concat(content.Descendants<Text>().Select(t => t.Text)) : "";

    /// <summary>Text, a picture, a table, a formula: anything but empty paragraphs.</summary>
    public static bool HoldsSomething(OpenXmlElement element) =>
        element.Descendants<Text>().Any(t => !string.IsNullOrWhiteSpace(t.Text))
        || element is Table
        || element.Descendants().Any(d => d is Drawing or Picture or EmbeddedObject or FootnoteReference or SymbolChar or Table
            || d.LocalName is "oMath" or "AlternateContent");

    public static Paragraph? HeadingSaying(Body body, string text) => body.Descendants<Paragraph>()
        .FirstOrDefault(p => LevelOf(p) is not null && string.Equals(p.InnerText.Trim(), text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null for what is no heading. Style ids end with the level, in Word (Rubrik2) as in our own files (Heading2).</summary>
    public static int? LevelOf(OpenXmlElement element)
    {
        if (element is not Paragraph { ParagraphProperties: { } look }) return null;
        if (look.OutlineLevel?.Val?.Value is { } outline) return outline + 1;
        var style = look.ParagraphStyleId?.Val?.Value ?? "";
        var isHeading = style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Rubrik", StringComparison.OrdinalIgnoreCase);
        return isHeading && style.Length > 0 && char.IsAsciiDigit(style[^1]) ? style[^1] - '0' : null;
    }

    /// <summary>A place that somebody copied has its number twice, which Word calls damaged.</summary>
    public static void MakeIdsUnique(OpenXmlElement root)
    {
        var seen = new HashSet<int>();
        foreach (var id in root.Descendants<SdtId>())
            while (id.Val is not null && !seen.Add(id.Val.Value))
                id.Val = id.Val.Value == int.MaxValue ? 1 : id.Val.Value + 1;
    }
}
