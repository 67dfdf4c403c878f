using System.Text.Json;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Backup;

/// <summary>Writes every list with its rows into a folder, a file a list. Documents are not among them: libraries have their own versions.</summary>
public sealed class BackUpRows(IWorkspaceSite site, IWorkspaceRows rows)
{
    private const string Folder = "items";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>How many rows were written.</returns>
    public async Task<int> WriteAsync(WorkspaceTarget target, string folder, CancellationToken cancellationToken)
    {
        var state = await site.ReadAsync(target, null, cancellationToken);
        var lists = await rows.ReadAsync(state, [.. state.Lists.Where(list => list is { IsOrdinary: true, IsLibrary: false })], cancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        foreach (var list in lists)
            await File.WriteAllTextAsync(Path.Combine(folder, Folder, list.Name + ".json"), JsonSerializer.Serialize(list, Json) + "\n", cancellationToken);
        return lists.Sum(list => list.Rows.Count);
    }

    /// <exception cref="WorkspaceRefusedException">The folder holds no rows, or a file is no backup.</exception>
    internal static IReadOnlyList<ListBackup> Read(string folder)
    {
        var from = Path.Combine(folder, Folder);
        if (!Directory.Exists(from))
            throw new WorkspaceRefusedException($"{folder} holds no rows. Name a folder that export --items wrote.");
        return [.. Directory.GetFiles(from, "*.json").Order(StringComparer.Ordinal).Select(Parse)];
    }

    private static ListBackup Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ListBackup>(File.ReadAllText(file), Json)!;
        }
        catch (JsonException error)
        {
            throw new WorkspaceRefusedException($"{file} is no backup of a list: {error.Message}");
        }
    }
}
