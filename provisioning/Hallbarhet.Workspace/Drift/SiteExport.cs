using System.Text.Json.Nodes;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Drift;

/// <summary>
/// The lists of a site as data, which plans to nothing against that same site. What the site cannot tell, such as views' conditions,
/// pages and menu, is taken from the data that it is compared with.
/// </summary>
public static class SiteExport
{
    /// <param name="from">The folder with the workspace's data.</param>
    /// <param name="to">A new folder.</param>
    /// <param name="state">The site.</param>
    /// <returns>What could not be described, and why.</returns>
    public static IReadOnlyList<string> Write(string from, string to, WorkspaceState state)
    {
        foreach (var file in Directory.GetFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        var definition = WorkspaceFolder.Load(from);
        List<string> skipped = [];
        var order = definition.Lists.Max(list => list.Order);
        foreach (var list in state.Lists.Where(list => list.IsOrdinary))
        {
            var known = definition.Lists.FirstOrDefault(candidate => candidate.Name == list.Name);
            if (known is null && !ListData.IsName(list.Name))
                skipped.Add($"list \"{list.Title}\": its address \"{list.Name}\" is no internal name that the data may have");
            else
                WriteList(to, list, known, known?.Order ?? ++order, skipped);
        }
        return skipped;
    }

    private static void WriteList(string folder, ListState list, ListDefinition? known, int order, List<string> skipped)
    {
        var path = Path.Combine(folder, list.IsLibrary ? "libraries" : "lists", $"{known?.Key ?? ListData.Key(list.Name)}.json");
        var file = known is null ? ListData.Of(list, order) : JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        file["title"] = list.Title;
        var columns = file["columns"]!.AsArray();
        foreach (var column in columns.Select(column => column!.AsObject()).ToList())
        {
            if (list.Column(column["name"]!.GetValue<string>()) is not { } actual)
                columns.Remove(column);
            else if (known!.Column(actual.Name) is { } before)
                Update(column, before, actual);
        }
        foreach (var own in list.Columns.Where(ListData.IsOwn).Where(own => known is not null && known.Column(own.Name) is null))
            columns.Add(ListData.Column(own));
        skipped.AddRange(list.Columns.Where(column => !column.IsBuiltIn && known?.Column(column.Name) is null && !ListData.IsOwn(column))
            .Select(column => $"column {list.Name}/{column.Name}: the data cannot describe its name or kind"));
        File.WriteAllText(path, DataText.Of(file));
    }

    /// <summary>What is alike stays as somebody wrote it.</summary>
    private static void Update(JsonObject column, ColumnDefinition known, ColumnState actual)
    {
        if (ColumnWords.Of(known) != ColumnWords.Of(actual, known))
            ListData.Set(column, actual);
        column["title"] = actual.Title;
    }
}
