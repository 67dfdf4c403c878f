using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>The example group file with a change, in a file of its own.</summary>
internal sealed class DataFileCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("group-file-");

    public DataFileCopy(Func<string, string> change)
    {
        Path = System.IO.Path.Combine(folder.FullName, "group.json");
        File.WriteAllText(Path, change(File.ReadAllText(WorkspaceFolder.ExampleGroup)));
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
