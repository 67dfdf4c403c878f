using System.Runtime.CompilerServices;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Files of this repository, found from where this source stands.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(string path) => Path.Combine(Root, path);

    public static string Text(string path) => System.IO.File.ReadAllText(File(path));

    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(File(folder), pattern, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string Find([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
}
