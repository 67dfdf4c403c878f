using System.Globalization;
using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Provisioning;

/// <summary>A year's records on disk: the files as they lie in their libraries, index.csv for people, sha256sums.txt for <c>sha256sum -c</c>.</summary>
internal sealed class RecordFolder(string folder)
{
    private const string Header = "Upprättad;Handlingstyp;Handling;Fil;Dnr;Registrering;Sekretess prövas;Bevaras/gallras;Kontrollsumma";

    public async Task WriteAsync(IReadOnlyList<TakenRecord> records, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in records.Select(r => r.File).OfType<TakenFile>().DistinctBy(PathOf))
        {
            var path = Path.Combine(folder, PathOf(file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Content, ct);
        }
        // With a mark at the start, so that Excel reads å, ä and ö.
        await File.WriteAllLinesAsync(Path.Combine(folder, "index.csv"), [Header, .. records.Select(Line)], new UTF8Encoding(true), ct);
        await File.WriteAllLinesAsync(Path.Combine(folder, "sha256sums.txt"),
            records.Where(r => r.File is not null).Select(r => $"{r.Record.Sha256}  {PathOf(r.File!)}").Distinct(), ct);
    }

    private static string PathOf(TakenFile file) => $"{(file.Library == GroupLibrary.ReportFiles ? "Rapporter" : "Mötesdokument")}/{file.Path}";

    private static string Line(TakenRecord taken)
    {
        var record = taken.Record;
        return string.Join(';', new[]
        {
            record.EstablishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            record.Kind is { } kind ? Words.Of(kind) : null,
            record.Title,
            taken.File is { } file ? PathOf(file) : "SAKNAS: ingen fil har den kontrollsumman",
            record.CaseNumber,
            record.Registration is { } registration ? Words.Of(registration) : null,
            record.SecrecyCheck ? "Ja" : "Nej",
            record.Retention,
            record.Sha256,
        }.Select(Cell));
    }

    /// <summary>Quoted, and never a formula: titles and file names come from people.</summary>
    private static string Cell(string? text)
    {
        var plain = text ?? "";
        if (plain.Length > 0 && "=+-@\t\r".Contains(plain[0])) plain = "'" + plain;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
