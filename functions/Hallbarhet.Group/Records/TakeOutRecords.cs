using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Records;

/// <summary>
/// Everything that the register says was published in a year, with the files: for a request or the archive. A file is known by its
/// checksum, for it may have been moved or renamed; one that is found nowhere is named, never left out in silence.
/// </summary>
public sealed class TakeOutRecords(IGroupLists lists, IGroupFiles files)
{
    private static readonly GroupLibrary[] Published = [GroupLibrary.MeetingDocuments, GroupLibrary.ReportFiles];

    public async Task<IReadOnlyList<TakenRecord>> RunAsync(int year, CancellationToken ct)
    {
        var records = (await lists.ReadAsync(GroupList.PublishedRecords, ct)).PublishedRecords
            .Where(r => r.EstablishedOn?.Year == year).OrderBy(r => r.EstablishedOn).ThenBy(r => r.Id).ToList();
        var wanted = records.Select(r => r.Sha256).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = records.Count == 0 ? [] : await FindAsync(wanted, ct);
        return [.. records.Select(r => new TakenRecord(r, r.Sha256 is { } sum ? found.GetValueOrDefault(sum) : null))];
    }

    private async Task<Dictionary<string, TakenFile>> FindAsync(HashSet<string> wanted, CancellationToken ct)
    {
        var found = new Dictionary<string, TakenFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in Published)
            foreach (var path in await files.PathsAsync(library, ct))
                if (await files.ReadAsync(library, path, ct) is { } content && RecordBook.HashOf(content) is var sum && wanted.Contains(sum))
                    found.TryAdd(sum, new TakenFile(library, path, content));
        return found;
    }
}

/// <param name="Record">The row of the register.</param>
/// <param name="File">Null when no file in the published libraries has the row's checksum any more.</param>
public sealed record TakenRecord(PublishedRecord Record, TakenFile? File);

public sealed record TakenFile(GroupLibrary Library, string Path, byte[] Content);
