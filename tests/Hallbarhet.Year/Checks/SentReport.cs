using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Year.Checks;

/// <summary>A report's Word file as the body got it.</summary>
internal static partial class SentReport
{
    private const int Figures = 11;

    /// <summary>The numbers of the table of figures, in its order; the last row, "7 av 9", gives two.</summary>
    public static IReadOnlyList<int> Numbers(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var table = word.MainDocumentPart!.Document!.Body!.Descendants<Table>()
            .FirstOrDefault(t => t.Elements<TableRow>().Count() == Figures + 1);
        return table is null
            ? []
            : [.. table.Elements<TableRow>().Skip(1).SelectMany(r => Digits().Matches(r.Elements<TableCell>().Last().InnerText)).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>All parts of the file as text, so that no address hides in a relationship.</summary>
    public static string Everything(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
