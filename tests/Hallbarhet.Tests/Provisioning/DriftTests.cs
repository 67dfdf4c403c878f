using Hallbarhet.Tests.Workspace;
using Hallbarhet.Workspace;
using Shouldly;
using Xunit;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>What people change on a site that was applied: told, taken over, or put back.</summary>
public sealed class DriftTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_jobs_rely_on_is_drift()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        (await provisioner.DriftOrMissingAsync()).ShouldBeNull("there is no site yet");
        await provisioner.ApplyAsync(Cancellation);
        (await provisioner.DriftAsync(Cancellation)).IsEmpty.ShouldBeTrue();
        var hands = new HandWork(provisioner);
        await hands.ChangeColumnAsync("Meetings", "Place", new Models.ColumnDefinition { DisplayName = "Var" });
        await hands.AddColumnAsync("Meetings", new Models.ColumnDefinition { Name = "Egen", DisplayName = "Egen", Text = new Models.TextColumn() });
        await hands.MergeAsync("Meetings", "/views/getbytitle('Kommande')", new { RowLimit = 7 });
        (await provisioner.DriftAsync(Cancellation)).IsEmpty.ShouldBeTrue("titles, own columns and views are the users'");

        await hands.ChangeColumnAsync("Meetings", "StartsAt", new Models.ColumnDefinition { Required = false });
        await hands.MergeAsync("Reports", "", new { EnableVersioning = false });

        var report = await provisioner.DriftAsync(Cancellation);
        report.Items.Select(item => (item.Path, item.Applied, item.Site)).ShouldBe(
        [
            ("column Meetings/StartsAt", "datetime required indexed", "datetime indexed"),
            ("settings Reports", "500 versions", "no versions"),
        ]);
        report.Items[0].ChangedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/sites/*/_api/*")]
    [InlineData("/v1.0/$batch")]
    public async Task A_service_that_cannot_answer_is_an_error_and_never_drift(string path)
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open(wallClock: new ImpatientClock());
        await provisioner.ApplyAsync(Cancellation);
        await tenant.FaultsAsync(new { method = "*", path, mode = "refuse", status = 503 });

        await Should.ThrowAsync<Hallbarhet.Microsoft365.Http.Microsoft365Exception>(() => provisioner.DriftAsync(Cancellation));

        (await tenant.FiredAsync()).Single().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Restore_puts_back_what_drifted_and_nothing_else()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var hands = new HandWork(provisioner);
        await hands.ChangeColumnAsync("Meetings", "StartsAt", new Models.ColumnDefinition { Required = false });
        await hands.ChangeColumnAsync("Meetings", "Place", new Models.ColumnDefinition { DisplayName = "Var" });

        (await provisioner.RestoreAsync(Cancellation)).IsDone.ShouldBeTrue();

        (await provisioner.DriftAsync(Cancellation)).IsEmpty.ShouldBeTrue();
        (await hands.ListAsync("Meetings")).Columns!.Single(column => column.Name == "Place").DisplayName.ShouldBe("Var");
    }

    [Fact]
    public async Task Data_that_is_newer_than_the_site_is_no_drift_and_waits()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var first = tenant.Open())
            await first.ApplyAsync(Cancellation);
        using var data = new DataFolder();
        data.Replace("lists/meetings.json", "\"type\": \"text\" },", "\"type\": \"text\", \"indexed\": true },");
        using var second = tenant.Open(data: data.Folder);

        var report = await second.DriftAsync(Cancellation);

        (report.IsEmpty, report.Waiting).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Adopt_writes_a_changed_column_into_the_data_and_the_plan_is_empty_then()
    {
        await using var tenant = await Tenant.StartAsync();
        using var data = new DataFolder();
        using var provisioner = tenant.Open(data: data.Folder);
        await provisioner.ApplyAsync(Cancellation);
        var hands = new HandWork(provisioner);
        await hands.ChangeColumnAsync("LearningActivities", "Kind", new Models.ColumnDefinition { Choice = new Models.ChoiceColumn { Choices = ["Föreläsning", "Film", "Studiebesök", "Utbildning", "Podd"] } });
        await hands.DeleteColumnAsync("Initiatives", "Obstacles");

        var adoption = await provisioner.AdoptAsync(data.Folder, Cancellation);

        adoption.Taken.ShouldBe(["column LearningActivities/Kind"]);
        adoption.Left.ShouldHaveSingleItem().ShouldStartWith("column Initiatives/Obstacles: ");
        data.Load().List("LearningActivities").Column("Kind")!.Choices.ShouldContain("Podd");
        using var again = tenant.Open(data: data.Folder);
        (await again.PlanAsync(Cancellation)).Changes.Select(change => change.Path).ShouldNotContain("column LearningActivities/Kind");
    }

    [Fact]
    public async Task An_exported_site_plans_to_nothing_against_itself()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var hands = new HandWork(provisioner);
        await hands.ChangeColumnAsync("LearningActivities", "Kind", new Models.ColumnDefinition { Choice = new Models.ChoiceColumn { Choices = ["Film", "Podd"] } });
        await hands.ChangeColumnAsync("Meetings", "Place", new Models.ColumnDefinition { DisplayName = "Var" });
        await hands.AddColumnAsync("Meetings", new Models.ColumnDefinition { Name = "Egen", DisplayName = "Egen", Text = new Models.TextColumn() });
        var folder = Path.Combine(Directory.CreateTempSubdirectory("export-").FullName, "data");

        (await provisioner.ExportAsync(null, folder, Cancellation)).ShouldNotBeEmpty("SharePoint's own library has no internal name");

        using var again = tenant.Open(data: folder);
        var plan = await again.PlanAsync(Cancellation);
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBeEmpty();
        again.Target.Definition.List("Meetings").Column("Egen").ShouldNotBeNull();
    }
}

internal static class DriftTestExtensions
{
    /// <summary>Null when there is no site to drift; creating is left to apply.</summary>
    public static async Task<Hallbarhet.Workspace.Drift.DriftReport?> DriftOrMissingAsync(this Hallbarhet.Provisioning.WorkspaceProvisioner provisioner)
    {
        var report = await provisioner.DriftAsync(TestContext.Current.CancellationToken);
        return report.WasApplied ? report : null;
    }
}
