using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using NSubstitute;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

/// <summary>M1 by mail, for participants without a mailbox here.</summary>
public sealed class CalendarFileTests
{
    private readonly GroupOnPaper group = new();
    private readonly ICalendarFileWriter calendarFiles = Substitute.For<ICalendarFileWriter>();

    public CalendarFileTests()
    {
        group.Strategist("Anna Provberg");
        calendarFiles.Write([], "").ReturnsForAnyArgs("BEGIN:VCALENDAR"u8.ToArray());
    }

    private PrepareMeetings Job =>
        new(group.Lists, group.Files, group.Calendar, calendarFiles, group.SendOnce, group.Policy, group.Settings, group.Time);

    [Fact]
    public async Task Without_a_mailbox_one_mail_brings_all_dates_as_a_calendar_file_and_a_move_only_the_new_one()
    {
        var guest = group.Participant("Gun Provhammar", with: m => m with { Person = null, Email = "gun@bolag.example" });
        var third = group.Meeting(3, "2026-03-12");
        group.Meeting(4, "2026-04-16");
        await group.RunTwiceAsync(Job);
        group.Mails.ShouldBeEmpty("the rows have just been accepted; more may come");

        group.At("2026-02-02", "09:30");
        await group.RunTwiceAsync(Job);
        var first = group.Mails.ShouldHaveSingleItem();
        first.To.ShouldBe(["gun@bolag.example"]);
        first.Mail.Attachments.ShouldHaveSingleItem().FileName.ShouldBe("moten.ics");
        var invitation = first.Content.ShouldBeOfType<InvitationMail>();
        (invitation.Meetings.Count, invitation.IsUpdate).ShouldBe((2, false));
        group.Calendar.Events.ShouldAllBe(e => !e.Attendees.Contains("gun@bolag.example"));

        group.Change(third, m => m with { StartsAt = m.StartsAt!.Value.AddDays(7), EndsAt = m.EndsAt!.Value.AddDays(7) });
        group.At("2026-02-03");
        await group.RunAsync(Job);
        group.At("2026-02-03", "10:00");
        await group.RunTwiceAsync(Job);
        var update = group.Mails[^1].Content.ShouldBeOfType<InvitationMail>();
        (update.Meetings.Single().Date, update.IsUpdate).ShouldBe((new DateOnly(2026, 3, 19), true));

        // Time passes and a meeting is held: nothing new to tell.
        group.At("2026-03-27");
        await group.RunAsync(Job);
        group.Mails.Count(m => m.Content is InvitationMail).ShouldBe(2);
        group.All<MailingRow>().Where(m => m.Kind == MailKind.Invitation).ShouldAllBe(m => m.MailKey.EndsWith($"/{guest.Name}", StringComparison.Ordinal));
    }
}
