using Hallbarhet.Workspace;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>export --items, and a deleted list that comes back from it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backup-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_list_comes_back_with_its_rows_and_everything_that_pointed_at_them()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var hands = new HandWork(provisioner);
        var karin = HandWork.Field((await hands.RowsAsync("Members")).Single(row => HandWork.Field(row, "SourceKey") == "karin"), "PersonLookupId")!;
        var first = await hands.AddRowAsync("Initiatives", new() { ["Title"] = "Borttagen", ["OwnerLookupId"] = karin });
        await hands.DeleteRowAsync("Initiatives", first);
        var department = (await hands.RowsAsync("Organisation")).Single(row => HandWork.Field(row, "SourceKey") == "sbf");
        var initiative = await hands.AddRowAsync("Initiatives", new()
        {
            ["Title"] = "Cykelvägar & <ängar>",
            ["InitiativeStatus"] = "Pågår",
            ["OwnerLookupId"] = karin,
            ["DepartmentLookupId"] = department.Id!,
            ["StartsOn"] = "2026-02-01T00:00:00Z",
            ["ForExternal"] = true,
        });
        var decision = await hands.AddRowAsync("DecisionsActions", new() { ["Title"] = "Mät", ["Kind"] = "Åtgärd", ["InitiativeLookupId"] = initiative });
        (await provisioner.BackUpAsync(folder, Cancellation)).ShouldBeGreaterThan(80);

        await hands.DeleteListAsync("Initiatives");
        (await provisioner.RestoreAsync(Cancellation, new ApplyOrder { AllowDataLoss = true })).IsDone.ShouldBeTrue();
        var back = await provisioner.BringBackAsync(folder, Cancellation);

        back.ShouldBe(new Dictionary<string, int> { ["Initiatives"] = 1 });
        var row = (await hands.RowsAsync("Initiatives")).ShouldHaveSingleItem();
        row.Id.ShouldNotBe(initiative, "numbers begin again in a new list");
        HandWork.Field(row, "Title").ShouldBe("Cykelvägar & <ängar>");
        HandWork.Field(row, "InitiativeStatus").ShouldBe("Pågår");
        HandWork.Field(row, "DepartmentLookupId").ShouldBe(department.Id);
        HandWork.Field(row, "OwnerLookupId").ShouldBe(karin);
        row.Fields!.AdditionalData["ForExternal"].ShouldBe(true);
        HandWork.Field((await hands.RowsAsync("DecisionsActions")).Single(item => item.Id == decision), "InitiativeLookupId").ShouldBe(row.Id);
        (await provisioner.BringBackAsync(folder, Cancellation)).ShouldBe(new Dictionary<string, int> { ["Initiatives"] = 0 }, "nothing comes back twice");
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Rows_that_point_at_each_other_come_back_with_their_keys()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        await provisioner.BackUpAsync(folder, Cancellation);
        var hands = new HandWork(provisioner);
        await hands.DeleteListAsync("Goals");
        await provisioner.RestoreAsync(Cancellation, new ApplyOrder { AllowDataLoss = true });

        await provisioner.BringBackAsync(folder, Cancellation);

        var goals = (await hands.RowsAsync("Goals")).ToDictionary(row => HandWork.Field(row, "SourceKey")!);
        goals.Count.ShouldBe(provisioner.Target.Definition.Goals.Count);
        foreach (var goal in provisioner.Target.Definition.Goals.Where(goal => goal.Parent is not null))
            HandWork.Field(goals[goal.Key], "ParentLookupId").ShouldBe(goals[goal.Parent!].Id, goal.Key);
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        (await hands.RowsAsync("Goals")).Count.ShouldBe(goals.Count);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
