namespace Hallbarhet.Tests.Building;

/// <summary>
/// Every call that a job makes to the outside passes here, so that a test can count them, cut one off before or after it
/// took effect, and ask whether anything was written.
/// </summary>
public sealed class PaperCalls
{
    private readonly List<string> log = [];

    /// <summary>Asked before the call takes effect; an exception is thrown instead of doing it.</summary>
    public Func<string, Exception?> Before { get; set; } = _ => null;

    /// <summary>Asked after the call took effect; an exception means that the answer was lost.</summary>
    public Func<string, Exception?> After { get; set; } = _ => null;

    /// <summary>Names of all calls, such as "Lists.Add" or "Mailbox.Send".</summary>
    public IReadOnlyList<string> Log => log;

    /// <summary>Rows, drafts, mails, files, events and tasks really written by jobs.</summary>
    public int Writes { get; private set; }

    public void Wrote(int things = 1) => Writes += things;

    public void Works() => Before = After = _ => null;

    public async Task<T> PassAsync<T>(string call, Func<T> work)
    {
        await Task.Yield();
        log.Add(call);
        if (Before(call) is { } refused) throw refused;
        var answer = work();
        return After(call) is { } lost ? throw lost : answer;
    }
}
