using Hallbarhet.Tests.Provisioning;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Drift;
using Hallbarhet.Workspace.Planning;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

/// <summary>Plans and drift as IT reads them, saves them, and puts them into a ticket. Read the differences when they are written anew.</summary>
public sealed class GoldenPlanTests
{
    private static readonly Dictionary<string, Func<Plan>> Plans = new()
    {
        ["first"] = () => Plan.Compare(Sites.Target, Sites.Nothing),
        ["upgrade"] = Upgrade,
        ["data-loss"] = DataLoss,
        ["not-possible"] = NotPossible,
    };

    [Theory]
    [InlineData("first")]
    [InlineData("upgrade")]
    [InlineData("data-loss")]
    [InlineData("not-possible")]
    public void A_plan_reads_as_approved(string name)
    {
        var plan = Plans[name]();
        Approved.ShouldMatch($"Workspace/Approved/{name}.txt", PlanRenderer.Text(plan));
        Approved.ShouldMatch($"Workspace/Approved/{name}.json", PlanRenderer.Json(plan));
        Approved.ShouldMatch($"Workspace/Approved/{name}.md", PlanRenderer.Markdown(plan));
        PlanRenderer.Json(PlanRenderer.Parse(PlanRenderer.Json(plan))).ShouldBe(PlanRenderer.Json(plan));
    }

    [Fact]
    public void Drift_reads_as_approved()
    {
        var touched = Sites.Complete()
            .With("Meetings", list => list with { ChangedAt = new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero), ChangedBy = "Karin Exempelius" })
            .With("Meetings", "StartsAt", column => column with { Required = false, Indexed = false })
            .With("AgendaItems", "Purpose", _ => null)
            .WithDetails("Reports", list => list with { Versioning = false });
        var report = DriftReport.Of(Sites.Target, touched);
        Approved.ShouldMatch("Workspace/Approved/drift.txt", DriftRenderer.Text(report));
        Approved.ShouldMatch("Workspace/Approved/drift.json", DriftRenderer.Json(report));
        Approved.ShouldMatch("Workspace/Approved/drift.md", DriftRenderer.Markdown(report));
    }

    /// <summary>Version 2 on a site of version 1 with a row that has the replaced choice, and a view that people made theirs.</summary>
    private static Plan Upgrade()
    {
        using var data = UpgradeTests.Second();
        var state = Sites.Complete() with
        {
            Outdated = new Dictionary<(string, string, string), IReadOnlyList<string>> { [("DecisionsActions", "ActionStatus", "Öppen")] = ["3", "4"] },
            Group = new GroupState(1, new DateOnly(2027, 1, 31)),
        };
        var theirs = state.WithDetails("DecisionsActions", list => list with
        {
            Views = [.. list.Views.Select(view => view.Name == "Mine" ? view with { Content = view.Content with { Limit = 7 } } : view)],
        });
        return Plan.Compare(new WorkspaceTarget(data.Load(), Sites.Target.Group), theirs);
    }

    /// <summary>A choice in use is dropped, and somebody has made a column anew as another type.</summary>
    private static Plan DataLoss()
    {
        using var data = new DataFolder();
        data.Replace("lists/decisions-actions.json", "\"Öppen\", \"Klar\", \"Utgår\"", "\"Öppen\", \"Klar\"");
        var state = Sites.Complete().With("HorizonItems", "Why", column => column with { Type = ColumnType.Number }) with
        {
            Usage = new Dictionary<(string, string), ColumnUsage>
            {
                [("DecisionsActions", "ActionStatus")] = new(120, new Dictionary<string, int> { ["Öppen"] = 80, ["Utgår"] = 40 }),
                [("HorizonItems", "Why")] = new(1, new Dictionary<string, int> { ["7"] = 1 }),
            },
        };
        return Plan.Compare(new WorkspaceTarget(data.Load(), Sites.Target.Group), state);
    }

    private static Plan NotPossible()
    {
        var state = Sites.Complete().With("Meetings", _ => null);
        var byHand = new ListState { Id = "x", Name = "Mten", Title = "Möten", IsLibrary = false, Columns = [] };
        return Plan.Compare(Sites.Target, state with
        {
            Lists = [.. state.Lists, byHand],
            Pages = [.. state.Pages.Select(page => page.File == "Start.aspx" ? page with { Published = false, CheckedOutBy = "Karin Exempelius" } : page)],
        });
    }
}
