using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Members;

public sealed class NewcomersTests
{
    private const GroupList Needed = GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.Mailings;

    private readonly GroupOnPaper group = new();

    public NewcomersTests()
    {
        group.Settings = group.Settings with { SiteUrl = "https://trollhattan.example/sites/hallbarhet/" };
        group.Strategist("Anna Provberg", m => m with { ActiveFrom = new(2025, 1, 1) });
        group.At("2026-04-20");
    }

    [Fact]
    public async Task A_newcomer_is_welcomed_once_with_the_remaining_meetings()
    {
        group.Meeting(3, "2026-03-12", m => m with { Status = MeetingStatus.Held });
        group.Meeting(5, "2026-05-21");
        group.Meeting(4, "2026-04-23");
        group.Meeting(6, "2026-09-03", m => m with { Status = MeetingStatus.Proposed });
        var karin = group.Participant("Karin Demoberg", group.Department("Miljöförvaltningen"), m => m with { ActiveFrom = new(2026, 4, 20) });

        await SendAllAsync();
        await SendAllAsync();

        var mail = group.Mails.ShouldHaveSingleItem();
        (mail.Key, mail.To.Single()).ShouldBe(($"M13/Member/{karin.Id}/1", "karin.demoberg@trollhattan.example"));
        var welcome = mail.Content.ShouldBeOfType<WelcomeMail>();
        (welcome.FirstName, welcome.Department).ShouldBe(("Karin", "Miljöförvaltningen"));
        welcome.Upcoming.Select(m => m.Title).ShouldBe(["Möte 4", "Möte 5"]);
        welcome.HowWeWork.Url.ShouldBe("https://trollhattan.example/sites/hallbarhet/SitePages/Sa-arbetar-vi.aspx");
        welcome.PersonalData.Url.ShouldBe("https://trollhattan.example/sites/hallbarhet/SitePages/Sa-hanteras-dina-uppgifter.aspx");
    }

    [Theory]
    [InlineData("2026-04-20", true, "begins today")]
    [InlineData("2026-04-21", false, "begins tomorrow")]
    [InlineData("2026-03-21", true, "began thirty days ago")]
    [InlineData("2026-03-20", false, "began longer ago and has found the way")]
    [InlineData("2026-02-02", false, "was there when the workspace was first filled")]
    [InlineData(null, false, "nobody knows when")]
    public async Task Newcomers_are_those_who_joined_lately(string? from, bool expected, string because)
    {
        group.Participant("Karin Demoberg", with: m => m with { ActiveFrom = from is null ? null : GroupOnPaper.Day(from) });

        (await DueAsync()).Any().ShouldBe(expected, because);
    }

    [Theory]
    [InlineData(MailChoice.All, true, "reads everything")]
    [InlineData(MailChoice.AgendaAndNotes, true, "the personal data information is owed to everybody who gets mail")]
    [InlineData(MailChoice.None, false, "wants no mail")]
    public async Task The_choice_of_mails_counts(MailChoice choice, bool expected, string because)
    {
        group.Participant("Karin Demoberg", with: m => m with { ActiveFrom = new(2026, 4, 20), MailChoice = choice });

        (await DueAsync()).Any().ShouldBe(expected, because);
    }

    private async Task<IReadOnlyList<MailRequest>> DueAsync() =>
        Newcomers.MailsDue(await group.Lists.ReadAsync(Needed, default), group.Settings, group.Time.GetUtcNow());

    private async Task SendAllAsync() => await group.SendOnce.SendAsync(await DueAsync(), await group.Lists.ReadAsync(Needed, default), default);
}
