namespace Hallbarhet.LocalTenant.Lists;

/// <summary>
/// Counts changes of lists' columns. A request notes the count when it comes in; if its list's columns were changed between then and
/// its turn, the two overlapped and SharePoint would have refused the second with "Save Conflict".
/// </summary>
internal static class SchemaClock
{
    private static long changes;

    public static long Now => Interlocked.Read(ref changes);

    public static long Tick() => Interlocked.Increment(ref changes);
}
