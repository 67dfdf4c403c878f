using Hallbarhet.Workspace.Definition;
using Shouldly;

namespace Hallbarhet.Tests.Workspace;

/// <summary>A copy of the workspace's data in which one thing can be spoilt.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workspace-data-");

    public DataFolder()
    {
        foreach (var file in Directory.GetFiles(WorkspaceFolder.Default, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path(System.IO.Path.GetRelativePath(WorkspaceFolder.Default, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path(string file) => System.IO.Path.Combine(folder.FullName, file);

    /// <summary>Replaces the first occurrence and returns the line, counted from 1, where it stood.</summary>
    public int Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Path(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} does not hold {old}");
        File.WriteAllText(Path(file), text[..at] + replacement + text[(at + old.Length)..]);
        return text[..at].Count(letter => letter == '\n') + 1;
    }

    /// <summary>Replaces every occurrence.</summary>
    public void ReplaceAll(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Path(file));
        text.ShouldContain(old);
        File.WriteAllText(Path(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public string Folder => folder.FullName;

    public DefinitionProblem OnlyProblem() => Should.Throw<DefinitionException>(() => WorkspaceFolder.Load(folder.FullName)).Problems.ShouldHaveSingleItem();

    public DefinitionProblem OnlyGroupProblem() =>
        Should.Throw<DefinitionException>(() => WorkspaceFolder.LoadGroup(Path("group.example.json"))).Problems.ShouldHaveSingleItem();

    public WorkspaceDefinition Load() => WorkspaceFolder.Load(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
