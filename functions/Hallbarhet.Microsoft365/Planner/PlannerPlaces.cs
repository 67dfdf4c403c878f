using System.Collections.Concurrent;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Planner;

/// <summary>Where the board is: the group's plan, its buckets by name, people by address. Asked once and kept.</summary>
internal sealed class PlannerPlaces(Microsoft365Connection connection)
{
    /// <summary>As provisioning/workspace/planner/board.json names it.</summary>
    private const string PlanTitle = "Tavlan";

    private readonly ConcurrentDictionary<string, string> buckets = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string?> users = new(StringComparer.OrdinalIgnoreCase);
    private string? plan;

    public async Task<string> PlanAsync(CancellationToken ct)
    {
        if (plan is { } known) return known;
        var plans = await connection.Graph.Groups[await GroupAsync(ct)].Planner.Plans.GetAsync(cancellationToken: ct);
        return plan = plans?.Value?.FirstOrDefault(p => p.Title == PlanTitle)?.Id
            ?? throw new SetupProblemException($"The group has no plan called {PlanTitle}. Run apply to make it, or set Planner=Off.");
    }

    /// <summary>A bucket that nobody has made yet, such as a new working group's, is made behind the others.</summary>
    public async Task<string> BucketAsync(string name, CancellationToken ct)
    {
        if (buckets.TryGetValue(name, out var known)) return known;
        var planId = await PlanAsync(ct);
        var answer = await connection.Graph.Planner.Plans[planId].Buckets.GetAsync(cancellationToken: ct);
        foreach (var bucket in answer?.Value ?? [])
            if (bucket is { Name: { } title, Id: { } id }) buckets.TryAdd(title, id);
        if (buckets.TryGetValue(name, out var found)) return found;
        var last = answer?.Value?.Select(b => b.OrderHint).Max(StringComparer.Ordinal);
        var made = await connection.Graph.Planner.Buckets
            .PostAsync(new() { Name = name, PlanId = planId, OrderHint = $"{last} !" }, cancellationToken: ct);
        return buckets.GetOrAdd(name, made!.Id!);
    }

    /// <summary>Null for somebody without an account here: then the task is nobody's.</summary>
    public async Task<string?> UserAsync(string address, CancellationToken ct)
    {
        if (users.TryGetValue(address, out var known)) return known;
        try
        {
            var user = await connection.Graph.Users[address].GetAsync(c => c.QueryParameters.Select = ["id"], ct);
            return users[address] = user?.Id;
        }
        catch (Exception e) when (e is NotFoundException or RequestRejectedException)
        {
            return users[address] = null;
        }
    }

    /// <summary>A group's site has the group's mail nickname as the last part of its address.</summary>
    private async Task<string> GroupAsync(CancellationToken ct)
    {
        var nickname = connection.Options.SitePath[(connection.Options.SitePath.LastIndexOf('/') + 1)..];
        var groups = await connection.Graph.Groups.GetAsync(c =>
        {
            c.QueryParameters.Filter = $"mailNickname eq '{nickname.Replace("'", "''", StringComparison.Ordinal)}'";
            c.QueryParameters.Select = ["id"];
        }, ct);
        return groups?.Value?.FirstOrDefault()?.Id
            ?? throw new SetupProblemException($"There is no group with the mail nickname {nickname}. Check Microsoft365:SitePath.");
    }
}
