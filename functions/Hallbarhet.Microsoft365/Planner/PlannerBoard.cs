using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Planner;

/// <summary>
/// The group's board through Graph. Planner itself mails an assignee, so until mail is live a task has none.
/// </summary>
public sealed class PlannerBoard(Microsoft365Connection connection, MailPolicy policy) : ITaskBoard
{
    private const int Complete = 100;

    private readonly PortErrors errors = new(
        "Check that the group's plan is there (run apply) and that the service's identity has Tasks.ReadWrite.All "
        + "and GroupMember.Read.All, or set Planner=Off.");
    private readonly PlannerPlaces places = new(connection);
    private readonly HashSet<string> seen = [];

    public Task<IReadOnlyList<BoardTask>> ReadAsync(CancellationToken ct) => errors.Translate<IReadOnlyList<BoardTask>>(async () =>
    {
        var tasks = await AllAsync(ct);
        lock (seen)
            foreach (var task in tasks) seen.Add(task.Id!);
        return [.. tasks.Select(Seen)];
    });

    public Task<string> CreateAsync(
        string title, string? assignee, DateOnly? dueOn, string bucket, string? details, CancellationToken ct) =>
        errors.Translate(() => AddAsync(title, assignee, dueOn, bucket, details, ct));

    public Task UpdateAsync(BoardTask before, BoardTask after, CancellationToken ct) => errors.Translate(async () =>
    {
        if (before == after) return;
        var change = new PlannerTask();
        if (Cut(before.Title) != Cut(after.Title)) change.Title = Cut(after.Title);
        if (before.Done != after.Done) change.PercentComplete = after.Done ? Complete : 0;
        if (before.DueOn != after.DueOn && after.DueOn is not null) change.DueDateTime = Due(after.DueOn);
        if (before.DueOn is not null && after.DueOn is null) change.AdditionalData["dueDateTime"] = null!;
        await connection.Graph.Planner.Tasks[before.Id].PatchAsync(change, c => c.Headers.Add("If-Match", before.ETag), ct);
    });

    private async Task<string> AddAsync(
        string title, string? assignee, DateOnly? dueOn, string bucket, string? details, CancellationToken ct)
    {
        var id = await AddAsync(new PlannerTask
        {
            PlanId = await places.PlanAsync(ct),
            BucketId = await places.BucketAsync(bucket, ct),
            Title = Cut(title),
            DueDateTime = Due(dueOn),
            Assignments = await AssignedToAsync(assignee, ct),
        }, ct);
        lock (seen) seen.Add(id);
        if (!string.IsNullOrWhiteSpace(details)) await DescribeAsync(id, details, ct);
        return id;
    }

    private async Task<string> AddAsync(PlannerTask task, CancellationToken ct)
    {
        try
        {
            return (await connection.Graph.Planner.Tasks.PostAsync(task, cancellationToken: ct))!.Id!;
        }
        catch (Http.ServiceUnavailableException e) when (e.OutcomeUnknown)
        {
            // A task has no key of ours: the one that was not there before and looks like it is it.
            var made = (await AllAsync(ct)).FirstOrDefault(t =>
                t.Title == task.Title && t.BucketId == task.BucketId && t.DueDateTime == task.DueDateTime && IsNew(t.Id!));
            return made?.Id ?? throw new OutcomeUnknownException($"Whether a task was made is not known: {e.Message}", e);
        }
    }

    private bool IsNew(string id)
    {
        lock (seen) return !seen.Contains(id);
    }

    private async Task<List<PlannerTask>> AllAsync(CancellationToken ct)
    {
        var tasks = new List<PlannerTask>();
        var plan = connection.Graph.Planner.Plans[await places.PlanAsync(ct)].Tasks;
        for (var page = await plan.GetAsync(cancellationToken: ct); page is not null;)
        {
            tasks.AddRange(page.Value ?? []);
            if (page.OdataNextLink is not { } next) break;
            page = await plan.WithUrl(next).GetAsync(cancellationToken: ct);
        }

        return tasks;
    }

    /// <summary>
    /// The description is a resource of its own with its own ETag. The task is there already: going on without a description does
    /// less harm than an error after which the task is made again.
    /// </summary>
    private async Task DescribeAsync(string id, string text, CancellationToken ct)
    {
        try
        {
            var details = connection.Graph.Planner.Tasks[id].Details;
            var known = await details.GetAsync(cancellationToken: ct);
            await details.PatchAsync(new() { Description = text }, c => c.Headers.Add("If-Match", known!.ETag()), ct);
        }
        catch (Exception e) when (e is Http.ServiceUnavailableException or PreconditionFailedException or ConflictException)
        {
            // The list has the words, and the task's title leads to them.
        }
    }

    private async Task<PlannerAssignments?> AssignedToAsync(string? assignee, CancellationToken ct)
    {
        if (!policy.MailLive || string.IsNullOrWhiteSpace(assignee)) return null;
        if (policy.Allowed([new MailAddress("", assignee)]).Count == 0) return null;
        return await places.UserAsync(assignee, ct) is { } id
            ? new PlannerAssignments
            {
                AdditionalData = new Dictionary<string, object>
                {
                    [id] = new PlannerAssignment { OdataType = "#microsoft.graph.plannerAssignment", OrderHint = " !" },
                },
            }
            : null;
    }

    private static BoardTask Seen(PlannerTask task) => new(
        task.Id!, task.ETag(), task.Title ?? "",
        task.DueDateTime is { } due ? Stockholm.Date(due) : null,
        task.PercentComplete == Complete);

    /// <summary>Noon is the same day in every European zone, whatever the reader's summer time.</summary>
    private static DateTimeOffset? Due(DateOnly? day) =>
        day is { } d ? new DateTimeOffset(d.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) : null;

    private static string Cut(string title) => title.Length <= 255 ? title : title[..255];
}

internal static class PlannerETags
{
    public static string ETag(this Entity resource) =>
        resource.AdditionalData.TryGetValue("@odata.etag", out var etag) ? etag?.ToString() ?? "" : "";
}
