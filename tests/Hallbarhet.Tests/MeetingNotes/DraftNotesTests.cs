using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.MeetingNotes;

public sealed class DraftNotesTests
{
    private const string Draft = "Minnesanteckningar 2026-03-12 Möte 3.docx";

    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task When_the_meeting_is_over_the_note_taker_gets_a_draft()
    {
        it.Item("Laddstolpar");
        await it.WithSentAgendaAsync();
        it.Change(m => m with { Present = [it.Anna.Person!.Value, it.Karin.Person!.Value] });

        await Group.At("2026-03-12", "15:00").RunTwiceAsync(it.DraftNotes);

        (it.Now.Status, it.Now.NotesStatus).ShouldBe((MeetingStatus.Held, DocumentStatus.Draft));
        it.Text(GroupLibrary.Drafts, Draft).ShouldBe("UTKAST Minnesanteckningar");
        var notes = it.Writer.NotesDrafts.ShouldHaveSingleItem();
        notes.Points.Select(p => p.Title).ShouldBe(["Laddstolpar"]);
        notes.Present.ShouldBe(["Anna Testberg, Omsorgsförvaltningen", "Karin Exempelius"]);
        var mail = Group.Mails[^1];
        mail.Key.ShouldBe("M7/Meeting/1/notes/1");
        mail.To.ShouldBe(["sven.provsson@trollhattan.example"]);
        var content = mail.Content.ShouldBeOfType<ApprovalMail>();
        content.ApproveBy.ShouldBe(new DateOnly(2026, 3, 19));
        content.Draft.Url.ShouldBe(it.Now.NotesDraftUrl);
    }

    [Theory]
    [InlineData(MeetingStatus.Decided, DocumentStatus.NotStarted, "14:59", "not over yet")]
    [InlineData(MeetingStatus.Proposed, DocumentStatus.NotStarted, "15:30", "never decided")]
    [InlineData(MeetingStatus.Cancelled, DocumentStatus.NotStarted, "15:30", "cancelled")]
    [InlineData(MeetingStatus.Decided, DocumentStatus.Paused, "15:30", "paused")]
    public async Task Nothing_is_due(MeetingStatus status, DocumentStatus notes, string clock, string reason)
    {
        it.Change(m => m with { Status = status, NotesStatus = notes });

        (await Group.At("2026-03-12", clock).RunAsync(it.DraftNotes)).Outcome.ShouldBe(JobOutcome.Idle, reason);
    }

    [Fact]
    public async Task After_hours_the_draft_is_made_at_once_and_the_mail_waits_for_the_morning()
    {
        await it.WithSentAgendaAsync();
        await Group.At("2026-03-12", "17:00").RunTwiceAsync(it.DraftNotes);
        Group.Mails.Where(m => m.Content is ApprovalMail { Notes: not null }).ShouldBeEmpty();
        it.Now.NotesStatus.ShouldBe(DocumentStatus.Draft);

        await Group.At("2026-03-13", "08:00").RunTwiceAsync(it.DraftNotes);

        ((ApprovalMail)Group.Mails.Single(m => m.Key == "M7/Meeting/1/notes/1").Content).Draft.Url.ShouldContain("Drafts");
    }

    [Fact]
    public async Task One_reminder_comes_the_working_day_before_the_notes_are_late()
    {
        await it.WithNotesDraftAsync();

        await Group.At("2026-03-17").RunTwiceAsync(it.DraftNotes);
        await Group.At("2026-03-18").RunTwiceAsync(it.DraftNotes);
        await Group.At("2026-03-19").RunTwiceAsync(it.DraftNotes);

        Group.Mails.Where(m => m.Content is ApprovalMail { Notes: not null }).Select(m => (m.Key, Hallbarhet.Group.Calendar.Stockholm.Date(m.At).Day)).ShouldBe(
            [("M7/Meeting/1/notes/1", 12), ("M7/Meeting/1/notes/2", 18)]);
    }

    [Fact]
    public async Task A_note_taker_who_cannot_approve_gets_the_draft_together_with_the_chair()
    {
        it.Change(m => m with { NoteTaker = it.Anna.Person });

        await it.WithNotesDraftAsync();

        Group.Mails[^1].To.ShouldBe(["karin.exempelius@trollhattan.example", "anna.testberg@trollhattan.example"]);
    }

    [Fact]
    public async Task What_the_note_taker_has_written_is_never_written_over()
    {
        await it.WithSentAgendaAsync();
        Group.At("2026-03-12", "15:10");
        Group.Calls.After = c => c == "Files.Save" ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.DraftNotes);
        Group.Calls.Works();
        it.Write("Redan skrivet.");

        await Group.At("2026-03-12", "15:30").RunTwiceAsync(it.DraftNotes);

        it.Text(GroupLibrary.Drafts, Draft).ShouldBe("UTKAST Redan skrivet.");
        it.Writer.NotesDrafts.Count.ShouldBe(1);
        it.Now.NotesStatus.ShouldBe(DocumentStatus.Draft);
    }

    [Theory]
    [InlineData("Lists.Add")]
    [InlineData("Lists.Update")]
    [InlineData("Files.Read")]
    [InlineData("Files.Save")]
    [InlineData("Mailbox.Send")]
    public async Task A_run_that_is_cut_anywhere_is_finished_by_the_next_and_doubles_nothing(string call)
    {
        await it.WithSentAgendaAsync();
        it.Item("Sen fråga", i => i with { MeetingId = it.Meeting.Id });
        Group.At("2026-03-12", "15:00");
        var cut = false;
        Group.Calls.After = c => c == call && !cut && (cut = true) ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.DraftNotes);
        Group.Calls.Works();

        await Group.At("2026-03-12", "15:30").RunTwiceAsync(it.DraftNotes);

        Group.All<ReportBack>().Count.ShouldBe(2);
        Group.Mails.Count(m => m.Key == "M7/Meeting/1/notes/1").ShouldBe(1);
        it.Now.NotesStatus.ShouldBe(DocumentStatus.Draft);
    }

    [Fact]
    public async Task A_late_item_for_the_meeting_stands_under_other_questions()
    {
        it.Item("I tid");
        await it.WithSentAgendaAsync();
        var late = it.Item("Sen fråga", i => i with { MeetingId = it.Meeting.Id });
        var next = it.Item("Till nästa gång");

        await Group.At("2026-03-12", "15:10").RunTwiceAsync(it.DraftNotes);

        var notes = it.Writer.NotesDrafts.Single();
        notes.Points.Select(p => p.Title).ShouldBe(["I tid"]);
        notes.OtherQuestions.Select(p => (p.Number, p.Title)).ShouldBe([(2, "Sen fråga")]);
        Group.Get<AgendaItem>(late.Id).Status.ShouldBe(AgendaItemStatus.OnAgenda);
        Group.Get<AgendaItem>(next.Id).Status.ShouldBe(AgendaItemStatus.Proposed);
    }

    [Fact]
    public async Task What_the_chair_carried_over_during_the_meeting_keeps_its_mark()
    {
        var item = it.Item("Hanns inte med");
        await it.WithSentAgendaAsync();
        Group.Change(item, i => i with { Status = AgendaItemStatus.Carried });

        await Group.At("2026-03-12", "15:10").RunTwiceAsync(it.DraftNotes);

        Group.Get<AgendaItem>(item.Id).Status.ShouldBe(AgendaItemStatus.Carried);
        it.Writer.NotesDrafts.Single().Points.Select(p => p.Title).ShouldBe(["Hanns inte med"]);
    }

    [Fact]
    public async Task A_status_that_somebody_set_by_hand_gets_its_draft_all_the_same()
    {
        await it.WithSentAgendaAsync();
        it.Change(m => m with { Status = MeetingStatus.Held, NotesStatus = DocumentStatus.Draft });

        await Group.At("2026-03-12", "15:10").RunTwiceAsync(it.DraftNotes);

        it.Text(GroupLibrary.Drafts, Draft).ShouldNotBeNull();
        Group.All<ReportBack>().Count.ShouldBe(2);
    }
}
