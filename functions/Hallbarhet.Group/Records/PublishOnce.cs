using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Records;

/// <summary>
/// Puts a finished document into the published library and its row into the register, once: a document whose row is there is left
/// as it stands, whatever happened to the run that made it.
/// </summary>
public sealed class PublishOnce(IGroupLists lists, IGroupFiles files, TimeProvider time)
{
    /// <param name="record">With SourceKey; date, address and checksum are filled in here.</param>
    /// <param name="library">A published library.</param>
    /// <param name="path">Folder and file in it.</param>
    /// <param name="write">Makes the content; only asked when it is needed.</param>
    /// <param name="known">The register as it was read.</param>
    public async Task<PublishedRecord> PublishAsync(PublishedRecord record, GroupLibrary library, string path,
        Func<CancellationToken, Task<byte[]>> write, IReadOnlyList<PublishedRecord> known, CancellationToken ct)
    {
        if (known.FirstOrDefault(r => r.SourceKey == record.SourceKey) is { } there) return there;
        var saved = await files.SaveAsync(library, path, await write(ct), ct);
        // The service rewrites Office files, so the checksum is of what a reader will get.
        var stored = await files.ReadAsync(library, path, ct)
                     ?? throw new ServiceUnavailableException($"A file just saved in {library} cannot be read back yet.");
        return await lists.AddAsync(
            record with { EstablishedOn = time.Today(), FileUrl = saved.WebUrl, Sha256 = RecordBook.HashOf(stored) }, ct);
    }
}
