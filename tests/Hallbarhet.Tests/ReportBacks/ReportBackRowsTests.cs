using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.ReportBacks;

public sealed class ReportBackRowsTests
{
    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task Each_department_and_company_with_a_member_gets_one_row()
    {
        var company = Group.Add(new OrganisationUnit { Title = "Energibolaget", Kind = OrganisationKind.Company });
        Group.Participant("Eva Elström", company);
        Group.Department("Tomma förvaltningen");
        Group.Add(new OrganisationUnit { Title = "Miljöutskottet", Kind = OrganisationKind.ReportingBody });

        await it.WithNotesDraftAsync();

        Group.All<ReportBack>().Select(r => (r.Title, r.SourceKey)).ShouldBe(
        [
            ("Återrapportering 12 mars: Omsorgsförvaltningen", "reportback/1/1"),
            ("Återrapportering 12 mars: Utbildningsförvaltningen", "reportback/1/2"),
            ("Återrapportering 12 mars: Energibolaget", $"reportback/1/{company.Id}"),
        ]);
        Group.All<ReportBack>()[0].Person.ShouldBe(it.Anna.Person);
    }

    [Fact]
    public async Task The_substitute_is_asked_when_the_regular_member_is_away()
    {
        var substitute = Group.Person("Ulla Utbytt", Role.Substitute, m => m with { DepartmentId = it.Care.Id });
        Group.Change(it.Anna, m => m with { AwayFrom = GroupOnPaper.Day("2026-03-01") });

        await it.WithNotesDraftAsync();

        Group.All<ReportBack>().Single(r => r.DepartmentId == it.Care.Id).Person.ShouldBe(substitute.Person);
    }

    [Fact]
    public async Task A_department_whose_only_member_is_away_has_a_row_without_a_person()
    {
        Group.Change(it.Anna, m => m with { AwayFrom = GroupOnPaper.Day("2026-03-01") });

        await it.WithNotesDraftAsync();

        Group.All<ReportBack>().Single(r => r.DepartmentId == it.Care.Id).Person.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-03-11", null, false, "the department ended the day before")]
    [InlineData("2026-03-12", null, true, "its last day was the meeting's")]
    [InlineData(null, "2026-03-13", false, "it began the day after")]
    [InlineData(null, "2026-03-12", true, "it began that day")]
    public async Task Departments_count_as_they_were_on_the_meetings_day(string? validTo, string? validFrom, bool hasRow, string reason)
    {
        Group.Change(it.Care, u => u with
        {
            ValidTo = validTo is null ? null : GroupOnPaper.Day(validTo),
            ValidFrom = validFrom is null ? null : GroupOnPaper.Day(validFrom),
        });

        await it.WithNotesDraftAsync();

        Group.All<ReportBack>().Any(r => r.DepartmentId == it.Care.Id).ShouldBe(hasRow, reason);
    }
}
