using Hallbarhet.Tests.Workspace;
using Hallbarhet.Workspace;
using Shouldly;
using Xunit;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>Version 2 of the data against a site full of version 1 and of what people have made of it.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_own_columns_changed_views_and_versions_survive_an_upgrade()
    {
        await using var tenant = await Tenant.StartAsync();
        using var first = tenant.Open();
        (await first.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        var hands = new HandWork(first);
        var open = await hands.AddRowAsync("DecisionsActions", new() { ["Title"] = "Byt lampor", ["Kind"] = "Åtgärd", ["ActionStatus"] = "Öppen" });
        await hands.AddRowAsync("DecisionsActions", new() { ["Title"] = "Klar sak", ["Kind"] = "Åtgärd", ["ActionStatus"] = "Klar" });
        await hands.AddColumnAsync("DecisionsActions", new Models.ColumnDefinition { Name = "Egen", DisplayName = "Egen", Text = new Models.TextColumn() });
        await hands.ChangeColumnAsync("DecisionsActions", "Details", new Models.ColumnDefinition { DisplayName = "Våra ord" });
        await hands.MergeAsync("DecisionsActions", "/views/getbytitle('Mina')", new { RowLimit = 7 });

        using var data = Second();
        using var second = tenant.Open(data: data.Folder);
        var plan = await second.PlanAsync(Cancellation);
        plan.Changes.Select(change => change.Path).ShouldBe(
        [
            "list DecisionsActions", "column DecisionsActions/ActionStatus", "column DecisionsActions/Cost", "title DecisionsActions/DueOn",
            "values DecisionsActions/ActionStatus", "format DecisionsActions/DueOn", "view DecisionsActions/Open", "view DecisionsActions/Overdue",
            "view DecisionsActions/Costly", "menu decisions-actions", "record workspace.json",
        ]);
        plan.Changes.Single(change => change.Path.StartsWith("values", StringComparison.Ordinal)).Rows.ShouldBe(1);
        plan.LosesData.ShouldBeFalse();
        var result = await second.ApplyAsync(Cancellation);
        result.Failures.ShouldBeEmpty();
        result.Remaining.Changes.ShouldBeEmpty();

        var rows = await hands.RowsAsync("DecisionsActions");
        rows.Select(row => HandWork.Field(row, "ActionStatus")).ShouldBe(["Att göra", "Klar"]);
        (await hands.VersionsAsync("DecisionsActions", open)).ShouldBe(2);
        var list = await hands.ListAsync("DecisionsActions");
        list.DisplayName.ShouldBe("Beslut och uppgifter");
        list.Columns!.ShouldContain(column => column.Name == "Egen");
        list.Columns!.Single(column => column.Name == "ActionStatus").DefaultValue!.Value.ShouldBe("Att göra");
        list.Columns!.Single(column => column.Name == "Details").DisplayName.ShouldBe("Våra ord");
        list.Columns!.Single(column => column.Name == "DueOn").DisplayName.ShouldBe("Senast");
        (await hands.GetAsync("DecisionsActions", "views/getbytitle('Mina')")).GetProperty("RowLimit").GetInt32().ShouldBe(7);
        (await hands.GetAsync("DecisionsActions", "views/getbytitle('Dyra')")).GetProperty("ViewQuery").GetString()!.ShouldContain("Cost");
        (await second.PlanAsync(Cancellation)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_choice_in_use_that_nothing_replaces_is_a_loss_and_needs_the_flag()
    {
        await using var tenant = await Tenant.StartAsync();
        using var first = tenant.Open();
        await first.ApplyAsync(Cancellation);
        await new HandWork(first).AddRowAsync("DecisionsActions", new() { ["Title"] = "Byt lampor", ["Kind"] = "Åtgärd", ["ActionStatus"] = "Utgår" });
        using var data = new DataFolder();
        data.Replace("lists/decisions-actions.json", "\"Öppen\", \"Klar\", \"Utgår\"", "\"Öppen\", \"Klar\"");
        using var second = tenant.Open(data: data.Folder);

        var refusal = await Should.ThrowAsync<WorkspaceRefusedException>(() => second.ApplyAsync(Cancellation));

        refusal.Message.ShouldBe("The plan loses data: column DecisionsActions/ActionStatus in 1 row. Read it again, and give --allow-data-loss if that is meant.");
        (await second.ApplyAsync(Cancellation, new ApplyOrder { AllowDataLoss = true })).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_column_that_somebody_made_anew_with_another_type_is_counted_before_it_is_replaced()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var hands = new HandWork(provisioner);
        await hands.DeleteColumnAsync("Initiatives", "NextStep");
        await hands.AddColumnAsync("Initiatives", new Models.ColumnDefinition { Name = "NextStep", DisplayName = "Nästa steg", Number = new Models.NumberColumn() });
        (await provisioner.PlanAsync(Cancellation)).LosesData.ShouldBeFalse("no row has anything in it");
        await hands.AddRowAsync("HorizonItems", new() { ["Title"] = "Nyhet" });
        await hands.DeleteColumnAsync("HorizonItems", "Why");
        await hands.AddColumnAsync("HorizonItems", new Models.ColumnDefinition { Name = "Why", DisplayName = "Varför", Number = new Models.NumberColumn() });
        await hands.AddRowAsync("HorizonItems", new() { ["Title"] = "Nyhet till", ["Why"] = 7 });

        var replaced = (await provisioner.PlanAsync(Cancellation)).Changes.Single(change => change.Path == "column HorizonItems/Why");

        (replaced.Risk, replaced.Rows).ShouldBe((Hallbarhet.Workspace.Planning.ChangeRisk.DataLoss, 1));
    }

    internal static DataFolder Second()
    {
        var data = new DataFolder();
        const string File = "lists/decisions-actions.json";
        data.Replace(File, "\"title\": \"Beslut och åtgärder\"", "\"title\": \"Beslut och uppgifter\"");
        data.Replace(File, "\"title\": \"Klart senast\"", "\"title\": \"Senast\"");
        data.ReplaceAll(File, "\"Öppen\"", "\"Att göra\"");
        data.Replace(File, "\"default\": \"Att göra\"", "\"default\": \"Att göra\", \"replaces\": { \"Öppen\": \"Att göra\" }");
        data.Replace(File, "    { \"name\": \"DoneOn\"", "    { \"name\": \"Cost\", \"title\": \"Kostnad\", \"type\": \"number\" },\n    { \"name\": \"DoneOn\"");
        data.Replace(File, "    { \"name\": \"AllItems\"", "    { \"name\": \"Costly\", \"title\": \"Dyra\", \"columns\": [\"Title\", \"Cost\"], \"sort\": [\"-Cost\"] },\n    { \"name\": \"AllItems\"");
        data.ReplaceAll("formatting/due-action.json", "'Öppen'", "'Att göra'");
        return data;
    }
}
