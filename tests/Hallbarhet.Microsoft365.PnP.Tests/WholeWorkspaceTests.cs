using System.Globalization;
using System.Text;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Provisioning;
using Hallbarhet.Tests.Provisioning;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Microsoft365.PnP.Tests;

/// <summary>The group's whole workspace, applied and planned through PnP.Core and through REST.</summary>
public sealed class WholeWorkspaceTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_PnP_Core_makes_is_what_REST_makes_and_neither_finds_anything_to_do()
    {
        await using var one = await Tenant.StartAsync();
        await using var other = await Tenant.StartAsync();
        using var rest = Open(one, SharePointClient.Rest);
        using var pnp = Open(other, SharePointClient.Pnp);

        await ApplyAsync(rest);
        await ApplyAsync(pnp);

        (await DumpAsync(pnp)).ShouldBe(await DumpAsync(rest));
        foreach (var tenant in (Tenant[])[one, other])
        {
            foreach (var client in Enum.GetValues<SharePointClient>())
            {
                using var planner = Open(tenant, client);
                (await planner.PlanAsync(Cancellation)).IsEmpty.ShouldBeTrue($"{client}");
                output.WriteLine($"A plan by {client}: {planner.Connection.Counter.Requests} round trips.");
            }
        }
    }

    [Fact]
    public async Task What_people_changed_is_found_and_put_back_through_PnP_Core()
    {
        await using var tenant = await Tenant.StartAsync();
        using var pnp = Open(tenant, SharePointClient.Pnp);
        await ApplyAsync(pnp);
        var before = await DumpAsync(pnp);
        await ChangeByHandAsync(pnp);

        (await pnp.DriftAsync(Cancellation)).Items.ShouldNotBeEmpty();
        (await pnp.RestoreAsync(Cancellation)).IsDone.ShouldBeTrue();

        (await DumpAsync(pnp)).ShouldBe(before);
    }

    private static WorkspaceProvisioner Open(Tenant tenant, SharePointClient client) =>
        WorkspaceProvisioner.ForLocalTenant(tenant.Address, null, tenant.Transport, sharePoint: client);

    private async Task ApplyAsync(WorkspaceProvisioner provisioner)
    {
        var result = await provisioner.ApplyAsync(Cancellation);
        result.IsDone.ShouldBeTrue(string.Join('\n', result.Failures.Select(failure => $"{failure.Change.Path}: {failure.Message}")));
        output.WriteLine($"An apply by {provisioner.Connection.Options.SharePointClient}: {provisioner.Connection.Counter.Requests} round trips.");
    }

    private static async Task ChangeByHandAsync(WorkspaceProvisioner provisioner)
    {
        var port = new RestSharePoint(provisioner.Connection);
        var lists = await ListsAsync(provisioner);
        var state = await port.ReadAsync([.. lists.Values.Select(id => new SharePointQuestion(id, true))], Cancellation);
        var closed = lists.Values.First(id => state.List(id)!.OwnAccess);
        (await port.RunAsync([new SharePointStep.SetList(closed, 3), new SharePointStep.RestoreInheritance(closed)], Cancellation)).ShouldBeEmpty();
    }

    /// <summary>The site as the REST client reads it, without ids.</summary>
    private static async Task<string[]> DumpAsync(WorkspaceProvisioner provisioner)
    {
        var lists = await ListsAsync(provisioner);
        var state = await new RestSharePoint(provisioner.Connection).ReadAsync([.. lists.Values.Select(id => new SharePointQuestion(id, true))], Cancellation);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"home {state.HomePage} zone {state.TimeZone} locale {state.Locale}");
        foreach (var group in state.Groups!)
            text.AppendLine(CultureInfo.InvariantCulture, $"group {group.Title}: {string.Join(' ', group.Logins.Order(StringComparer.Ordinal))}");
        AddAccess(text, state.Access);
        AddMenu(text, state.Menu!, "menu ");
        foreach (var (name, id) in lists.OrderBy(list => list.Key, StringComparer.Ordinal))
            AddList(text, name, state.List(id)!);
        return text.ToString().Split('\n');
    }

    private static void AddList(StringBuilder text, string name, ListDetails list)
    {
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{name}: {list.Versioning} {list.Versions} {list.MinorVersions} {list.Moderation} {list.ReadSecurity} {list.WriteSecurity} {list.OwnAccess}");
        AddAccess(text, list.Access);
        foreach (var view in list.Views.OrderBy(view => view.Name, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"  view {view.Name} {view.Content}");
        foreach (var (column, format) in list.Formats.OrderBy(format => format.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"  format {column} {format}");
    }

    private static void AddAccess(StringBuilder text, IReadOnlyList<Assignment>? access)
    {
        foreach (var granted in (access ?? []).OrderBy(granted => granted.Name, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"  right {granted.Name}: {string.Join(' ', granted.Levels)}");
    }

    private static void AddMenu(StringBuilder text, IEnumerable<NodeState> nodes, string before)
    {
        foreach (var node in nodes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{before}{node.Title} {node.Url}");
            AddMenu(text, node.Children, before + node.Title + " > ");
        }
    }

    private static async Task<Dictionary<string, string>> ListsAsync(WorkspaceProvisioner provisioner)
    {
        var site = await provisioner.Connection.Graph.Sites[provisioner.Connection.Options.SiteKey].GetAsync(null, Cancellation);
        var lists = await provisioner.Connection.Graph.Sites[site!.Id].Lists.GetAsync(null, Cancellation);
        return provisioner.Target.Definition.Lists.ToDictionary(list => list.Name, list => lists!.Value!.Single(actual => actual.Name == list.Name).Id!);
    }
}
