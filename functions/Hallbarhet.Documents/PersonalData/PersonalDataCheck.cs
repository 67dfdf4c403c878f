using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Documents.PersonalData;

/// <summary>
/// Looks for what seldom belongs in notes: personal numbers, mobile numbers, words about health. Answers with rule and place, never with
/// the text, so that the warning itself holds no personal data.
/// </summary>
internal static class PersonalDataCheck
{
    public static IReadOnlyList<string> Findings(byte[] document)
    {
        try
        {
            using var stream = new MemoryStream(document, writable: false);
            using var file = WordprocessingDocument.Open(stream, false);
            return [.. Places(file).SelectMany(Findings).Distinct()];
        }
        catch (Exception broken) when (Unreadable.Means(broken))
        {
            throw new UnreadableDraftException(Say.It("Notes.Unreadable"), broken);
        }
    }

    private static IEnumerable<string> Findings((string Name, string Text) place) =>
        PersonalDataRules.Broken(place.Text).Select(rule => Say.It("PersonalData.Finding", rule, place.Name));

    /// <summary>Paragraphs are counted as people see them: empty ones do not count, those in tables do.</summary>
    private static IEnumerable<(string Name, string Text)> Places(WordprocessingDocument file)
    {
        var main = file.MainDocumentPart ?? throw new InvalidDataException("The document has no main part.");
        var body = main.Document?.Body ?? throw new InvalidDataException("The document has no body.");
        return Texts(body).Select((text, i) => (Say.It("PersonalData.Paragraph", i + 1), text))
            .Concat(Elsewhere(main.FootnotesPart?.Footnotes, "PersonalData.Footnotes"))
            .Concat(Elsewhere(main.EndnotesPart?.Endnotes, "PersonalData.Footnotes"))
            .Concat(Elsewhere(main.WordprocessingCommentsPart?.Comments, "PersonalData.Comments"))
            .Concat(main.HeaderParts.SelectMany(h => Elsewhere(h.Header, "PersonalData.Header")))
            .Concat(main.FooterParts.SelectMany(f => Elsewhere(f.Footer, "PersonalData.Header")));
    }

    private static IEnumerable<(string, string)> Elsewhere(OpenXmlElement? root, string key) =>
        root is null ? [] : Texts(root).Select(t => (Say.It(key), t));

    private static IEnumerable<string> Texts(OpenXmlElement root) =>
        root.Descendants<Paragraph>().Select(TextOf).Where(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>Deleted text under tracked changes is still in the file, so it is looked at too.</summary>
    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
            _ = element switch
            {
                Text t => text.Append(t.Text),
                DeletedText d => text.Append(d.Text),
                NoBreakHyphen => text.Append('-'),
                TabChar or Break => text.Append(' '),
                _ => text,
            };
        return text.ToString();
    }
}
