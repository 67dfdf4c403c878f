using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents;

namespace Hallbarhet.Tests.Documents;

/// <summary>Opens, reads and edits Word files as a person with another program would.</summary>
internal static class Docx
{
    /// <summary>Every document that the product writes, by what it is.</summary>
    public static IReadOnlyDictionary<string, byte[]> All()
    {
        var writer = new WordDocumentWriter();
        var draft = writer.NotesDraft(Examples.EarlyNotes, null);
        return new Dictionary<string, byte[]>
        {
            ["agenda"] = writer.Agenda(Examples.Agenda, null),
            ["bare agenda"] = writer.Agenda(Examples.BareAgenda, null),
            ["notes draft"] = draft,
            ["notes"] = writer.FinishNotes(draft, Examples.Notes),
            ["report"] = writer.Report(ReportExamples.FirstQuarter, null),
            ["report draft"] = writer.Report(ReportExamples.Draft, null),
            ["management report"] = writer.Report(ReportExamples.ToManagement, null),
        };
    }

    public static T Read<T>(byte[] docx, Func<MainDocumentPart, T> read)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return read(file.MainDocumentPart!);
    }

    public static byte[] Edit(byte[] docx, Action<WordprocessingDocument> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var file = WordprocessingDocument.Open(stream, true)) edit(file);
        return stream.ToArray();
    }

    public static byte[] EditBody(byte[] docx, Action<Body> edit) => Edit(docx, f => edit(f.MainDocumentPart!.Document!.Body!));

    public static IReadOnlyList<string> Paragraphs(byte[] docx) =>
        Read(docx, m => m.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList());

    public static string Text(byte[] docx) => string.Join('\n', Paragraphs(docx));

    public static IReadOnlyList<string> Problems(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    public static SdtElement Place(OpenXmlElement root, string tag) =>
        root.Descendants<SdtElement>().First(s => s.SdtProperties?.GetFirstChild<Tag>()?.Val == tag);
}
