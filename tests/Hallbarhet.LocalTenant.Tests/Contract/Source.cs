using System.Runtime.CompilerServices;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Files of the repository, found from where this one was compiled.</summary>
internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Here([CallerFilePath] string path = "") => path;
}
