using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Tests.Building;

public sealed class PaperFiles(PaperCalls calls) : IGroupFiles
{
    private readonly Dictionary<(GroupLibrary, string), byte[]> files = [];
    private readonly HashSet<(GroupLibrary, string)> folders = [];

    /// <summary>As "MeetingDocuments/2026-03-12 Möte 3".</summary>
    public IReadOnlyList<string> Folders => [.. folders.Select(f => $"{f.Item1}/{f.Item2}").Order(StringComparer.Ordinal)];

    /// <summary>As "Drafts/Dagordning 2026-03-12.docx".</summary>
    public IReadOnlyList<string> Names => [.. files.Keys.Select(f => $"{f.Item1}/{f.Item2}").Order(StringComparer.Ordinal)];

    /// <summary>SharePoint rewrites Office files on upload; a test may do so too.</summary>
    public Func<byte[], byte[]> OnUpload { get; set; } = content => content;

    /// <summary>The PDF of a Word file; null when the service cannot convert.</summary>
    public Func<byte[], byte[]?> ToPdf { get; set; } = content => [.. "%PDF-"u8, .. content];

    public byte[]? Content(GroupLibrary library, string path) => files.GetValueOrDefault((library, path));

    /// <summary>A person saves a file, for example a draft that was written in.</summary>
    public void Put(GroupLibrary library, string path, byte[] content) => files[(library, path)] = content;

    public Task<string> EnsureFolderAsync(GroupLibrary library, string folder, CancellationToken ct) =>
        calls.PassAsync("Files.EnsureFolder", () =>
        {
            if (folders.Add((library, folder))) calls.Wrote();
            return Url(library, folder);
        });

    public Task<StoredFile> SaveAsync(GroupLibrary library, string path, byte[] content, CancellationToken ct) =>
        calls.PassAsync("Files.Save", () =>
        {
            files[(library, path)] = OnUpload(content);
            calls.Wrote();
            return new StoredFile($"{library}/{path}", Url(library, path));
        });

    public Task<byte[]?> ReadAsync(GroupLibrary library, string path, CancellationToken ct) =>
        calls.PassAsync("Files.Read", () => Content(library, path));

    public Task<IReadOnlyList<string>> PathsAsync(GroupLibrary library, CancellationToken ct) =>
        calls.PassAsync<IReadOnlyList<string>>("Files.Paths", () => [.. files.Keys.Where(f => f.Item1 == library).Select(f => f.Item2).Order(StringComparer.Ordinal)]);

    public Task<byte[]?> ReadAsPdfAsync(GroupLibrary library, string path, CancellationToken ct) =>
        calls.PassAsync("Files.ReadAsPdf", () => Content(library, path) is { } content ? ToPdf(content) : null);

    private static string Url(GroupLibrary library, string path) =>
        $"https://trollhattan.example/sites/hallbarhet/{library}/{Uri.EscapeDataString(path)}";
}

public sealed class PaperBoard(PaperCalls calls) : ITaskBoard
{
    private readonly Dictionary<string, BoardTask> tasks = [];
    private readonly Dictionary<string, (string? Assignee, string Bucket, string? Details)> facts = [];

    public IReadOnlyList<BoardTask> Tasks => [.. tasks.Values];

    public (string? Assignee, string Bucket, string? Details) FactsOf(string id) => facts[id];

    /// <summary>Somebody ticks or changes the task on the board.</summary>
    public void Change(string id, Func<BoardTask, BoardTask> change) => tasks[id] = change(tasks[id]) with { ETag = NewTag() };

    public Task<IReadOnlyList<BoardTask>> ReadAsync(CancellationToken ct) =>
        calls.PassAsync<IReadOnlyList<BoardTask>>("Board.Read", () => [.. tasks.Values]);

    public Task<string> CreateAsync(string title, string? assignee, DateOnly? dueOn, string bucket, string? details, CancellationToken ct) =>
        calls.PassAsync("Board.Create", () =>
        {
            var task = new BoardTask($"task-{tasks.Count + 1}", NewTag(), title, dueOn, false);
            tasks[task.Id] = task;
            facts[task.Id] = (assignee, bucket, details);
            calls.Wrote();
            return task.Id;
        });

    public Task UpdateAsync(BoardTask before, BoardTask after, CancellationToken ct) => calls.PassAsync("Board.Update", () =>
    {
        if (!tasks.TryGetValue(before.Id, out var now) || now.ETag != before.ETag) throw new RowChangedException("The task was changed.");
        if (before != after) calls.Wrote();
        tasks[before.Id] = after with { ETag = NewTag() };
        return 0;
    });

    private static string NewTag() => Guid.NewGuid().ToString();
}
