using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.DecisionsActions;

/// <summary>
/// Keeps the list of decisions and actions in order, and shows open actions on the board when Planner is on. The list is the truth:
/// only completion comes back from the board. With Planner off the list is kept the same way, without a board.
/// </summary>
public sealed class SyncActions(IGroupLists lists, ITaskBoard board, GroupSettings settings, TimeProvider time) : IGroupJob
{
    /// <summary>A task that was just created may be missing from the board's answer for a while.</summary>
    private static readonly TimeSpan BoardDelay = TimeSpan.FromMinutes(15);

    public string Name => "SyncActions";

    public GroupList Reads => GroupList.DecisionsActions | GroupList.Members | GroupList.Organisation | GroupList.Initiatives;

    public async Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var actions = snapshot.DecisionsActions;
        var tasks = settings.PlannerOn && actions.Any(BoardMatch.IsOfTheBoard) ? await board.ReadAsync(ct) : [];
        var byId = tasks.ToDictionary(t => t.Id);
        var orphans = BoardMatch.Orphans(actions, tasks);
        return [.. actions
            .Select(a => Work(snapshot, a, byId.GetValueOrDefault(a.PlannerTaskId ?? ""), orphans.GetValueOrDefault(a.Id)))
            .OfType<DueWork>()];
    }

    private DueWork? Work(Snapshot snapshot, DecisionAction row, BoardTask? task, BoardTask? orphan)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        task ??= orphan;
        var after = Mended(row, task, people) with { PlannerTaskId = orphan?.Id ?? row.PlannerTaskId };
        var creates = settings.PlannerOn && task is null && MustCreate(after);
        var wanted = task is null ? null : Wanted(after, task);
        if (after == row && !creates && wanted is null) return null;
        return new(row.Name, ct => DoAsync(snapshot, row, after, creates, task, wanted, ct)) { About = row };
    }

    /// <summary>The row as it should stand: message, completion from the board, day of completion.</summary>
    private DecisionAction Mended(DecisionAction row, BoardTask? task, GroupDirectory people)
    {
        // An open row that has a day of completion was reopened by somebody; then the board follows the list.
        var reopened = row is { Status: ActionStatus.Open, DoneOn: not null };
        if (task is { Done: true } && row.Status == ActionStatus.Open && !reopened) row = row with { Status = ActionStatus.Done };
        var isDone = row is { Kind: not DecisionActionKind.Decision, Status: ActionStatus.Done };
        return row with
        {
            DoneOn = isDone ? row.DoneOn ?? time.Today() : reopened ? null : row.DoneOn,
            SystemMessage = ActionProblems.MessageFor(row, people),
        };
    }

    /// <summary>The task as the list wants it, or null when it is so already.</summary>
    private static BoardTask? Wanted(DecisionAction row, BoardTask task)
    {
        if (row.Kind != DecisionActionKind.Action || row.Status is null) return null;
        var wanted = row.Status == ActionStatus.Open
            ? task with { Title = BoardMatch.TitleOf(row), DueOn = row.DueOn, Done = false }
            : task with { Done = true };
        return wanted == task ? null : wanted;
    }

    /// <summary>Also for a task that somebody removed from the board; but not for one that is only too new to be seen.</summary>
    private bool MustCreate(DecisionAction row) => !string.IsNullOrWhiteSpace(row.Title)
        && (BoardMatch.NeedsTask(row)
            || (row is { Kind: DecisionActionKind.Action, Status: ActionStatus.Open } && time.GetUtcNow() - row.Modified > BoardDelay));

    private async Task DoAsync(
        Snapshot snapshot, DecisionAction row, DecisionAction after, bool creates, BoardTask? task, BoardTask? wanted, CancellationToken ct)
    {
        if (wanted is not null) await board.UpdateAsync(task!, wanted, ct);
        if (creates) after = after with { PlannerTaskId = await CreateAsync(snapshot, after, ct) };
        try
        {
            await lists.UpdateAsync(row, after, ct);
        }
        catch (RowChangedException) when (creates)
        {
            await PointAtTaskAsync(row, after.PlannerTaskId, ct);
        }
    }

    /// <summary>Somebody changed the row while its task was created: without its id the next run would create another.</summary>
    private async Task PointAtTaskAsync(DecisionAction row, string? taskId, CancellationToken ct)
    {
        var fresh = (await lists.ReadAsync(GroupList.DecisionsActions, ct)).DecisionsActions.FirstOrDefault(a => a.Id == row.Id);
        if (fresh is not null) await lists.UpdateAsync(fresh, fresh with { PlannerTaskId = taskId }, ct);
    }

    private Task<string> CreateAsync(Snapshot snapshot, DecisionAction action, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var responsible = people.InService.FirstOrDefault(m => m.Person is not null && m.Person == action.Responsible);
        var details = string.IsNullOrWhiteSpace(action.Details) ? null : action.Details;
        return board.CreateAsync(
            BoardMatch.TitleOf(action), responsible?.Address?.Address, action.DueOn, BoardMatch.BucketOf(action, snapshot.Initiatives), details, ct);
    }
}
