using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>The groups that the data gives rights to, and their numbers on this site.</summary>
internal sealed class AccessGroups
{
    private readonly Dictionary<string, int?> ids;

    public AccessGroups(WorkspaceTarget target, WorkspaceState state)
    {
        var site = state.SharePoint;
        ids = target.Definition.Site.Groups.ToDictionary(group => group.Key, group => Find(site, group)?.Id);
        ids[SiteGroupDefinition.Owners] = site?.Owners;
        ids[SiteGroupDefinition.Members] = site?.Members;
    }

    public IEnumerable<string> Keys => ids.Keys;

    public static SiteGroupState? Find(SharePointState? site, SiteGroupDefinition group) =>
        site?.Groups?.FirstOrDefault(candidate => string.Equals(candidate.Title, group.Title, StringComparison.OrdinalIgnoreCase));

    public int? Id(string key) => ids[key];

    public string? Key(int principal) => ids.FirstOrDefault(id => id.Value == principal).Key;

    public IReadOnlyList<AccessLevel> Has(AccessScope scope, string key) =>
        scope.Actual?.FirstOrDefault(right => right.Principal == Id(key)) is { } right ? AccessComparison.Real(right.Levels) : [];
}
