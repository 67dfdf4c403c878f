using System.Runtime.CompilerServices;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Shouldly;

namespace Hallbarhet.Tests.Documents;

/// <summary>
/// Compares with the files in Documents/Golden. To accept a change, run the tests with UPDATE_GOLDEN=1 and read the difference in git.
/// </summary>
internal static class Golden
{
    public static void ShouldMatch(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, actual);
        }
        File.Exists(path).ShouldBeTrue($"{name} is missing: run once with UPDATE_GOLDEN=1.");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    /// <summary>word/document.xml, one element a line, so that a difference can be read.</summary>
    public static string DocumentXml(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), false);
        using var stream = file.MainDocumentPart!.GetStream();
        return XDocument.Load(stream).ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
