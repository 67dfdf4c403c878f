using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// Rights of the groups that the data names, on the site and on lists with rights of their own. Owners keep full control.
/// Anybody else who was given something is told about and left alone.
/// </summary>
internal static class AccessComparison
{
    /// <summary>Name under which the site's own rights stand in a plan.</summary>
    public const string Site = "site";

    private const string AsTheSite = "as the site";

    public static IEnumerable<Change> Changes(WorkspaceTarget target, WorkspaceState state)
    {
        var groups = new AccessGroups(target, state);
        return Scopes(target, state).Where(scope => scope.CanSee && !IsRight(scope, groups)).Select(scope => new Change
        {
            Verb = scope.Exists ? ChangeVerb.Update : ChangeVerb.Create,
            Kind = ChangeKind.Access,
            Name = scope.Name,
            Old = scope.Exists ? Words(scope, groups) : null,
            New = scope.Wanted is null ? AsTheSite : Words(scope.Wanted.ToDictionary(right => right.Key, right => (IReadOnlyList<AccessLevel>)[right.Value])),
            Why = "people shall neither lose columns by mistake nor change what was sent",
        });
    }

    public static IEnumerable<string> Notes(WorkspaceTarget target, WorkspaceState state)
    {
        var groups = new AccessGroups(target, state);
        foreach (var scope in Scopes(target, state).Where(scope => scope.Name != Site))
        {
            foreach (var other in scope.Actual?.Where(right => groups.Key(right.Principal) is null && Real(right.Levels).Count > 0) ?? [])
                yield return $"access {scope.Name}: {other.Name} has {Levels(other.Levels)} beside what the data says; see whether that is meant";
        }
    }

    /// <summary>The steps that make a scope right; null while a group that it names is not there yet.</summary>
    public static IReadOnlyList<SharePointStep>? Steps(WorkspaceTarget target, WorkspaceState state, string name)
    {
        var groups = new AccessGroups(target, state);
        var scope = Scopes(target, state).Single(candidate => candidate.Name == name);
        if (!scope.Exists || scope.Wanted?.Keys.Any(key => groups.Id(key) is null) == true)
            return null;
        if (scope.Wanted is null)
            return [new SharePointStep.RestoreInheritance(scope.ListId!)];
        List<SharePointStep> steps = scope.Inherits ? [new SharePointStep.BreakInheritance(scope.ListId!)] : [];
        foreach (var key in groups.Keys)
        {
            var has = scope.Inherits ? [] : groups.Has(scope, key);
            AccessLevel? wanted = scope.Wanted.TryGetValue(key, out var level) ? level : null;
            if (wanted is { } missing && !has.Contains(missing))
                steps.Add(new SharePointStep.Grant(scope.ListId, groups.Id(key)!.Value, missing));
            steps.AddRange(has.Where(other => other != wanted).Select(other => new SharePointStep.Revoke(scope.ListId, groups.Id(key)!.Value, other)));
        }
        return steps;
    }

    private static bool IsRight(AccessScope scope, AccessGroups groups)
    {
        if (scope.Wanted is null || scope.Inherits || !scope.Exists)
            return scope.Wanted is null && (scope.Inherits || !scope.Exists);
        return groups.Keys.All(key => groups.Has(scope, key).SequenceEqual(scope.Wanted.TryGetValue(key, out var level) ? [level] : []));
    }

    private static IEnumerable<AccessScope> Scopes(WorkspaceTarget target, WorkspaceState state)
    {
        yield return new AccessScope(Site, null, WithOwners(target.Definition.Site.Access))
        {
            Exists = state.SharePoint is not null,
            CanSee = state.SharePoint is null ? state.SiteId is null : state.SharePoint.Access is not null,
            Actual = state.SharePoint?.Access,
        };
        foreach (var list in target.Definition.Lists)
        {
            var details = state.Details(list.Name);
            yield return new AccessScope(list.Name, state.List(list.Name)?.Id, list.Access is { } access ? WithOwners(access) : null)
            {
                Exists = details is not null,
                CanSee = state.List(list.Name) is null || (details is not null && (!details.OwnAccess || list.Access is null || details.Access is not null)),
                Inherits = details?.OwnAccess == false,
                Actual = details?.Access,
            };
        }
    }

    private static Dictionary<string, AccessLevel> WithOwners(IReadOnlyDictionary<string, AccessLevel> access) =>
        new(access) { [SiteGroupDefinition.Owners] = AccessLevel.Full };

    private static string Words(AccessScope scope, AccessGroups groups) => scope.Inherits
        ? AsTheSite
        : Words(groups.Keys.Select(key => (Key: key, Levels: groups.Has(scope, key))).Where(right => right.Levels.Count > 0).ToDictionary(right => right.Key, right => right.Levels));

    private static string Words(Dictionary<string, IReadOnlyList<AccessLevel>> rights) =>
        string.Join(", ", rights.OrderBy(right => right.Key, StringComparer.Ordinal).Select(right => $"{right.Key} {Levels(right.Value)}"));

    private static string Levels(IReadOnlyList<AccessLevel> levels) =>
        string.Join(" and ", Real(levels).Select(level => level.ToString().ToLowerInvariant()));

    internal static List<AccessLevel> Real(IReadOnlyList<AccessLevel> levels) => [.. levels.Where(level => level != AccessLevel.Other)];
}

/// <summary>The site, or a list, and who may do what there.</summary>
/// <param name="Name">Internal name of the list, or <see cref="AccessComparison.Site"/>.</param>
/// <param name="ListId">Null for the site and for a list that is not there.</param>
/// <param name="Wanted">By group key; null where a list shall do as the site does.</param>
internal sealed record AccessScope(string Name, string? ListId, IReadOnlyDictionary<string, AccessLevel>? Wanted)
{
    public required bool Exists { get; init; }

    public required bool CanSee { get; init; }

    public bool Inherits { get; init; }

    public IReadOnlyList<Assignment>? Actual { get; init; }
}
