namespace Hallbarhet.Microsoft365.Http;

/// <summary>Work whose parts do not need each other.</summary>
internal static class SideBySide
{
    public static async Task RunAsync(Microsoft365Options options, params IEnumerable<Func<Task>> parts)
    {
        if (!options.OneAtATime)
        {
            await Task.WhenAll(parts.Select(part => part()));
            return;
        }
        foreach (var part in parts)
            await part();
    }
}
