using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Creates the group when the group file asks for it, and waits until its site is there.</summary>
internal static class GroupChanges
{
    /// <summary>Owners and members that one request may carry.</summary>
    private const int MostPeopleAtOnce = 20;
    private const int SiteAttempts = 30;
    private static readonly TimeSpan SitePause = TimeSpan.FromSeconds(4);

    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        foreach (var change in step.Of(ChangeKind.Group))
        {
            await step.TryAsync(change, async () =>
            {
                var id = step.State.GroupId ?? await CreateAsync(step, cancellationToken);
                await WaitForSiteAsync(step, id, cancellationToken);
            });
        }
    }

    private static async Task<string> CreateAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var group = step.Target.Group;
        var accounts = await AccountsAsync(step, cancellationToken);
        var owners = Known(step).Where(member => member.Role == MemberEntry.Strategist).Select(member => accounts[member.Upn!]).ToList();
        // Communicators have a group of their own on the site, with fewer rights.
        var members = Known(step).Where(member => member.Role != MemberEntry.Communicator)
            .Select(member => accounts[member.Upn!]).Take(MostPeopleAtOnce - owners.Count).ToList();
        var created = await step.Graph.Groups.PostAsync(new Models.Group
        {
            DisplayName = group.DisplayName,
            MailNickname = group.MailNickname,
            MailEnabled = true,
            SecurityEnabled = false,
            GroupTypes = ["Unified"],
            Visibility = "Private",
            AdditionalData = new Dictionary<string, object>
            {
                ["owners@odata.bind"] = Links(step, owners),
                ["members@odata.bind"] = Links(step, members),
                // Only at creation can the service be told not to write to everybody.
                ["resourceBehaviorOptions"] = new List<string> { "WelcomeEmailDisabled", "SubscribeMembersToCalendarEventsDisabled" },
            },
        }, null, cancellationToken);
        return created?.Id ?? throw new RequestRejectedException("The group was created without an id.");
    }

    private static async Task<Dictionary<string, string>> AccountsAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var batch = new GraphBatch(step.Connection);
        var parts = Known(step).Select(member => member.Upn!).Distinct()
            .Select(upn => (Upn: upn, Part: batch.Add(step.Graph.Users[upn].ToGetRequestInformation(c => c.QueryParameters.Select = ["id"]),
                Models.User.CreateFromDiscriminatorValue)))
            .ToList();
        await batch.SendAsync(cancellationToken);
        return parts.ToDictionary(entry => entry.Upn, entry => entry.Part.Value.Id!);
    }

    private static IEnumerable<MemberEntry> Known(ApplyStep step) =>
        step.Target.Group.Members.Where(member => member.Upn is { } upn && !step.State.IsUnknown(upn));

    private static List<string> Links(ApplyStep step, IEnumerable<string> ids) =>
        [.. ids.Select(id => $"{step.Connection.Options.GraphBaseUrl.ToString().TrimEnd('/')}/users/{id}")];

    /// <summary>The service makes the site some time after the group.</summary>
    private static async Task WaitForSiteAsync(ApplyStep step, string groupId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _ = await step.Graph.Groups[groupId].Sites["root"].GetAsync(null, cancellationToken);
                return;
            }
            catch (NotFoundException) when (attempt < SiteAttempts)
            {
                await Task.Delay(SitePause, step.Connection.WallClock, cancellationToken);
            }
            catch (NotFoundException)
            {
                throw new ServiceUnavailableException($"The group's site is not there after {SiteAttempts * SitePause.TotalSeconds:0} s. Apply again later.");
            }
        }
    }
}
