using System.Text.Json.Nodes;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Drift;

/// <summary>Takes what people changed of a column into the data. What is gone from the site cannot be taken over: jobs need it.</summary>
public sealed record Adoption
{
    /// <summary>What stands in the data now.</summary>
    public required IReadOnlyList<string> Taken { get; init; }

    /// <summary>What has to be restored, or decided by hand, and why.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <param name="folder">The folder with the workspace's data; its files are rewritten.</param>
    /// <param name="report">What drifted.</param>
    /// <param name="state">The site.</param>
    /// <exception cref="DefinitionException">The data would not hold together with it; the files are as they were.</exception>
    public static Adoption Into(string folder, DriftReport report, WorkspaceState state)
    {
        var definition = WorkspaceFolder.Load(folder);
        var before = new Dictionary<string, string>();
        List<string> taken = [], left = [];
        foreach (var item in report.Items)
        {
            var (list, column) = Find(definition, state, item.Path);
            if (column is null)
                left.Add($"{item.Path}: only what a column is like can be taken over. Put it back with restore, or change the data by hand.");
            else
            {
                Write(folder, list!, column, before);
                taken.Add(item.Path);
            }
        }
        try
        {
            _ = WorkspaceFolder.Load(folder);
        }
        catch (DefinitionException)
        {
            foreach (var (path, text) in before)
                File.WriteAllText(path, text);
            throw;
        }
        return new Adoption { Taken = taken, Left = left };
    }

    private static (ListDefinition? List, ColumnState? Column) Find(WorkspaceDefinition definition, WorkspaceState state, string path)
    {
        if (path.Split(' ', '/') is not ["column", var list, var column])
            return (null, null);
        return (definition.Lists.FirstOrDefault(candidate => candidate.Name == list), state.List(list)?.Column(column));
    }

    private static void Write(string folder, ListDefinition list, ColumnState actual, Dictionary<string, string> before)
    {
        var path = Path.Combine(folder, list.IsLibrary ? "libraries" : "lists", list.Key + ".json");
        var text = File.ReadAllText(path);
        before.TryAdd(path, text);
        var file = JsonNode.Parse(text)!.AsObject();
        ListData.Set(file["columns"]!.AsArray().Single(column => column!["name"]!.GetValue<string>() == actual.Name)!.AsObject(), actual);
        File.WriteAllText(path, DataText.Of(file));
    }
}
