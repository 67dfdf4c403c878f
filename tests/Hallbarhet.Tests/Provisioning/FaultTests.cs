using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>A service that fails in the middle of an apply. Nothing may be made twice, and it must end as the data says.</summary>
public sealed class FaultTests
{
    private const string AnyList = "/v1.0/sites/*/lists";
    private const string AnyRow = "/v1.0/sites/*/lists/*/items";

    public static TheoryData<string, object> Faults => new()
    {
        { "a list was made but the answer was 503", new { method = "POST", path = AnyList, nth = 3, times = 1, mode = "after", status = 503 } },
        { "a list was not made", new { method = "POST", path = AnyList, nth = 5, times = 1, mode = "refuse", status = 503 } },
        { "a batch did its work and was cut off", new { method = "POST", path = "/v1.0/$batch", nth = 6, times = 1, mode = "cut" } },
        { "a row was made but the answer was 504", new { method = "POST", path = AnyRow, nth = 2, times = 1, mode = "after", status = 504 } },
        { "rows are throttled", new { method = "POST", path = AnyRow, nth = 4, times = 2, mode = "throttle", retryAfter = "0" } },
        { "a column was made but the answer was 503", new { method = "POST", path = AnyList + "/*/columns", nth = 1, times = 1, mode = "after", status = 503 } },
        { "the plan was made but the answer was 503", new { method = "POST", path = "/v1.0/planner/plans", nth = 1, times = 1, mode = "after", status = 503 } },
        { "a page was made but the answer was 503", new { method = "POST", path = "/v1.0/sites/*/pages", nth = 1, times = 1, mode = "after", status = 503 } },
        { "the group was made but the answer was 503", new { method = "POST", path = "/v1.0/groups", nth = 1, times = 1, mode = "after", status = 503 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_in_the_middle_changes_nothing_in_the_end(string what, object rule)
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await tenant.FaultsAsync(rule);

        var result = await provisioner.ApplyAsync(TestContext.Current.CancellationToken);

        (await tenant.FiredAsync()).ShouldAllBe(times => times > 0, what);
        result.IsDone.ShouldBeTrue($"{what}: {string.Join(", ", result.Failures.Select(failure => failure.Message))}");
        await ShouldHaveEverythingOnceAsync(provisioner);
    }

    [Fact]
    public async Task An_apply_that_was_killed_goes_on_where_it_stopped()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var killed = tenant.Open())
        {
            await tenant.FaultsAsync(new { method = "POST", path = AnyRow, nth = 30, times = 1, mode = "cut", thenDown = true });
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await Should.ThrowAsync<Exception>(() => killed.ApplyAsync(soon.Token));
        }
        await tenant.FaultsAsync();
        using var provisioner = tenant.Open();
        (await provisioner.ApplyAsync(TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();
        await ShouldHaveEverythingOnceAsync(provisioner);
    }

    private static async Task ShouldHaveEverythingOnceAsync(Hallbarhet.Provisioning.WorkspaceProvisioner provisioner)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var graph = provisioner.Connection.Graph;
        var site = await graph.Sites[provisioner.Connection.Options.SiteKey].GetAsync(null, cancellation);
        var lists = (await graph.Sites[site!.Id].Lists.GetAsync(null, cancellation))!.Value!;
        foreach (var list in provisioner.Target.Definition.Lists)
            lists.Count(actual => actual.Name!.TrimEnd('1') == list.Name).ShouldBe(1, list.Name);
        foreach (var rows in provisioner.Target.Rows.GroupBy(row => row.List))
        {
            var id = lists.Single(list => list.Name == rows.Key).Id;
            var items = await graph.Sites[site.Id].Lists[id].Items.GetAsync(c => c.QueryParameters.Top = 1000, cancellation);
            items!.Value!.Count.ShouldBe(rows.Count(), rows.Key);
        }
    }
}
