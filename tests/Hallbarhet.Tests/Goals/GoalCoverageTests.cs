using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.Initiatives;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Goals;

public sealed class GoalCoverageTests
{
    private static readonly DateOnly Day = new(2026, 4, 16);

    private static readonly Goal[] Goals =
    [
        new() { Id = 1, Framework = Framework.Strategy, Code = "A", Title = "Minskad klimatpåverkan och ren luft" },
        new() { Id = 2, Framework = Framework.Strategy, Code = "10", Title = "Hållbara livsmedelsinköp", ParentId = 1 },
        new() { Id = 3, Framework = Framework.Strategy, Code = "9", Title = "En hållbar konsumtion", ParentId = 1 },
        new() { Id = 4, Framework = Framework.Mrp, Code = "1.1", Title = "Kraftigt minskad klimatpåverkan" },
        new() { Id = 5, Framework = Framework.GlobalGoal, Code = "13", Title = "Bekämpa klimatförändringarna" },
        new() { Id = 6, Framework = Framework.Strategy, Code = "12", Title = "Har upphört", ValidTo = new(2025, 12, 31) },
    ];

    [Fact]
    public void Each_position_has_a_row_also_when_nothing_points_at_it()
    {
        var rows = GoalCoverage.Of(Goals, [], [], Day);

        rows.Select(r => r.Goal).ShouldBe(["1.1 Kraftigt minskad klimatpåverkan", "9 En hållbar konsumtion", "10 Hållbara livsmedelsinköp"]);
    }

    [Fact]
    public void Ideas_and_stopped_initiatives_do_not_count()
    {
        Initiative[] initiatives =
        [
            new() { Status = InitiativeStatus.Ongoing, GoalIds = [2, 4] },
            new() { Status = InitiativeStatus.Done, GoalIds = [2] },
            new() { Status = InitiativeStatus.Idea, GoalIds = [2] },
            new() { Status = InitiativeStatus.Stopped, GoalIds = [2] },
            new() { GoalIds = [2] },
        ];

        var rows = GoalCoverage.Of(Goals, initiatives, [new AgendaItem { GoalIds = [2] }], Day);

        rows.Single(r => r.Goal.StartsWith("10 ", StringComparison.Ordinal)).ShouldBe(new("Strategi", "10 Hållbara livsmedelsinköp", 2, 1));
    }
}
