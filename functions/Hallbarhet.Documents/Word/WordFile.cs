using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Model;

namespace Hallbarhet.Documents.Word;

/// <param name="Title">Document property, and to the left in the footer.</param>
internal sealed record DocumentInfo(string Title, string GroupName, bool IsDraft);

/// <summary>Puts blocks into a Word file: the city's template when there is a usable one, otherwise the group's own look.</summary>
internal static class WordFile
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Write(DocumentInfo info, IReadOnlyList<Block> blocks, byte[]? template)
    {
        if (template is { Length: > 0 } && TryTemplate(info, blocks, template) is { } written) return written;
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddNewPart<MainDocumentPart>(MainType, "document1");
            main.Document = new Document(new Body());
            main.AddNewPart<StyleDefinitionsPart>("styles1").Styles = BaseParts.Styles();
            main.AddNewPart<NumberingDefinitionsPart>("numbering1").Numbering = BaseParts.Numbering();
            main.AddNewPart<DocumentSettingsPart>("settings1").Settings = BaseParts.Settings();
            Fill(file, info, blocks, new SectionProperties());
        }
        return SteadyFile.Bytes(stream);
    }

    /// <summary>Null when the template is no readable Word file: a broken template must not stop a meeting's agenda.</summary>
    private static byte[]? TryTemplate(DocumentInfo info, IReadOnlyList<Block> blocks, byte[] template)
    {
        try
        {
            using var stream = new MemoryStream();
            stream.Write(template);
            using (var file = WordprocessingDocument.Open(stream, true))
                Fill(file, info, blocks, Template.Prepare(file));
            return SteadyFile.Bytes(stream);
        }
        catch (Exception broken) when (Unreadable.Means(broken))
        {
            return null;
        }
    }

    private static void Fill(WordprocessingDocument file, DocumentInfo info, IReadOnlyList<Block> blocks, SectionProperties section)
    {
        var main = file.MainDocumentPart!;
        var styles = StyleNames.Of(main);
        Language.Set(main.StyleDefinitionsPart!.Styles!);
        PageFrame.Complete(main, section, info, styles);
        var body = main.Document!.Body!;
        body.Append(new WordBody(main, styles).Write(blocks));
        body.Append(section);
        SteadyFile.EnsureCoreProperties(file);
        file.PackageProperties.Title = info.Title;
        file.PackageProperties.Subject = info.GroupName;
        file.PackageProperties.Creator = info.GroupName;
        file.PackageProperties.LastModifiedBy = info.GroupName;
        file.PackageProperties.Language = "sv-SE";
    }
}
