using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Year.Acts;

/// <summary>Writes prose under headings of a Word file, as somebody does who clicks below a heading and types.</summary>
internal static class NotesInWord
{
    public static byte[] Write(byte[] draft, IReadOnlyList<(string Heading, string Prose)> notes)
    {
        using var file = new MemoryStream();
        file.Write(draft);
        using (var word = WordprocessingDocument.Open(file, true))
        {
            var body = word.MainDocumentPart!.Document!.Body!;
            foreach (var (heading, prose) in notes) WriteUnder(body, heading, prose);
        }

        return file.ToArray();
    }

    private static void WriteUnder(Body body, string heading, string prose)
    {
        // A long question is shortened in its heading, so the beginning decides.
        var start = heading.Length > 60 ? heading[..60] : heading;
        var place = body.Elements<Paragraph>().FirstOrDefault(p => IsHeading(p) && p.InnerText.Contains(start, StringComparison.Ordinal));
        place?.InsertAfterSelf(new Paragraph(new Run(new Text(prose))));
    }

    private static bool IsHeading(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true;
}
