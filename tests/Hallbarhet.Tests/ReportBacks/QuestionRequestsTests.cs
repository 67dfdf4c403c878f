using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.ReportBacks;

public sealed class QuestionRequestsTests
{
    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task A_departments_question_becomes_an_item_once()
    {
        var question = "Kan gruppen " + string.Join(' ', Enumerable.Repeat("verkligen", 20)) + " hjälpa oss?\nVi undrar.";
        var row = Group.Add(new ReportBack { Title = "Återrapportering", DepartmentId = it.Care.Id, Person = it.Anna.Person, Question = question });

        await Group.RunTwiceAsync(it.React);

        var item = Group.All<AgendaItem>().ShouldHaveSingleItem();
        item.SourceKey.ShouldBe($"reportback/{row.Id}");
        item.Title.Length.ShouldBeLessThanOrEqualTo(120);
        item.Title.ShouldStartWith("Kan gruppen verkligen");
        item.Background.ShouldBe($"{question}\nFråga från Omsorgsförvaltningen");
        item.DepartmentIds.ShouldBe([it.Care.Id]);
        (item.Status, item.MeetingId, item.Presenter).ShouldBe((AgendaItemStatus.Proposed, null, it.Anna.Person));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task No_question_makes_no_item(string? question)
    {
        Group.Add(new ReportBack { Title = "Återrapportering", DepartmentId = it.Care.Id, Question = question });

        (await Group.RunAsync(it.React)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task A_question_without_a_known_department_or_person_is_asked_all_the_same()
    {
        Group.Change(it.Anna, m => m with { ActiveTo = GroupOnPaper.Day("2026-01-31") });
        Group.Add(new ReportBack { Title = "Återrapportering", DepartmentId = 99, Person = it.Anna.Person, Question = "<b>Vad gäller?</b>" });

        await Group.RunTwiceAsync(it.React);

        var item = Group.All<AgendaItem>().Single();
        (item.Title, item.Background, item.DepartmentIds.Count, item.Presenter).ShouldBe(("<b>Vad gäller?</b>", "", 0, null));
    }
}
