using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>
/// The tenant as it was some time ago: a second state in which every write is done again once it is old enough. Because a write
/// repeats exactly, what is read here is what would have been read then, ids and etags included.
/// </summary>
internal sealed class Replica
{
    private readonly Lock gate = new();
    private readonly TenantState source;
    private readonly Journal journal;
    private readonly Restoration restoration;
    private int done;

    public Replica(TenantState source, Journal journal)
    {
        (this.source, this.journal) = (source, journal);
        var state = new TenantState(source.Options, source.Wire) { Address = source.Address, ContentAddress = source.ContentAddress };
        state.Handouts.ShareDownloads(source.Handouts);
        Pipeline = new(state, null);
        restoration = new(state, Pipeline);
    }

    public Pipeline Pipeline { get; }

    /// <summary>Does the writes that are at least so old; false when none is held back, so that reading here makes no difference.</summary>
    public bool CatchUp(TimeSpan age)
    {
        lock (gate)
        {
            var until = source.Wire.GetUtcNow() - age;
            foreach (var write in journal.From(done).TakeWhile(w => w.At <= until))
            {
                restoration.Redo(write);
                done++;
            }
            return done < journal.Count;
        }
    }
}
