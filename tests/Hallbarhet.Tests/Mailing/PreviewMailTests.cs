using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Mailing;

public sealed class PreviewMailTests
{
    private readonly GroupOnPaper group = new();

    public PreviewMailTests()
    {
        group.Strategist("Karin Exempel");
        group.Participant("Omar Testlund", group.Department("Exempelförvaltningen"));
        group.Meeting(3, "2026-03-12");
        group.Add(new AgendaItem { Title = "Solceller på skolor", MeetingId = 1, Status = AgendaItemStatus.Proposed });
    }

    private PreviewMail Preview => new(group.Lists, group.Composer, group.Settings, group.Time);

    [Theory]
    [InlineData("M2", typeof(CallForItemsMail))]
    [InlineData("m3", typeof(AgendaMail))]
    [InlineData("M4", typeof(AfterMeetingMail))]
    public async Task A_mail_of_a_meeting_reads_as_it_would_now_and_leaves_no_trace(string kind, Type content)
    {
        var writes = group.Calls.Writes;

        var mail = (await Preview.RunAsync(kind, null, CancellationToken.None)).Mail.ShouldNotBeNull();

        mail.Kind.ShouldBe(kind.ToUpperInvariant());
        mail.Html.ShouldNotBeEmpty();
        mail.Subject.ShouldBe(content.Name);
        group.Mails.ShouldBeEmpty();
        group.Calls.Writes.ShouldBe(writes);
    }

    [Theory]
    [InlineData("M3", 4711, "There is no meeting 4711")]
    [InlineData("M12", 1, "M2, M3, M4")]
    [InlineData("nonsense", null, "M2, M3, M4")]
    public async Task What_cannot_be_shown_is_said_in_a_sentence(string kind, int? meeting, string said)
    {
        var answer = await Preview.RunAsync(kind, meeting, CancellationToken.None);
        answer.Mail.ShouldBeNull();
        answer.Reason.ShouldNotBeNull().ShouldContain(said);
    }

    [Fact]
    public async Task A_personal_mail_that_nobody_reads_is_not_made_up()
    {
        GroupOnPaper empty = new();
        empty.Meeting(3, "2026-03-12");
        (await new PreviewMail(empty.Lists, empty.Composer, empty.Settings, empty.Time).RunAsync("M2", 1, CancellationToken.None))
            .Reason.ShouldNotBeNull().ShouldStartWith("Nobody would get the mail");
    }
}
