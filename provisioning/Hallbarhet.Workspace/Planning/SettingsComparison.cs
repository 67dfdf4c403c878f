using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// List settings that jobs rely on: versions tell who approved, and every member sees every row.
/// </summary>
internal static class SettingsComparison
{
    public static IEnumerable<Change> Changes(WorkspaceTarget target, WorkspaceState state, ListDefinition list)
    {
        var details = state.Details(list.Name);
        if (details is null && state.List(list.Name) is not null)
            yield break;
        var wanted = Words(true, target.Definition.Site.Versions, false, false, 1, 1);
        var actual = details is null ? null : Words(details.Versioning, details.Versions, details.MinorVersions, details.Moderation, details.ReadSecurity, details.WriteSecurity);
        if (actual == wanted)
            yield break;
        yield return new Change
        {
            Verb = actual is null ? ChangeVerb.Create : ChangeVerb.Update,
            Kind = ChangeKind.Settings,
            Name = list.Name,
            Old = actual,
            New = wanted,
            Why = "versions tell who approved, and everybody sees every row",
        };
    }

    private static string Words(bool versioning, int versions, bool drafts, bool approval, int read, int write) =>
        (versioning ? $"{versions} versions" : "no versions") + (drafts ? ", drafts" : "") + (approval ? ", content approval" : "")
        + (read == 1 ? "" : ", people read only their own rows") + (write switch { 1 => "", 2 => ", people edit only their own rows", _ => ", nobody edits" });
}
