using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace Hallbarhet.Documents.Word;

/// <summary>
/// Equal content gives equal bytes: no made-up part names, no time of writing. A document that is compiled again without a change
/// then has the checksum that it had.
/// </summary>
internal static class SteadyFile
{
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";

    private const string EmptyCore =
        """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" />""";

    /// <summary>The earliest time that a zip entry can have.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Without this part the packaging library makes one up, under a new name each time.</summary>
    public static void EnsureCoreProperties(WordprocessingDocument file)
    {
        if (file.CoreFilePropertiesPart is not null) return;
        using var writer = new StreamWriter(file.AddNewPart<CoreFilePropertiesPart>(CoreType, "core1").GetStream());
        writer.Write(EmptyCore);
    }

    public static byte[] Bytes(MemoryStream file)
    {
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries) entry.LastWriteTime = Epoch;
        return file.ToArray();
    }
}
