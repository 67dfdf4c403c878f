using System.Globalization;
using System.Text.Json;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Tests.Building;

/// <summary>The lists in memory: ids, ETags, versions, unique keys and the limit of a text column, as SharePoint has them.</summary>
public sealed class PaperLists(PaperCalls calls, PaperMemory memory, TimeProvider time) : IGroupLists
{
    public static readonly PersonId System = new(1);

    private readonly Dictionary<Type, List<Row>> tables = [];
    private readonly Dictionary<(Type, int), List<Row>> versions = [];
    private readonly Dictionary<(Type, int), List<AttachedFile>> attachments = [];

    public IReadOnlyList<T> All<T>() where T : Row => [.. Rows<T>().Cast<T>()];

    public T Save<T>(T row, PersonId by) where T : Row
    {
        var list = Rows<T>();
        var saved = row with
        {
            Id = row.Id > 0 ? row.Id : list.Count == 0 ? 1 : list.Max(r => r.Id) + 1,
            ETag = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            Created = list.Find(r => r.Id == row.Id)?.Created ?? (row.Created == default ? time.GetUtcNow() : row.Created),
            Modified = time.GetUtcNow(),
            Author = list.Find(r => r.Id == row.Id)?.Author ?? row.Author ?? by,
            Editor = by,
            WasThere = false,
        };
        var place = list.FindIndex(r => r.Id == saved.Id);
        if (place < 0) list.Add(saved);
        else list[place] = saved;
        History<T>(saved.Id).Insert(0, saved);
        return saved;
    }

    public void Delete<T>(int id) where T : Row => Rows<T>().RemoveAll(r => r.Id == id);

    public void Attach<T>(int id, AttachedFile file) where T : Row
    {
        if (!attachments.TryGetValue((typeof(T), id), out var files)) attachments[(typeof(T), id)] = files = [];
        files.Add(file);
    }

    public Task<Snapshot> ReadAsync(GroupList lists, CancellationToken ct) => calls.PassAsync("Lists.Read", () =>
    {
        var snapshot = new Snapshot { Memory = memory.Current };
        if (lists.HasFlag(GroupList.Meetings)) snapshot.With(All<Meeting>());
        if (lists.HasFlag(GroupList.AgendaItems)) snapshot.With(All<AgendaItem>());
        if (lists.HasFlag(GroupList.Initiatives)) snapshot.With(All<Initiative>());
        if (lists.HasFlag(GroupList.DecisionsActions)) snapshot.With(All<DecisionAction>());
        if (lists.HasFlag(GroupList.HorizonItems)) snapshot.With(All<HorizonItem>());
        if (lists.HasFlag(GroupList.LearningActivities)) snapshot.With(All<LearningActivity>());
        if (lists.HasFlag(GroupList.CommunicationItems)) snapshot.With(All<CommunicationItem>());
        if (lists.HasFlag(GroupList.ReportBacks)) snapshot.With(All<ReportBack>());
        if (lists.HasFlag(GroupList.Members)) snapshot.With(All<Member>());
        if (lists.HasFlag(GroupList.Organisation)) snapshot.With(All<OrganisationUnit>());
        if (lists.HasFlag(GroupList.Reports)) snapshot.With(All<Report>());
        if (lists.HasFlag(GroupList.Goals)) snapshot.With(All<Goal>());
        if (lists.HasFlag(GroupList.PublishedRecords)) snapshot.With(All<PublishedRecord>());
        if (lists.HasFlag(GroupList.Mailings)) snapshot.With(All<MailingRow>());
        return snapshot;
    });

    public Task<IReadOnlyList<T>> AddAsync<T>(IReadOnlyList<T> rows, CancellationToken ct) where T : Row =>
        calls.PassAsync<IReadOnlyList<T>>("Lists.Add", () => [.. rows.Select(AddOne)]);

    public Task<IReadOnlyList<T>> UpdateAsync<T>(IReadOnlyList<(T Before, T After)> changes, CancellationToken ct) where T : Row =>
        calls.PassAsync<IReadOnlyList<T>>("Lists.Update", () =>
        {
            var stale = changes.Where(c => !Same(c.Before, c.After) && Current<T>(c.Before.Id).ETag != c.Before.ETag).ToList();
            var saved = changes.Except(stale).Select(c => UpdateOne(c.Before, c.After)).ToList();
            return stale.Count == 0 ? saved : throw new RowChangedException($"{stale[0].Before.Name} was changed by somebody else.");
        });

    public Task<IReadOnlyList<T>> VersionsAsync<T>(int id, CancellationToken ct) where T : Row =>
        calls.PassAsync<IReadOnlyList<T>>("Lists.Versions", () => [.. History<T>(id).Cast<T>()]);

    public Task<IReadOnlyList<AttachedFile>> AttachmentsAsync<T>(int id, CancellationToken ct) where T : Row =>
        calls.PassAsync<IReadOnlyList<AttachedFile>>("Lists.Attachments", () => [.. attachments.GetValueOrDefault((typeof(T), id)) ?? []]);

    public Task ForgetVersionsAsync<T>(int id, CancellationToken ct) where T : Row => calls.PassAsync("Lists.ForgetVersions", () =>
    {
        var history = History<T>(id);
        if (history.Count > 1) calls.Wrote();
        history.RemoveRange(1, Math.Max(0, history.Count - 1));
        return 0;
    });

    public string FormUrl<T>(int id) where T : Row => $"https://trollhattan.example/sites/hallbarhet/Lists/{typeof(T).Name}/DispForm.aspx?ID={id}";

    public string ListUrl<T>() where T : Row => $"https://trollhattan.example/sites/hallbarhet/Lists/{typeof(T).Name}";

    private T AddOne<T>(T row) where T : Row
    {
        if (Existing(row) is { } there) return there with { WasThere = true };
        Check(row);
        calls.Wrote();
        return Save(row with { Id = 0 }, System);
    }

    private T UpdateOne<T>(T before, T after) where T : Row
    {
        if (Same(before, after)) return before;
        Check(after);
        calls.Wrote();
        return Save(after with { Id = before.Id }, System);
    }

    private T? Existing<T>(T row) where T : Row => All<T>().FirstOrDefault(r => row is MailingRow mail
        ? r is MailingRow other && other.MailKey == mail.MailKey
        : row.SourceKey is not null && r.SourceKey == row.SourceKey);

    private T Current<T>(int id) where T : Row =>
        All<T>().FirstOrDefault(r => r.Id == id) ?? throw new RowChangedException($"{typeof(T).Name}/{id} is gone.");

    private static void Check(Row row)
    {
        string?[] texts = row is Meeting m
            ? [row.Title, m.Place, m.FolderUrl, m.InvitedAs, m.EventId, m.AgendaApproval, m.NotesApproval]
            : [row.Title];
        if (texts.Any(t => t?.Length > 255)) throw new RefusedByServiceException($"A text of {row.Name} is longer than 255 characters.");
    }

    private static bool Same<T>(T one, T other) where T : Row => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private List<Row> Rows<T>() => tables.TryGetValue(typeof(T), out var list) ? list : tables[typeof(T)] = [];

    private List<Row> History<T>(int id) =>
        versions.TryGetValue((typeof(T), id), out var list) ? list : versions[(typeof(T), id)] = [];
}
