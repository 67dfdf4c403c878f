using Hallbarhet.Provisioning;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Microsoft.Graph;
using Shouldly;
using Xunit;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Tests.Provisioning;

public sealed class ApplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_plan_right_after_apply_is_empty()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        var plan = await provisioner.PlanAsync(Cancellation);
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_have_their_English_address_and_their_Swedish_title()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var lists = await ListsAsync(provisioner);
        foreach (var list in provisioner.Target.Definition.Lists)
            lists.ShouldContain(actual => actual.Name == list.Name && actual.DisplayName == list.Title, list.Name);
    }

    [Fact]
    public async Task What_was_renamed_or_deleted_by_hand_is_put_right_and_titles_are_left_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var lists = await SiteListsAsync(provisioner);
        await lists["Möten"].PatchAsync(new Models.List { DisplayName = "Våra möten" }, null, Cancellation);
        await DeleteColumnAsync(provisioner, "Arbetsinsatser", "Obstacles");
        await DeleteColumnAsync(provisioner, "Deltagare", "SourceKey");
        await lists["Omvärldsbevakning"].DeleteAsync(null, Cancellation);

        var result = await provisioner.ApplyAsync(Cancellation);
        result.Failures.ShouldBeEmpty();
        result.Remaining.Changes.ShouldBeEmpty();

        var plan = await provisioner.PlanAsync(Cancellation);
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldHaveSingleItem().ShouldStartWith("list Meetings is called \"Våra möten\"");
        (await RowsAsync(provisioner, "Deltagare")).Count.ShouldBe(provisioner.Target.Group.Members.Count);
    }

    [Fact]
    public async Task Seed_rows_that_people_changed_stay_changed()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var lists = await SiteListsAsync(provisioner);
        var row = (await RowsAsync(provisioner, "Förvaltningar och mottagare")).First(item => Field(item, "SourceKey") == "mu");
        var changed = new Models.FieldValueSet { AdditionalData = new Dictionary<string, object> { ["Title"] = "Utskottet för Agenda 2030" } };
        await lists["Förvaltningar och mottagare"].Items[row.Id].Fields.PatchAsync(changed, null, Cancellation);

        await provisioner.ApplyAsync(Cancellation);

        var rows = await RowsAsync(provisioner, "Förvaltningar och mottagare");
        Field(rows.First(item => Field(item, "SourceKey") == "mu"), "Title").ShouldBe("Utskottet för Agenda 2030");
        rows.Count.ShouldBe(provisioner.Target.Group.Departments.Count + provisioner.Target.Group.Bodies.Count);
    }

    [Fact]
    public async Task Members_point_at_their_account_and_department_and_goals_at_each_other()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var departments = (await RowsAsync(provisioner, "Förvaltningar och mottagare")).ToDictionary(row => Field(row, "SourceKey")!, row => row.Id);
        var members = await RowsAsync(provisioner, "Deltagare");
        var mattias = members.Single(row => Field(row, "SourceKey") == "mattias");
        Field(mattias, "DepartmentLookupId").ShouldBe(departments["ksf"]);
        mattias.Fields!.AdditionalData["AwayTo"].ShouldBeOfType<DateTime>().Date.ShouldBe(new DateTime(2026, 6, 30));
        members.Select(row => Field(row, "PersonLookupId")).Distinct().Count().ShouldBe(members.Count);
        var goals = await RowsAsync(provisioner, "Mål och styrdokument");
        var ids = goals.ToDictionary(row => Field(row, "SourceKey")!, row => row.Id);
        foreach (var goal in provisioner.Target.Definition.Goals.Where(goal => goal.Parent is not null))
            Field(goals.Single(row => Field(row, "SourceKey") == goal.Key), "ParentLookupId").ShouldBe(ids[goal.Parent!], goal.Key);
    }

    [Fact]
    public async Task With_Planner_off_nothing_of_Planner_is_asked()
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new DataFileCopy(text => text.Replace("\"planner\": true", "\"planner\": false", StringComparison.Ordinal));
        using var provisioner = tenant.Open(file.Path);
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        (await tenant.LogAsync()).GetRawText().ShouldNotContain("planner");
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_told_in_the_plan_and_left_out()
    {
        await using var tenant = await Tenant.StartAsync(without: "sara");
        using var provisioner = tenant.Open();
        (await provisioner.PlanAsync(Cancellation)).Warnings.ShouldContain(
            "person sara: there is no account sara.demovik@trollhattan.example; what concerns it is left out. Correct the group file, or leave out \"upn\".");
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        var sara = (await RowsAsync(provisioner, "Deltagare")).Single(row => Field(row, "SourceKey") == "sara");
        Field(sara, "PersonLookupId").ShouldBeNull();
    }

    [Fact]
    public async Task A_site_of_another_version_is_left_untouched()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var lists = await SiteListsAsync(provisioner);
        var record = (await RowsAsync(provisioner, "_system")).Single();
        var newer = new Models.FieldValueSet { AdditionalData = new Dictionary<string, object> { ["Value"] = """{"schemaVersion":2,"definition":"x"}""" } };
        await lists["_system"].Items[record.Id].Fields.PatchAsync(newer, null, Cancellation);
        await DeleteColumnAsync(provisioner, "Arbetsinsatser", "Obstacles");

        var refusal = await Should.ThrowAsync<WorkspaceRefusedException>(() => provisioner.ApplyAsync(Cancellation));

        refusal.Message.ShouldStartWith("The site was made with schema version 2, this program knows 1. Nothing was written.");
        (await ListsAsync(provisioner)).Single(list => list.Name == "Initiatives").Columns!.ShouldNotContain(column => column.Name == "Obstacles");
    }

    [Fact]
    public async Task Without_a_site_and_without_leave_to_make_one_IT_is_told_what_to_do()
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new DataFileCopy(text => text.Replace("\"createIfMissing\": true", "\"createIfMissing\": false", StringComparison.Ordinal));
        using var provisioner = tenant.Open(file.Path);
        var error = await Should.ThrowAsync<WorkspaceMissingException>(() => provisioner.PlanAsync(Cancellation));
        error.Message.ShouldBe("There is no site /sites/ekologiska-hallbarhetsgruppen. Create the group ekologiska-hallbarhetsgruppen first, or set \"createIfMissing\": true in the group file.");
    }

    private static async Task<Microsoft.Graph.Sites.Item.Lists.ListsRequestBuilder> SiteListsAsync(WorkspaceProvisioner provisioner)
    {
        var site = await provisioner.Connection.Graph.Sites[provisioner.Connection.Options.SiteKey].GetAsync(null, Cancellation);
        return provisioner.Connection.Graph.Sites[site!.Id].Lists;
    }

    private static async Task<List<Models.List>> ListsAsync(WorkspaceProvisioner provisioner) =>
        (await (await SiteListsAsync(provisioner)).GetAsync(c => c.QueryParameters.Expand = ["columns"], Cancellation))!.Value!;

    private static async Task<List<Models.ListItem>> RowsAsync(WorkspaceProvisioner provisioner, string title) =>
        (await (await SiteListsAsync(provisioner))[title].Items.GetAsync(c =>
        {
            c.QueryParameters.Expand = ["fields"];
            c.QueryParameters.Top = 1000;
        }, Cancellation))!.Value!;

    private static async Task DeleteColumnAsync(WorkspaceProvisioner provisioner, string title, string column)
    {
        var columns = (await SiteListsAsync(provisioner))[title].Columns;
        var all = await columns.GetAsync(null, Cancellation);
        await columns[all!.Value!.Single(each => each.Name == column).Id].DeleteAsync(null, Cancellation);
    }

    private static string? Field(Models.ListItem item, string name) =>
        item.Fields!.AdditionalData.TryGetValue(name, out var value) ? value?.ToString() : null;
}
