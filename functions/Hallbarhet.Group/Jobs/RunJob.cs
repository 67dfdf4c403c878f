namespace Hallbarhet.Group.Jobs;

/// <summary>
/// Runs one job: look, and only if something is due take the lease, look again and do it. One failing item never stops the
/// others; one that fails three runs in a row is parked with its reason on the row until somebody changes the row.
/// </summary>
public sealed class RunJob(IGroupLists lists, IJobMemory memory, GroupSettings settings, TimeProvider time)
{
    public const int RunsBeforeParking = 3;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    public async Task<JobResult> RunAsync(IGroupJob job, CancellationToken ct)
    {
        if (settings.JobsPaused) return Refused(job, "Jobs are paused (JobsPaused=true).");
        try
        {
            return await LookAndDoAsync(job, ct);
        }
        catch (JobException e)
        {
            return new() { Job = job.Name, Outcome = JobOutcome.Failed, Reason = e.Message, Failed = [new(job.Name, e.Message)] };
        }
    }

    private async Task<JobResult> LookAndDoAsync(IGroupJob job, CancellationToken ct)
    {
        var (first, snapshot) = await LookAsync(job, ct);
        if (snapshot.Memory.SchemaVersion != settings.SchemaVersion)
            return Refused(job, $"The workspace has version {Text(snapshot.Memory.SchemaVersion)}, this code knows version "
                                + $"{settings.SchemaVersion}. Run apply with the matching release; until then no job changes anything.");
        if (first.Count == 0) return new() { Job = job.Name, Outcome = JobOutcome.Idle };

        await using var lease = await memory.TryLeaseAsync(job.Name, LeaseTime, ct);
        if (lease is null) return new() { Job = job.Name, Outcome = JobOutcome.Busy };
        var (due, fresh) = await LookAsync(job, ct);
        return await DoAllAsync(job, due, fresh.Memory, ct);
    }

    private async Task<(IReadOnlyList<DueWork> Due, Snapshot Snapshot)> LookAsync(IGroupJob job, CancellationToken ct)
    {
        var snapshot = await lists.ReadAsync(job.Reads, ct);
        if (snapshot.Memory.SchemaVersion != settings.SchemaVersion) return ([], snapshot);
        var due = await job.FindDueAsync(snapshot, ct);
        return ([.. due.Where(d => !IsParked(job, d, snapshot.Memory))], snapshot);
    }

    private async Task<JobResult> DoAllAsync(IGroupJob job, IReadOnlyList<DueWork> due, JobMemory known, CancellationToken ct)
    {
        var run = new Run(job, known, time.GetUtcNow());
        foreach (var work in due) await run.DoAsync(work, ct);
        foreach (var (work, failure) in run.Parked) run.Changes[Key(job, work)] = await ShowAsync(work, failure, ct);
        if (run.Changes.Count > 0) await memory.RememberAsync(run.Changes, ct);
        return run.Result();
    }

    private static bool IsParked(IGroupJob job, DueWork work, JobMemory memory) =>
        memory.Failures.TryGetValue(Key(job, work), out var failure)
        && failure.Count >= RunsBeforeParking
        && (work.About is null || work.About.Modified <= failure.At);

    /// <summary>The row's message is in Swedish: people read it.</summary>
    private async Task<Failure> ShowAsync(DueWork work, Failure failure, CancellationToken ct)
    {
        if (work.About is not { Id: > 0 } row) return failure;
        try
        {
            var written = await ParkedRow.ShowAsync(lists, row, failure, ct);
            return failure with { At = written > failure.At ? written : failure.At };
        }
        catch (JobException)
        {
            // The row itself may be what cannot be written; the failure is in the job's result all the same.
            return failure;
        }
    }

    private static JobResult Refused(IGroupJob job, string reason) =>
        new() { Job = job.Name, Outcome = JobOutcome.Refused, Reason = reason };

    private static string Key(IGroupJob job, DueWork work) => $"{job.Name}/{work.Item}";

    private static string Text(int? version) => version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private sealed class Run(IGroupJob job, JobMemory known, DateTimeOffset now)
    {
        private readonly List<FailedItem> failed = [];
        private int done;
        private int skipped;

        public Dictionary<string, Failure?> Changes { get; } = [];

        public List<(DueWork Work, Failure Failure)> Parked { get; } = [];

        public async Task DoAsync(DueWork work, CancellationToken ct)
        {
            try
            {
                await work.Do(ct);
                done++;
                if (known.Failures.ContainsKey(Key(job, work))) Changes[Key(job, work)] = null;
            }
            catch (RowChangedException)
            {
                skipped++;
            }
            catch (Exception e) when (e is ServiceUnavailableException or SetupProblemException or OutcomeUnknownException)
            {
                failed.Add(new(work.Item, e.Message));
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                Count(work, e is JobException ? e.Message : $"{e.GetType().Name} in {job.Name}");
            }
        }

        private void Count(DueWork work, string message)
        {
            var before = known.Failures.GetValueOrDefault(Key(job, work))?.Count ?? 0;
            var failure = new Failure(before >= RunsBeforeParking ? 1 : before + 1, message, now);
            Changes[Key(job, work)] = failure;
            failed.Add(new(work.Item, message));
            if (failure.Count >= RunsBeforeParking) Parked.Add((work, failure));
        }

        public JobResult Result() => new()
        {
            Job = job.Name,
            Outcome = failed.Count == 0 ? JobOutcome.Done : done > 0 ? JobOutcome.Partial : JobOutcome.Failed,
            Done = done,
            Skipped = skipped,
            Failed = failed,
        };
    }
}
