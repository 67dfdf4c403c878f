using System.CommandLine;
using Hallbarhet.Group.Records;
using Hallbarhet.Microsoft365.Files;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;

namespace Hallbarhet.Provisioning;

/// <summary><c>records</c>: what was published in a year, as files with an index and checksums.</summary>
internal static class RecordsCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var year = new Option<int>("--year") { Description = "The year in which the records were established.", Required = true };
        var folder = new PrivateFolder("A new folder for the files, index.csv and sha256sums.txt.");
        var command = new Command("records", "Writes the year's published records with an index and checksums. Exit code 1 when one is missing or was changed.") { year };
        folder.AddTo(command);
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var provisioner = common.Open(parsed);
            var path = folder.Path(parsed, provisioner);
            var site = new GroupSite(provisioner.Connection);
            var records = await new TakeOutRecords(new GraphGroupLists(site), new GraphGroupFiles(site)).RunAsync(parsed.GetValue(year), cancellationToken);
            await new RecordFolder(path).WriteAsync(records, cancellationToken);
            return await TellAsync(records, path, output, errors);
        });
        return command;
    }

    private static async Task<int> TellAsync(IReadOnlyList<TakenRecord> records, string folder, TextWriter output, TextWriter errors)
    {
        var lost = records.Where(r => r.File is null).ToList();
        foreach (var record in lost)
            await errors.WriteLineAsync($"Publicerade handlingar, row {record.Record.Id}: no file has its checksum. It was changed or removed; look at the versions and the recycle bin.");
        await output.WriteLineAsync($"{records.Count - lost.Count} of {records.Count} records are in {folder}.");
        return lost.Count == 0 ? CommandLine.Done : CommandLine.Error;
    }
}
