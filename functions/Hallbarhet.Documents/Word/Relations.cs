using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Hallbarhet.Documents.Word;

/// <summary>Ids of links and parts that are the same every time, so that equal content gives equal XML.</summary>
internal static class Relations
{
    public static string FreeId(MainDocumentPart main, string prefix)
    {
        var taken = main.Parts.Select(p => p.RelationshipId)
            .Concat(main.HyperlinkRelationships.Select(r => r.Id))
            .Concat(main.ExternalRelationships.Select(r => r.Id))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 1;
        while (taken.Contains(Id(prefix, number))) number++;
        return Id(prefix, number);
    }

    private static string Id(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
