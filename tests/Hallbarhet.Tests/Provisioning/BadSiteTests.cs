using System.Net.Http.Json;
using Hallbarhet.Tests.Workspace;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Planning;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>Sites on which a plan is not possible: each reason is named in the plan, and nothing is written before it is solved.</summary>
public sealed class BadSiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_the_same_title_and_a_page_that_somebody_holds_are_named_and_nothing_is_written()
    {
        await using var tenant = await Tenant.StartAsync();
        await tenant.AddGroupAsync("karin.exempelius@trollhattan.example", "mattias.provberg@trollhattan.example");
        using var provisioner = tenant.Open();
        using var karin = await tenant.AsAsync("karin.exempelius@trollhattan.example");
        var site = $"v1.0/sites/{provisioner.Connection.Options.SiteKey}:";
        await PostAsync(karin, $"{site}/lists", new { displayName = "Möten", list = new { template = "genericList" } });
        await PostAsync(karin, $"{site}/pages", new Dictionary<string, object> { ["@odata.type"] = "#microsoft.graph.sitePage", ["name"] = "Start.aspx", ["title"] = "Min start", ["pageLayout"] = "article" });
        var before = await tenant.WritesAsync();

        var plan = await provisioner.PlanAsync(Cancellation);
        var refusal = await Should.ThrowAsync<WorkspaceRefusedException>(() => provisioner.ApplyAsync(Cancellation));

        plan.Problems.ShouldBe(
        [
            "list Meetings: another list is called \"Möten\" already (address Möten). Rename that one, or give this another title in the data.",
            "page start: Karin Exempelius has Start.aspx checked out and it was never published. Have it published, or the checkout discarded.",
        ]);
        refusal.Message.ShouldStartWith("The plan is not possible, and nothing was written:\n  list Meetings: ");
        (await tenant.WritesAsync()).ShouldBe(before);
    }

    [Fact]
    public void A_library_in_the_place_of_a_list_is_named() =>
        Plan.Compare(Sites.Target, Sites.Complete().With("Meetings", list => list with { IsLibrary = true })).Problems
            .ShouldBe(["list Meetings: on the site it is a library, the data wants a list. Delete it, or move it to another address."]);

    [Fact]
    public void A_full_Planner_plan_is_named()
    {
        var complete = Sites.Complete();
        var full = complete with { Board = complete.Board! with { Buckets = [.. Enumerable.Range(1, 200).Select(number => new BucketState($"b{number}", $"Hink {number}"))] } };
        Plan.Compare(Sites.Target, full).Problems.ShouldHaveSingleItem().ShouldStartWith($"board \"{Sites.Target.Definition.Board.Title}\": it has 200 of the 200 buckets that Planner allows");
    }

    [Fact]
    public void A_group_whose_site_is_not_there_yet_is_waited_for_and_not_made_again()
    {
        var change = Plan.Compare(Sites.Target, Sites.Nothing with { GroupId = "group-1" }).Changes[0];
        (change.Verb, change.Kind, change.Old).ShouldBe((ChangeVerb.Update, ChangeKind.Group, "a group without a site"));
    }

    [Fact]
    public void A_page_that_somebody_is_changing_after_it_was_published_is_theirs()
    {
        var complete = Sites.Complete();
        var edited = complete with { Pages = [.. complete.Pages.Select(page => page with { CheckedOutBy = "Karin Exempelius" })] };
        Plan.Compare(Sites.Target, edited).ShouldSatisfyAllConditions(plan => plan.Changes.ShouldBeEmpty(), plan => plan.Problems.ShouldBeEmpty());
    }

    [Fact]
    public async Task Names_with_an_apostrophe_or_Swedish_letters_are_applied_and_found_again()
    {
        await using var tenant = await Tenant.StartAsync();
        using var data = new DataFolder();
        data.Replace("lists/meetings.json", "\"title\": \"Möten\"", "\"title\": \"Karins 'möten' på Ö'n\"");
        data.Replace("libraries/drafts.json", "\"Mall\"", "\"Mall för Å'n\"");
        data.Replace("planner/board.json", "\"title\": \"Tavlan\"", "\"title\": \"Tavlan på Ö'n\"");
        using var group = new DataFileCopy(text => text.Replace("\"Miljöutskottet\"", "\"Miljö- och O'Hara-utskottet\"", StringComparison.Ordinal));
        using var provisioner = tenant.Open(group.Path, data.Folder);

        var result = await provisioner.ApplyAsync(Cancellation);

        result.Failures.ShouldBeEmpty();
        result.IsDone.ShouldBeTrue();
        (await provisioner.PlanAsync(Cancellation)).Changes.ShouldBeEmpty();
    }

    private static async Task PostAsync(HttpClient person, string path, object body)
    {
        using var answer = await person.PostAsJsonAsync(path, body, Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
