using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Planner;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class BoardTests : IAsyncLifetime
{
    private static readonly DateOnly Due = new(2026, 10, 25);
    private GroupTenant tenant = null!;
    private PlannerBoard board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await GroupTenant.StartAsync(Ct);
        board = new PlannerBoard(tenant.Connection, GroupTenant.Live);
    }

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task A_task_is_made_once_with_owner_day_and_description_and_read_back()
    {
        var id = await board.CreateAsync("Räkna cykelställ", "erik.ovningsson@trollhattan.example", Due, "Att göra", "Vid alla skolor", Ct);

        (await board.ReadAsync(Ct)).Single().ShouldBe(new BoardTask(id, (await board.ReadAsync(Ct))[0].ETag, "Räkna cykelställ", Due, false));
        var task = await tenant.Connection.Graph.Planner.Tasks[id].GetAsync(null, Ct);
        task!.Assignments!.AdditionalData.Count.ShouldBe(1);
        (await tenant.Connection.Graph.Planner.Tasks[id].Details.GetAsync(null, Ct))!.Description.ShouldBe("Vid alla skolor");
    }

    [Fact]
    public async Task Nobody_is_assigned_until_mail_is_live()
    {
        await new PlannerBoard(tenant.Connection, GroupTenant.Redirected)
            .CreateAsync("Räkna cykelställ", "erik.ovningsson@trollhattan.example", null, "Att göra", null, Ct);

        (await tenant.DeliveriesAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_without_an_account_leaves_the_task_to_nobody()
    {
        var id = await board.CreateAsync("Fråga bolaget", "leo.testgard@trollhattan.example", null, "Att göra", null, Ct);

        var task = await tenant.Connection.Graph.Planner.Tasks[id].GetAsync(null, Ct);
        (task!.Assignments?.AdditionalData.Count ?? 0).ShouldBe(0);
    }

    [Fact]
    public async Task A_working_group_gets_its_own_bucket_once()
    {
        await board.CreateAsync("Ett", null, null, "Arbetsgrupp cykel", null, Ct);
        await new PlannerBoard(tenant.Connection, GroupTenant.Live).CreateAsync("Två", null, null, "Arbetsgrupp cykel", null, Ct);

        var plan = (await tenant.Connection.Graph.Planner.Tasks[(await board.ReadAsync(Ct))[0].Id].GetAsync(null, Ct))!.PlanId;
        var buckets = await tenant.Connection.Graph.Planner.Plans[plan].Buckets.GetAsync(null, Ct);
        buckets!.Value!.Count(b => b.Name == "Arbetsgrupp cykel").ShouldBe(1);
    }

    [Fact]
    public async Task Title_day_and_completion_follow_the_list()
    {
        await board.CreateAsync("Räkna", null, Due, "Att göra", null, Ct);
        var before = (await board.ReadAsync(Ct)).Single();

        await board.UpdateAsync(before, before with { Title = "Räkna igen", DueOn = null, Done = true }, Ct);

        var after = (await board.ReadAsync(Ct)).Single();
        (after.Title, after.DueOn, after.Done).ShouldBe(("Räkna igen", null, true));
        await Should.ThrowAsync<RowChangedException>(() => board.UpdateAsync(before, before with { Title = "För sent" }, Ct));
    }

    [Theory]
    [InlineData("after", 504)]
    [InlineData("cut", 0)]
    public async Task A_task_whose_answer_got_lost_is_found_and_not_made_twice(string mode, int status)
    {
        await board.CreateAsync("Räkna", null, Due, "Att göra", null, Ct);
        await tenant.FaultAsync($$"""{"method":"POST","path":"/v1.0/planner/tasks","nth":1,"times":1,"mode":"{{mode}}","status":{{status}}}""", Ct);

        var id = await board.CreateAsync("Räkna", null, Due, "Att göra", null, Ct);

        var tasks = await board.ReadAsync(Ct);
        tasks.Count.ShouldBe(2);
        tasks.Select(t => t.Id).ShouldContain(id);
    }

    [Fact]
    public async Task A_description_that_cannot_be_written_does_not_lose_the_task()
    {
        await tenant.FaultAsync("""{"method":"PATCH","path":"/v1.0/planner/tasks/*/details","mode":"refuse","status":503}""", Ct);

        var id = await board.CreateAsync("Räkna", null, Due, "Att göra", "Vid alla skolor", Ct);

        (await board.ReadAsync(Ct)).Single().Id.ShouldBe(id);
    }
}
