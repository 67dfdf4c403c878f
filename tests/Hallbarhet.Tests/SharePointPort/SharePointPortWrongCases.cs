using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SharePointPort;

/// <summary>What every client of the SharePoint-only port does when something is not there, not allowed or not to be had just now.</summary>
public abstract class SharePointPortWrongCases(Func<Microsoft365Connection, ISharePointOnly> make)
{
    private const string Batch = "/sites/*/_api/$batch";
    private const string Menu = PortSite.Api + "navigation/quicklaunch";
    private const string Grants = PortSite.Api + "lists(*)/roleassignments/addroleassignment(*)";
    private const string NewView = PortSite.Api + "lists(*)/views/add";

    private static readonly string Nowhere = "9d1f2f0a-0000-4000-8000-000000000001";
    private static readonly string[] Selected = ["Sites.Selected"];
    private static readonly string[] Read = ["read"];

    private static readonly ViewContent View = new() { Title = "Öppna", Default = false, Columns = ["Title"], Query = "", Limit = 30 };

    public static TheoryData<string, Func<string, SharePointStep>> Impossible => new()
    {
        { "settings of a list that is gone", _ => new SharePointStep.SetList(Nowhere, 50) },
        { "a column of a list that is gone", _ => new SharePointStep.FormatColumn(Nowhere, "Status", "{}") },
        { "a column that is gone", list => new SharePointStep.FormatColumn(list, "Sta'tus å", "{}") },
        { "a view of a list that is gone", _ => new SharePointStep.AddView(Nowhere, "Open", View) },
        { "a view with a column that is gone", list => new SharePointStep.AddView(list, "Open", View with { Columns = ["Nothing"] }) },
        { "a view that is gone", list => new SharePointStep.ChangeView(list, Nowhere, View) },
        { "rights of a list that is gone", _ => new SharePointStep.BreakInheritance(Nowhere) },
        { "rights for nobody", _ => new SharePointStep.Grant(null, 9999, AccessLevel.Read) },
        { "a person in a group that is gone", _ => new SharePointStep.AddPerson(9999, "ulla.ek@trollhattan.example") },
        { "nobody in a group", _ => new SharePointStep.AddPerson(5, "o'neill.å@trollhattan.example") },
        { "a title for an entry that is gone", _ => new SharePointStep.RenameNode(9999, "Ny") },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_cannot_be_done_is_told_and_the_other_steps_are_done(string what, Func<string, SharePointStep> impossible)
    {
        await using var site = await PortSite.StartAsync(make);
        var step = impossible(site.ListId);

        var failures = await site.TryAsync(new SharePointStep.AddNode("Före", "/före", null), step, new SharePointStep.AddNode("Efter", "/efter", null));

        var failure = failures.ShouldHaveSingleItem(what);
        failure.Step.ShouldBeSameAs(step);
        failure.MayTryAgain.ShouldBeFalse(failure.Message);
        failure.Message.ShouldNotBeNullOrWhiteSpace();
        var menu = (await site.ReadAsync()).Menu!.Select(node => node.Title);
        menu.ShouldContain("Före");
        menu.ShouldContain("Efter");
    }

    [Fact]
    public async Task A_list_that_is_gone_is_left_out_of_what_is_read()
    {
        await using var site = await PortSite.StartAsync(make);

        var state = await site.Port.ReadAsync(
            [new SharePointQuestion(Nowhere, true), new SharePointQuestion(site.ListId, false)], TestContext.Current.CancellationToken);

        state.Lists.Keys.ShouldBe([site.ListId]);
        state.List(site.ListId)!.Access.ShouldBeNull("it was not asked for");
    }

    [Fact]
    public async Task What_the_identity_may_not_see_is_not_told()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.GrantAsync(new
        {
            identity = "setup",
            roles = Selected,
            sharePointRoles = Selected,
            sites = new[] { new { site = "/sites/ekologiska-hallbarhetsgruppen", roles = Read } },
        });

        var state = await site.ReadAsync();

        state.Access.ShouldBeNull();
        state.List(site.ListId).ShouldNotBeNull().Access.ShouldBeNull();
        state.Menu.ShouldNotBeNull();
        (await site.TryAsync(new SharePointStep.AddNode("Ny", "/ny", null))).ShouldHaveSingleItem().MayTryAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task A_group_whose_title_is_taken_is_not_made_twice()
    {
        await using var site = await PortSite.StartAsync(make);
        var group = new SharePointStep.AddGroup("Läsare", "Läser.");
        await site.RunAsync(group);

        (await site.TryAsync(group)).ShouldHaveSingleItem().Message.ShouldContain("already in use");

        (await site.ReadAsync()).Groups!.Count(known => known.Title == "Läsare").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_throttled_inside_a_batch_is_sent_again_and_nothing_else_is()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(new { method = "POST", path = Menu, nth = 2, times = 1, mode = "throttle", retryAfter = "0" });

        await site.RunAsync([.. Nodes(3)]);

        (await site.Tenant.FiredAsync()).ShouldBe([1]);
        (await NodesOfAsync(site)).Order().ShouldBe(["Nr 1", "Nr 2", "Nr 3"]);
    }

    [Fact]
    public async Task A_view_that_was_throttled_gets_its_title_too()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(new { method = "POST", path = NewView, nth = 1, times = 1, mode = "throttle", retryAfter = "0" });

        await site.RunAsync(new SharePointStep.AddView(site.ListId, "Open", View));

        (await site.Tenant.FiredAsync()).ShouldBe([1]);
        (await site.ReadListAsync()).View("Open").ShouldNotBeNull().Content.Title.ShouldBe("Öppna");
    }

    [Theory]
    [InlineData("throttle", 429)]
    [InlineData("refuse", 503)]
    [InlineData("refuse", 500)]
    public async Task What_may_be_done_twice_is_sent_again_after_an_error(string mode, int status)
    {
        await using var site = await PortSite.StartAsync(make);
        await site.RunAsync(new SharePointStep.BreakInheritance(site.ListId));
        await site.Tenant.FaultsAsync(new { method = "POST", path = Grants, nth = 1, times = 1, mode, status, retryAfter = "0" });

        await site.RunAsync(new SharePointStep.Grant(site.ListId, 5, AccessLevel.Read));

        (await site.Tenant.FiredAsync()).ShouldBe([1]);
        (await site.ReadListAsync()).Access!.ShouldHaveSingleItem().Principal.ShouldBe(5);
    }

    [Theory]
    [InlineData("after", 504)]
    [InlineData("after", 500)]
    public async Task What_would_be_made_a_second_time_is_not_sent_again(string mode, int status)
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(new { method = "POST", path = Menu, nth = 1, mode, status });

        (await site.TryAsync([.. Nodes(2)])).ShouldHaveSingleItem().MayTryAgain.ShouldBeTrue();

        (await NodesOfAsync(site)).ShouldBe(["Nr 1", "Nr 2"]);
    }

    [Fact]
    public async Task A_conflict_may_be_tried_again_later()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(new { method = "POST", path = Menu, nth = 1, mode = "saveConflict" });

        (await site.TryAsync([.. Nodes(1)])).ShouldHaveSingleItem().MayTryAgain.ShouldBeTrue();
    }

    [Theory]
    [InlineData("cut", 0)]
    [InlineData("after", 504)]
    public async Task Steps_whose_answer_got_lost_are_not_repeated(string mode, int status)
    {
        await using var site = await PortSite.StartAsync(make);
        _ = await site.ReadAsync();
        await site.Tenant.FaultsAsync(new { method = "POST", path = Batch, nth = 1, mode, status });

        var failures = await site.TryAsync([.. Nodes(2)]);

        failures.Count.ShouldBe(2);
        failures.ShouldAllBe(failure => failure.MayTryAgain);
        (await NodesOfAsync(site)).ShouldBe(["Nr 1", "Nr 2"]);
    }

    [Theory]
    [InlineData("throttle", 429)]
    [InlineData("refuse", 503)]
    [InlineData("cut", 0)]
    public async Task Reading_goes_on_after_an_error(string mode, int status)
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(
            new { method = "POST", path = Batch, nth = 1, times = 1, mode, status, retryAfter = "0" },
            new { method = "GET", path = PortSite.Api + "roleassignments", nth = 1, times = 1, mode = "throttle", retryAfter = "0" });

        (await site.ReadAsync()).Access.ShouldNotBeNull();

        (await site.Tenant.FiredAsync()).ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_stays_out_of_reach_is_an_error_and_not_an_empty_site(int status)
    {
        await using var site = await PortSite.StartAsync(make);
        await site.Tenant.FaultsAsync(new { method = "GET", path = PortSite.Api + "roleassignments", mode = "refuse", status });

        await Should.ThrowAsync<ServiceUnavailableException>(site.ReadAsync);
    }

    [Fact]
    public async Task What_an_earlier_batch_did_is_not_told_as_failed()
    {
        await using var site = await PortSite.StartAsync(make);
        _ = await site.ReadAsync();
        await site.Tenant.FaultsAsync(new { method = "POST", path = Batch, nth = 2, mode = "cut" });

        var failures = await site.TryAsync([.. Nodes(130)]);

        failures.Count.ShouldBe(30, "a batch takes a hundred");
        (await NodesOfAsync(site)).Count().ShouldBe(130);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nCONTENT-TYPE: text/html\r\n\r\n<html>Busy</html>\r\n")]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nCONTENT-TYPE: text/plain\r\n\r\n\r\n")]
    public async Task A_part_that_failed_without_JSON_is_no_success(string answer)
    {
        await using var site = await PortSite.StartAsync(make, new SpoiledPart("201 Created", answer));

        (await site.TryAsync([.. Nodes(1)])).ShouldHaveSingleItem().MayTryAgain.ShouldBeTrue();

        (await NodesOfAsync(site)).ShouldHaveSingleItem("what made it is not sent a second time");
    }

    private static IEnumerable<SharePointStep> Nodes(int count) =>
        Enumerable.Range(1, count).Select(i => new SharePointStep.AddNode($"Nr {i}", $"/nr/{i}", null));

    private static async Task<IEnumerable<string>> NodesOfAsync(PortSite site) =>
        (await site.ReadAsync()).Menu!.Select(node => node.Title).Where(title => title.StartsWith("Nr ", StringComparison.Ordinal));

    /// <summary>A proxy on the way that gives another answer in the place of the service's, inside a batch.</summary>
    private sealed class SpoiledPart(string status, string answer) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!request.RequestUri!.AbsolutePath.EndsWith("_api/$batch", StringComparison.Ordinal))
                return response;
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var (from, type) = (text.IndexOf("HTTP/1.1 " + status, StringComparison.Ordinal), response.Content.Headers.ContentType);
            if (from >= 0)
                response.Content = new StringContent(text[..from] + answer + text[text.IndexOf("--batchresponse", from, StringComparison.Ordinal)..]);
            response.Content.Headers.ContentType = type;
            return response;
        }
    }
}
