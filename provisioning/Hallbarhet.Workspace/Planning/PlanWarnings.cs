using System.Globalization;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>What IT has to know or do before an apply, and what the program cannot do for them.</summary>
internal static class PlanWarnings
{
    /// <summary>SharePoint's number of "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna".</summary>
    private const int StockholmTime = 4;

    private const int Swedish = 1053;

    private const int MostNamedSingly = 3;

    public static IEnumerable<string> Of(WorkspaceTarget target, WorkspaceState state) =>
        People(target, state).Concat(Owners(target, state)).Concat(Group(state)).Concat(Regional(state.SharePoint)).Concat(Unseen(target, state));

    private static IEnumerable<string> People(WorkspaceTarget target, WorkspaceState state)
    {
        var unknown = target.Group.Members.Where(member => member.Upn is { } upn && state.IsUnknown(upn)).ToList();
        if (unknown.Count > MostNamedSingly)
            return [$"people: there are no accounts for {string.Join(", ", unknown.Select(member => member.Upn))}; what concerns them is left out. Correct the group file, or leave out \"upn\"."];
        return unknown.Select(member => $"person {member.Key}: there is no account {member.Upn}; what concerns it is left out. Correct the group file, or leave out \"upn\".");
    }

    /// <summary>The service makes no site for a group that an application creates without an owner.</summary>
    private static IEnumerable<string> Owners(WorkspaceTarget target, WorkspaceState state)
    {
        if (state is { SiteId: null, GroupId: null } && !target.Group.Members.Any(member => member is { Role: MemberEntry.Strategist, Upn: { } upn } && !state.IsUnknown(upn)))
            yield return "group: no strategist of the group file has an account, so it would be made without an owner and perhaps never get its site. Give a strategist an account first.";
    }

    private static IEnumerable<string> Group(WorkspaceState state)
    {
        if (state.Group is not { } group)
            yield break;
        if (group.Owners < 2)
            yield return $"group: it has {(group.Owners == 1 ? "only one owner" : "no owner")}. Add another, or nobody can add members when that person leaves.";
        if (group.Expires is { } day)
            yield return string.Create(CultureInfo.InvariantCulture, $"group: it expires on {day:yyyy-MM-dd} with its site and everything in it. Have an owner renew it before.");
    }

    /// <summary>There is no documented way to write these, so they are read back and asked for.</summary>
    private static IEnumerable<string> Regional(SharePointState? site)
    {
        if (site?.TimeZone is { } zone and not StockholmTime)
            yield return $"site: its time zone is number {zone}, not {StockholmTime} (Stockholm). IT sets it by hand: Site settings, Regional settings.";
        if (site?.Locale is { } locale and not Swedish)
            yield return $"site: its locale is {locale}, not {Swedish} (Swedish). IT sets it by hand: Site settings, Regional settings.";
    }

    private static IEnumerable<string> Unseen(WorkspaceTarget target, WorkspaceState state)
    {
        if (state.SharePoint is not { } site)
            yield break;
        List<string> unseen = [];
        if (site.Access is null)
            unseen.Add("rights");
        if (site.Groups is null)
            unseen.Add("groups");
        if (site.Menu is null)
            unseen.Add("menu");
        if (target.Definition.Lists.Any(list => state.List(list.Name) is not null && state.Details(list.Name) is null))
            unseen.Add("list settings and views");
        if (unseen.Count > 0)
            yield return $"this identity may not see: {string.Join(", ", unseen)}. They are left out of the plan; plan with the setup identity to compare them.";
    }
}
