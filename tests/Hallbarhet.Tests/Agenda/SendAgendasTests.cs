using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

public sealed class SendAgendasTests
{
    private const string Folder = "2026-03-12 Möte 3";

    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task An_approved_agenda_goes_once_to_every_reader_on_its_day()
    {
        it.Item("Laddstolpar vid skolor");
        await it.WithApprovedAgendaAsync();

        await Group.At("2026-03-05", "08:00").RunTwiceAsync(it.SendAgendas);

        var mail = Group.Mails.Single(m => m.Key == "M3/Meeting/1/1");
        mail.To.Count.ShouldBe(4);
        var content = mail.Content.ShouldBeOfType<AgendaMail>();
        content.Agenda.IsDraft.ShouldBeFalse();
        content.Agenda.Points.Select(p => p.Title).ShouldBe(["Laddstolpar vid skolor"]);
        content.Document.Url.ShouldContain("MeetingDocuments");
        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Sent);
        it.Now.SystemMessage.ShouldBeNull();
        Approval.Parse(it.Now.AgendaApproval)!.Announced.ShouldBe(it.Meeting.StartsAt);
    }

    [Fact]
    public async Task The_published_agenda_is_registered_with_the_checksum_of_what_readers_get()
    {
        Group.Files.OnUpload = content => [.. content, 7];

        await it.WithSentAgendaAsync();

        var record = Group.All<PublishedRecord>().ShouldHaveSingleItem();
        record.Title.ShouldBe("Dagordning 2026-03-12");
        record.SourceKey.ShouldBe("record/agenda/1/1");
        record.PublishedBy.ShouldBe(it.Karin.Person);
        record.EstablishedOn.ShouldBe(new DateOnly(2026, 3, 5));
        record.Registration.ShouldBe(Registration.KeptInOrder);
        record.Sha256.ShouldBe(RecordBook.HashOf(Group.Files.Content(GroupLibrary.MeetingDocuments, $"{Folder}/Dagordning 2026-03-12.docx")!));
    }

    [Theory]
    [InlineData("2026-03-04", "15:59", "the day has not come")]
    [InlineData("2026-03-05", "07:59", "mail may not leave yet")]
    [InlineData("2026-03-07", "10:00", "a Saturday")]
    [InlineData("2026-03-12", "13:00", "the meeting has begun")]
    public async Task It_waits_for_its_time(string date, string clock, string reason)
    {
        await it.WithApprovedAgendaAsync();

        (await Group.At(date, clock).RunAsync(it.SendAgendas)).Outcome.ShouldBe(JobOutcome.Idle, reason);
    }

    [Theory]
    [InlineData("10:29", JobOutcome.Idle, "may still be undone")]
    [InlineData("10:30", JobOutcome.Done, "the time for undoing is over")]
    public async Task A_late_approval_waits_until_it_cannot_be_undone(string clock, JobOutcome expected, string reason)
    {
        await it.WithDraftAsync();
        Group.At("2026-03-06", "10:00");
        it.ApproveAgenda();
        await Group.RunAsync(it.React);

        (await Group.At("2026-03-06", clock).RunAsync(it.SendAgendas)).Outcome.ShouldBe(expected, reason);
    }

    [Fact]
    public async Task A_status_that_nobody_has_checked_sends_nothing()
    {
        await it.WithDraftAsync();
        it.ApproveAgenda(it.Anna);

        (await Group.At("2026-03-05").RunAsync(it.SendAgendas)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task Those_away_gone_or_not_wanting_mail_get_none()
    {
        await it.WithApprovedAgendaAsync();
        Group.Change(it.Anna, m => m with { MailChoice = MailChoice.None });
        Group.Change(it.Bo, m => m with { AwayFrom = GroupOnPaper.Day("2026-03-01") });

        await Group.At("2026-03-05").RunAsync(it.SendAgendas);

        Group.Mails.Single(m => m.Key == "M3/Meeting/1/1").To
            .ShouldBe(["karin.exempelius@trollhattan.example", "sven.provsson@trollhattan.example"]);
    }

    [Fact]
    public async Task Attached_files_lie_in_the_meetings_folder_under_the_points_number()
    {
        it.Item("Först", i => i with { SortOrder = 1 });
        var item = it.Item("Karta", i => i with { SortOrder = 2, HasAttachments = true });
        Group.Lists.Attach<Hallbarhet.Group.Agenda.AgendaItem>(item.Id, new("Karta: stråk?.pdf", [1, 2]));

        await it.WithSentAgendaAsync();

        Group.Files.Content(GroupLibrary.MeetingDocuments, $"{Folder}/02 Karta stråk.pdf").ShouldBe([1, 2]);
        ((AgendaMail)Group.Mails[^1].Content).Agenda.Points[1].Attachments.ShouldBe(["02 Karta stråk.pdf"]);
        Group.All<PublishedRecord>().Select(r => r.Kind).ShouldBe([RecordKind.Attachment, RecordKind.Agenda]);
    }

    [Theory]
    [InlineData("Files.EnsureFolder")]
    [InlineData("Files.Save")]
    [InlineData("Files.Read")]
    [InlineData("Lists.Add")]
    [InlineData("Mailbox.CreateDrafts")]
    [InlineData("Mailbox.Send")]
    [InlineData("Lists.Update")]
    public async Task A_run_that_is_cut_anywhere_is_finished_by_the_next_and_doubles_nothing(string call)
    {
        await it.WithApprovedAgendaAsync();
        Group.At("2026-03-05", "08:00");
        var cut = false;
        Group.Calls.After = c => c == call && !cut && (cut = true) ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.SendAgendas);
        Group.Calls.Works();

        await Group.At("2026-03-05", "08:30").RunTwiceAsync(it.SendAgendas);

        Group.Mails.Count(m => m.Key == "M3/Meeting/1/1").ShouldBe(1);
        Group.All<PublishedRecord>().Count.ShouldBe(1);
        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Sent);
    }

    [Fact]
    public async Task An_agenda_that_is_taken_back_and_approved_again_is_a_correction_to_whoever_got_the_first()
    {
        await it.WithSentAgendaAsync();
        Group.Participant("Ny Nyström", it.Care);
        Group.At("2026-03-05", "09:00");
        it.Change(m => m with { AgendaStatus = DocumentStatus.Draft });
        await Group.RunAsync(it.React);
        await Group.RunAsync(it.DraftAgendas);
        Group.At("2026-03-05", "10:00");
        it.ApproveAgenda();
        await Group.RunAsync(it.React);

        await Group.At("2026-03-05", "10:30").RunTwiceAsync(it.SendAgendas);

        var mail = Group.Mails[^1];
        mail.Content.ShouldBeOfType<ChangeMail>().Kind.ShouldBe(ChangeKind.Correction);
        mail.To.Count.ShouldBe(4);
        mail.To.ShouldNotContain("ny.nyström@trollhattan.example");
        var records = Group.All<PublishedRecord>();
        records[1].Title.ShouldBe("Dagordning 2026-03-12 rättelse");
        records[1].CorrectsId.ShouldBe(records[0].Id);
    }

    [Fact]
    public async Task A_mail_whose_fate_is_unknown_is_told_on_the_row()
    {
        await it.WithApprovedAgendaAsync();
        Group.At("2026-03-05", "08:00");
        Group.Calls.Before = c => c == "Mailbox.Send" ? new OutcomeUnknownException("lost") : null;
        await Group.RunAsync(it.SendAgendas);
        Group.Calls.Works();
        foreach (var draft in Group.Mailbox.Drafts.Keys.ToList()) await Group.Mailbox.SendAsync(draft, default);
        Group.Mailbox.SentCopyAppearsAfter = TimeSpan.FromDays(1);

        await Group.At("2026-03-05", "08:30").RunTwiceAsync(it.SendAgendas);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Sent);
        it.Now.SystemMessage.ShouldNotBeNull().ShouldStartWith("Dagordningen: oklart om det skickades (1 av 1 mejl).");
    }
}
