using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Members;

public sealed class GroupDirectoryTests
{
    private static readonly DateOnly Today = new(2026, 3, 12);

    private static readonly Member Erik = new()
    {
        Id = 1,
        Title = " Erik Mallqvist ",
        Person = new(11),
        Email = " erik@trollhattan.example ",
        Role = Role.Regular,
        DepartmentId = 1,
    };

    [Theory]
    [InlineData(null, null, null, null, true, "no dates at all")]
    [InlineData("2026-03-12", null, null, null, true, "first day")]
    [InlineData("2026-03-13", null, null, null, false, "begins tomorrow")]
    [InlineData(null, "2026-03-12", null, null, true, "last day")]
    [InlineData(null, "2026-03-11", null, null, false, "left yesterday")]
    [InlineData(null, null, "2026-03-12", null, false, "away from today without an end")]
    [InlineData(null, null, "2026-03-13", null, true, "away from tomorrow")]
    [InlineData(null, null, "2026-01-01", "2026-03-11", true, "back today")]
    [InlineData(null, null, "2026-01-01", "2026-03-12", false, "last day away")]
    [InlineData(null, null, null, "2026-03-31", true, "an end without a beginning says nothing")]
    public void In_service_is_who_is_neither_away_nor_gone(
        string? from, string? to, string? awayFrom, string? awayTo, bool expected, string because)
    {
        var member = Erik with { ActiveFrom = Day(from), ActiveTo = Day(to), AwayFrom = Day(awayFrom), AwayTo = Day(awayTo) };

        People(member).InService.Any().ShouldBe(expected, because);
        People(member).ReadersOf(MailKind.Agenda).Any().ShouldBe(expected, because);
    }

    [Theory]
    [InlineData("erik@trollhattan.example", "erik@trollhattan.example", "an address")]
    [InlineData(" erik@trollhattan.example ", "erik@trollhattan.example", "blanks around it")]
    [InlineData("erik", null, "no address")]
    [InlineData("", null, "empty")]
    [InlineData("a@trollhattan.example;b@trollhattan.example", null, "two addresses")]
    [InlineData("Erik <erik@trollhattan.example>", null, "a name with it")]
    [InlineData("erik@trollhattan.example\r\nBcc: x@y.example", null, "a header smuggled in")]
    public void Only_one_plain_address_is_used(string email, string? expected, string because) =>
        (Erik with { Email = email }).Address?.Address.ShouldBe(expected, because);

    [Theory]
    [InlineData(MailChoice.None, "", "nothing at all")]
    [InlineData(MailChoice.AgendaAndNotes, "Invitation Agenda AfterMeeting Change Welcome", "what the meeting itself needs")]
    [InlineData(MailChoice.All, "Invitation CallForItems Agenda AfterMeeting Reminder Change Approval MondayDigest Report Registry Communicator It Welcome", "all")]
    public void The_choice_decides_the_kinds(MailChoice choice, string kinds, string because) =>
        string.Join(' ', Enum.GetValues<MailKind>().Where((Erik with { MailChoice = choice }).Wants)).ShouldBe(kinds, because);

    [Fact]
    public void Somebody_shown_as_a_function_is_named_by_the_role()
    {
        People(Erik).NameOf(new(11)).ShouldBe("Erik Mallqvist", StringCompareShould.IgnoreCase);
        People(Erik with { AsFunction = true }).NameOf(new(11)).ShouldBe("Ordinarie");
        People(Erik).NameOf(new(99)).ShouldBeNull();
        People(Erik).NameOf(null).ShouldBeNull();
    }

    [Fact]
    public void Departments_without_a_member_are_those_that_are_valid_and_empty()
    {
        OrganisationUnit[] units =
        [
            new() { Id = 1, Title = "Med", Kind = OrganisationKind.Department },
            new() { Id = 2, Title = "Utan", Kind = OrganisationKind.Department },
            new() { Id = 3, Title = "Nedlagd", Kind = OrganisationKind.Department, ValidTo = new(2025, 12, 31) },
            new() { Id = 4, Title = "Bolaget", Kind = OrganisationKind.Company },
            new() { Id = 5, Title = "Utskottet", Kind = OrganisationKind.ReportingBody },
        ];

        new GroupDirectory([Erik], units, Today).DepartmentsWithoutMember.Select(d => d.Title).ShouldBe(["Utan", "Bolaget"]);
    }

    private static GroupDirectory People(Member member) => new([member], [], Today);

    private static DateOnly? Day(string? date) => date is null ? null : Building.GroupOnPaper.Day(date);
}
