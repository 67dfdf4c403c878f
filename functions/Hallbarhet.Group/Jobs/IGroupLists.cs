namespace Hallbarhet.Group.Jobs;

/// <summary>
/// The group's lists in SharePoint. Every method throws <see cref="ServiceUnavailableException"/> when the service cannot be
/// reached or asks to wait longer than a job should, and <see cref="SetupProblemException"/> when IT has to act.
/// </summary>
public interface IGroupLists
{
    /// <summary>Reads the lists and the job memory in one round trip (plus one for each further page of a long list).</summary>
    Task<Snapshot> ReadAsync(GroupList lists, CancellationToken ct);

    /// <summary>Adds rows and returns them with id and ETag. A row whose SourceKey (or MailKey) exists already is returned as it stands.</summary>
    Task<IReadOnlyList<T>> AddAsync<T>(IReadOnlyList<T> rows, CancellationToken ct) where T : Row;

    /// <summary>
    /// Writes the columns in which each pair differs, nothing when none does, and returns the rows as saved.
    /// A row that somebody changed since it was read throws <see cref="RowChangedException"/> after the others are written.
    /// </summary>
    Task<IReadOnlyList<T>> UpdateAsync<T>(IReadOnlyList<(T Before, T After)> changes, CancellationToken ct) where T : Row;

    /// <summary>The row's versions, newest first; <see cref="Row.Editor"/> and <see cref="Row.Modified"/> tell who made each and when.</summary>
    Task<IReadOnlyList<T>> VersionsAsync<T>(int id, CancellationToken ct) where T : Row;

    /// <summary>Files that people attached to a row; empty when there are none.</summary>
    Task<IReadOnlyList<AttachedFile>> AttachmentsAsync<T>(int id, CancellationToken ct) where T : Row;

    /// <summary>Removes all earlier versions of a row, when its personal data has reached its end date.</summary>
    Task ForgetVersionsAsync<T>(int id, CancellationToken ct) where T : Row;

    /// <summary>Address of an item's form, for links in mails and drafts.</summary>
    string FormUrl<T>(int id) where T : Row;

    /// <summary>Address of a list, for links in mails and drafts.</summary>
    string ListUrl<T>() where T : Row;
}

public sealed record AttachedFile(string Name, byte[] Content);

public static class GroupListsExtensions
{
    public static async Task<T> AddAsync<T>(this IGroupLists lists, T row, CancellationToken ct) where T : Row =>
        (await lists.AddAsync<T>([row], ct))[0];

    public static async Task<T> UpdateAsync<T>(this IGroupLists lists, T before, T after, CancellationToken ct) where T : Row =>
        (await lists.UpdateAsync<T>([(before, after)], ct))[0];
}
