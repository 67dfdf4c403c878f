using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.DecisionsActions;

/// <summary>The group's Planner board, used only when Planner is on. The list is the truth; the board shows it.</summary>
public interface ITaskBoard
{
    Task<IReadOnlyList<BoardTask>> ReadAsync(CancellationToken ct);

    /// <summary>Creates a task and returns its id. The assignee is a user principal name or address; null for nobody.</summary>
    Task<string> CreateAsync(string title, string? assignee, DateOnly? dueOn, string bucket, string? details, CancellationToken ct);

    /// <summary>Writes title, due date and completion, whichever differ; throws <see cref="RowChangedException"/> when somebody was faster.</summary>
    Task UpdateAsync(BoardTask before, BoardTask after, CancellationToken ct);
}

/// <param name="ETag">Of the task, not of its details.</param>
public sealed record BoardTask(string Id, string ETag, string Title, DateOnly? DueOn, bool Done);
