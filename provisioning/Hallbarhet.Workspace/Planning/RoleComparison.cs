using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// SharePoint groups of the site and their people, who come from the group file. Somebody whom the file does not name is told about
/// and stays: people change roles during the year, and the strategists know.
/// </summary>
internal static class RoleComparison
{
    public static IEnumerable<Change> Changes(WorkspaceTarget target, WorkspaceState state)
    {
        if (state.SharePoint is { Groups: null } || (state.SharePoint is null && state.SiteId is not null))
            yield break;
        foreach (var group in target.Definition.Site.Groups)
        {
            var actual = AccessGroups.Find(state.SharePoint, group);
            if (actual is null)
                yield return Create(ChangeKind.Role, group.Key, "", $"\"{group.Title}\"", "rights are given to groups, never to single persons");
            foreach (var person in People(target, group).Where(person => actual?.Has(person.Upn!) != true && !state.IsUnknown(person.Upn!)))
                yield return Create(ChangeKind.Person, person.Key, group.Key, $"\"{person.Name}\"", $"the group file says {group.Role}");
        }
    }

    public static IEnumerable<string> Notes(WorkspaceTarget target, WorkspaceState state)
    {
        foreach (var group in target.Definition.Site.Groups)
        {
            var known = People(target, group).Select(person => '|' + person.Upn!).ToList();
            foreach (var login in AccessGroups.Find(state.SharePoint, group)?.Logins ?? [])
            {
                if (!known.Any(upn => login.EndsWith(upn, StringComparison.OrdinalIgnoreCase)))
                    yield return $"role {group.Key}: {login.Split('|')[^1]} stands in the group but has not the role {group.Role} in the group file";
            }
        }
    }

    private static IEnumerable<MemberEntry> People(WorkspaceTarget target, SiteGroupDefinition group) =>
        target.Group.Members.Where(member => member.Role == group.Role && member.Upn is not null);

    private static Change Create(ChangeKind kind, string name, string within, string value, string why) =>
        new() { Verb = ChangeVerb.Create, Kind = kind, Name = name, Within = within, New = value, Why = why };
}
