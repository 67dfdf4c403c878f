using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.DecisionsActions;

public sealed class SyncActionsTests
{
    private readonly GroupOnPaper group = new();
    private readonly Member anna;

    public SyncActionsTests() => anna = group.Participant("Anna Testberg");

    private SyncActions Job => new(group.Lists, group.Board, group.Settings, group.Time);

    [Fact]
    public async Task An_open_action_gets_one_task_with_its_person_day_and_bucket()
    {
        var action = Action("Ta fram en lista över lokaler", a => a with { Details = "Alla skolor." });

        await group.RunTwiceAsync(Job);

        var task = group.Board.Tasks.Single();
        (task.Title, task.DueOn, task.Done).ShouldBe(("Ta fram en lista över lokaler", new DateOnly(2026, 3, 1), false));
        group.Board.FactsOf(task.Id).ShouldBe(("anna.testberg@trollhattan.example", "Att göra", "Alla skolor."));
        group.Get<DecisionAction>(action.Id).PlannerTaskId.ShouldBe(task.Id);
    }

    [Fact]
    public async Task A_working_groups_action_lies_in_the_groups_bucket()
    {
        var working = group.Add(new Initiative { Title = "Arbetsgrupp skyfall", Kind = InitiativeKind.WorkingGroup });
        Action("Rita kartan", a => a with { InitiativeId = working.Id });

        await group.RunAsync(Job);

        group.Board.FactsOf(group.Board.Tasks.Single().Id).Bucket.ShouldBe("Arbetsgrupp skyfall");
    }

    [Theory]
    [InlineData("away", "a member who is away")]
    [InlineData("gone", "a member who has left")]
    [InlineData("unknown", "somebody who is no member")]
    public async Task Nobody_away_gone_or_unknown_is_assigned(string who, string reason)
    {
        group.Change(anna, m => who switch
        {
            "away" => m with { AwayFrom = new(2026, 1, 1) },
            "gone" => m with { ActiveTo = new(2026, 1, 1) },
            _ => m with { Person = new PersonId(999) },
        });
        Action("Något");

        await group.RunAsync(Job);

        group.Board.FactsOf(group.Board.Tasks.Single().Id).Assignee.ShouldBeNull(reason);
    }

    [Fact]
    public async Task Completion_comes_back_from_the_board_with_its_day()
    {
        var action = Action("Något");
        await group.RunAsync(Job);
        group.At("2026-02-20");
        group.Board.Change(group.Board.Tasks[0].Id, t => t with { Done = true });

        await group.RunTwiceAsync(Job);

        Of(action).ShouldBe((ActionStatus.Done, new DateOnly(2026, 2, 20)));
    }

    [Theory]
    [InlineData(ActionStatus.Done, "finished in the list")]
    [InlineData(ActionStatus.Dropped, "dropped in the list")]
    public async Task The_task_follows_the_list(ActionStatus status, string reason)
    {
        var action = Action("Något");
        await group.RunAsync(Job);
        group.Change(action, a => a with { Status = status });

        await group.RunTwiceAsync(Job);

        group.Board.Tasks.Single().Done.ShouldBeTrue(reason);
    }

    [Fact]
    public async Task Title_and_day_changed_in_the_list_are_shown_on_the_board_and_not_the_other_way()
    {
        var action = Action("Något");
        await group.RunAsync(Job);
        group.Change(action, a => a with { Title = "Något tydligare", DueOn = new(2026, 4, 1) });
        group.Board.Change(group.Board.Tasks[0].Id, t => t with { Title = "Ändrad på tavlan" });

        await group.RunTwiceAsync(Job);

        (group.Board.Tasks[0].Title, group.Board.Tasks[0].DueOn).ShouldBe(("Något tydligare", new DateOnly(2026, 4, 1)));
        group.Get<DecisionAction>(action.Id).Title.ShouldBe("Något tydligare");
    }

    [Fact]
    public async Task An_action_that_is_reopened_opens_its_task_and_can_be_finished_again()
    {
        var action = Action("Något");
        await group.RunAsync(Job);
        group.Board.Change(group.Board.Tasks[0].Id, t => t with { Done = true });
        await group.RunAsync(Job);

        group.Change(action, a => a with { Status = ActionStatus.Open });
        await group.RunTwiceAsync(Job);
        group.Board.Tasks[0].Done.ShouldBeFalse();
        Of(action).ShouldBe((ActionStatus.Open, null));

        group.At("2026-03-05");
        group.Board.Change(group.Board.Tasks[0].Id, t => t with { Done = true });
        await group.RunTwiceAsync(Job);
        Of(action).ShouldBe((ActionStatus.Done, new DateOnly(2026, 3, 5)));
    }

    [Theory]
    [InlineData("Board.Create", "the answer was lost")]
    [InlineData("Lists.Update", "the row could not be written")]
    public async Task A_run_that_is_cut_off_does_not_double_a_task(string call, string reason)
    {
        Action("Något");
        Action("Något");
        group.Calls.After = c => c == "Board.Create" && c == call ? new ServiceUnavailableException("cut") : null;
        group.Calls.Before = c => c == "Lists.Update" && c == call ? new ServiceUnavailableException("cut") : null;
        await group.RunAsync(Job);
        group.Calls.Works();

        await group.RunTwiceAsync(Job);

        group.Board.Tasks.Count.ShouldBe(2, reason);
        group.All<DecisionAction>().Select(a => a.PlannerTaskId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_is_changed_while_its_task_is_made_still_gets_it()
    {
        var action = Action("Något");
        group.Calls.After = c =>
        {
            if (c == "Board.Create") group.Change(action, a => a with { Title = "Ändrad just då" });
            return null;
        };
        await group.RunAsync(Job);
        group.Calls.Works();

        await group.RunAsync(Job);
        await group.RunTwiceAsync(Job);

        group.Board.Tasks.Single().Title.ShouldBe("Ändrad just då");
    }

    [Fact]
    public async Task A_task_that_somebody_removed_comes_back_but_not_because_the_board_is_slow()
    {
        var action = Action("Något");
        await group.RunAsync(Job);
        group.Change(action, a => a with { PlannerTaskId = "task-not-seen-yet" });
        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle, "the board may not show it yet");

        group.At("2026-02-02", "10:00");
        group.Change(action, a => a with { Title = "Något annat", PlannerTaskId = "removed" });
        group.At("2026-02-02", "10:30");
        await group.RunAsync(Job);

        group.Board.Tasks.Select(t => t.Title).ShouldContain("Något annat");
    }

    [Fact]
    public async Task With_planner_off_the_list_is_kept_alike_and_the_board_is_not_touched()
    {
        group.Settings = group.Settings with { PlannerOn = false };
        var done = Action("Klar", a => a with { Status = ActionStatus.Done });
        Action("Öppen");

        await group.RunTwiceAsync(Job);

        Of(done).ShouldBe((ActionStatus.Done, new DateOnly(2026, 2, 2)));
        group.Calls.Log.ShouldNotContain(c => c.StartsWith("Board."));
    }

    [Fact]
    public async Task Without_an_action_the_board_is_not_asked()
    {
        Action("Beslut", a => a with { Kind = DecisionActionKind.Decision });

        await group.RunAsync(Job);

        group.Calls.Log.ShouldNotContain("Board.Read");
    }

    [Fact]
    public async Task A_day_of_completion_that_people_wrote_is_kept()
    {
        var done = Action("Klar", a => a with { Status = ActionStatus.Done, DoneOn = new(2026, 1, 15) });

        await group.RunAsync(Job);

        Of(done).DoneOn.ShouldBe(new DateOnly(2026, 1, 15));
    }

    [Theory]
    [InlineData(null, ActionStatus.Open, "Välj typ: Beslut eller Åtgärd.")]
    [InlineData(DecisionActionKind.Action, null, "Välj status.")]
    [InlineData(DecisionActionKind.Decision, null, null)]
    public async Task A_row_that_lacks_something_says_what(DecisionActionKind? kind, ActionStatus? status, string? message)
    {
        var row = Action("Något", a => a with { Kind = kind, Status = status });

        await group.RunTwiceAsync(Job);

        group.Get<DecisionAction>(row.Id).SystemMessage.ShouldBe(message);
    }

    [Fact]
    public async Task The_message_goes_when_the_row_is_mended_but_a_parked_rows_message_stays()
    {
        var row = Action("", a => a with { Responsible = null });
        await group.RunTwiceAsync(Job);
        group.Get<DecisionAction>(row.Id).SystemMessage.ShouldBe("Skriv vad som är beslutat eller ska göras. Välj vem som är ansvarig.");
        group.Board.Tasks.ShouldBeEmpty();

        group.Change(row, a => a with { Title = "Något", Responsible = anna.Person });
        await group.RunTwiceAsync(Job);
        group.Get<DecisionAction>(row.Id).SystemMessage.ShouldBeNull();

        group.Change(row, a => a with { SystemMessage = "Systemet kom inte vidare med den här raden efter 3 försök." });
        await group.RunTwiceAsync(Job);
        group.Get<DecisionAction>(row.Id).SystemMessage.ShouldNotBeNull().ShouldStartWith("Systemet");
    }

    [Fact]
    public async Task A_leavers_action_asks_for_somebody_else()
    {
        group.Change(anna, m => m with { ActiveTo = new(2026, 1, 31) });
        var row = Action("Något");

        await group.RunTwiceAsync(Job);

        group.Get<DecisionAction>(row.Id).SystemMessage.ShouldBe("Den som är ansvarig är inte längre med i gruppen. Välj en ny ansvarig.");
    }

    [Fact]
    public async Task Odd_texts_become_a_task_title_that_planner_takes()
    {
        Action($"<b>=SUM(A1)</b> 🌱 \u202E{new string('å', 200)}\nrad två");

        await group.RunTwiceAsync(Job);

        group.Board.Tasks.Single().Title.Length.ShouldBeLessThanOrEqualTo(255);
    }

    private DecisionAction Action(string title, Func<DecisionAction, DecisionAction>? with = null) =>
        group.Add((with ?? (x => x))(new DecisionAction
        {
            Title = title,
            Kind = DecisionActionKind.Action,
            Status = ActionStatus.Open,
            DueOn = new(2026, 3, 1),
            Responsible = anna.Person,
        }));

    private (ActionStatus? Status, DateOnly? DoneOn) Of(DecisionAction action)
    {
        var row = group.Get<DecisionAction>(action.Id);
        return (row.Status, row.DoneOn);
    }
}
