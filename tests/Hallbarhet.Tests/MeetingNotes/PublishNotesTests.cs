using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.MeetingNotes;

public sealed class PublishNotesTests
{
    private const string Notes = "2026-03-12 Möte 3/Minnesanteckningar 2026-03-12.docx";

    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task Approved_notes_are_published_registered_and_mailed_once_to_each_reader()
    {
        await it.WithApprovedNotesAsync();

        await Group.At("2026-03-13", "09:30").RunTwiceAsync(it.PublishNotes);

        it.Text(GroupLibrary.MeetingDocuments, Notes).ShouldBe("Prosa från mötet. klart");
        var record = Group.All<PublishedRecord>().Single(r => r.Kind == RecordKind.Notes);
        (record.SourceKey, record.PublishedBy, record.CorrectsId).ShouldBe(("record/notes/1/1", it.Sven.Person, null));
        record.Sha256.ShouldBe(RecordBook.HashOf(Group.Files.Content(GroupLibrary.MeetingDocuments, Notes)!));
        Group.Mails.Where(m => m.Content is AfterMeetingMail).Select(m => m.To.Single()).ShouldBe(
        [
            "karin.exempelius@trollhattan.example", "sven.provsson@trollhattan.example",
            "anna.testberg@trollhattan.example", "bo.mallgren@trollhattan.example",
        ], ignoreOrder: true);
        (it.Now.NotesStatus, it.Now.SystemMessage).ShouldBe((DocumentStatus.Sent, null));
    }

    [Theory]
    [InlineData("2026-03-13", "09:29", "may still be undone")]
    [InlineData("2026-03-13", "16:00", "mail may not leave any more")]
    [InlineData("2026-03-14", "10:00", "a Saturday")]
    public async Task It_waits_for_its_time(string date, string clock, string reason)
    {
        await it.WithApprovedNotesAsync();

        (await Group.At(date, clock).RunAsync(it.PublishNotes)).Outcome.ShouldBe(JobOutcome.Idle, reason);
    }

    [Fact]
    public async Task Each_mail_begins_with_what_the_readers_department_should_know()
    {
        var treated = it.Item("Laddstolpar");
        Group.Meeting(4, "2026-04-16");
        await it.WithApprovedNotesAsync();
        Group.Change(treated, i => i with { Status = AgendaItemStatus.Treated });
        Add("Alla ska källsortera", DecisionActionKind.Decision);
        Add("Omsorgen provar elbilar", DecisionActionKind.Decision, it.Care.Id);
        Add("Skolorna odlar", DecisionActionKind.Action, it.Schools.Id, it.Bo.Person);
        Add("Utgått", DecisionActionKind.Decision, status: ActionStatus.Dropped);
        Group.Add(new Initiative { Title = "Solceller", DepartmentId = it.Schools.Id, Status = InitiativeStatus.Done, Outcome = "Sänkte elen." });

        await Group.At("2026-03-13", "10:00").RunAsync(it.PublishNotes);

        var anna = MailTo(it.Anna);
        anna.Extract.Department.ShouldBe("Omsorgsförvaltningen");
        anna.Extract.Decisions.Select(d => d.Title).ShouldBe(["Alla ska källsortera", "Omsorgen provar elbilar"]);
        anna.Extract.Actions.ShouldBeEmpty();
        anna.Extract.Treated.ShouldBe(["Laddstolpar"]);
        anna.Extract.ToSpread.ShouldBe(["Solceller (Utbildningsförvaltningen): Sänkte elen."]);
        anna.ReportBackUrl.ShouldNotBeNull();
        anna.Next!.Title.ShouldBe("Möte 4");
        var bo = MailTo(it.Bo);
        bo.Extract.ToSpread.ShouldBeEmpty();
        bo.MyActions.ShouldHaveSingleItem().Title.ShouldBe("Skolorna odlar");
        var karin = MailTo(it.Karin);
        karin.Extract.Decisions.Count.ShouldBe(2);
        karin.Extract.Actions.Count.ShouldBe(1);
        karin.ReportBackUrl.ShouldBeNull();
    }

    [Fact]
    public async Task The_documents_table_holds_the_meetings_decisions_and_actions_also_those_without_a_kind()
    {
        await it.WithApprovedNotesAsync();
        Add("Ett beslut", DecisionActionKind.Decision);
        Add("En åtgärd", DecisionActionKind.Action);
        Add("Utan typ", null);
        Group.Add(new DecisionAction { Title = "Annat möte", Kind = DecisionActionKind.Decision, MeetingId = 77 });

        await Group.At("2026-03-13", "10:00").RunAsync(it.PublishNotes);

        var notes = it.Writer.FinishedNotes.Single();
        notes.Decisions.Select(d => d.Title).ShouldBe(["Ett beslut"]);
        notes.Actions.Select(d => d.Title).ShouldBe(["En åtgärd", "Utan typ"]);
    }

    [Theory]
    [InlineData(AgendaItemStatus.OnAgenda, AgendaItemStatus.Carried, true, 1d, "not come to")]
    [InlineData(AgendaItemStatus.Carried, AgendaItemStatus.Carried, true, 1d, "carried over by the chair")]
    [InlineData(AgendaItemStatus.Treated, AgendaItemStatus.Treated, false, null, "treated")]
    [InlineData(AgendaItemStatus.Answered, AgendaItemStatus.Answered, false, null, "answered")]
    [InlineData(AgendaItemStatus.Withdrawn, AgendaItemStatus.Withdrawn, false, null, "withdrawn")]
    public async Task An_item_that_was_not_settled_is_carried_over_and_counted_once(
        AgendaItemStatus before, AgendaItemStatus after, bool leaves, double? count, string reason)
    {
        var item = it.Item("Laddstolpar");
        await it.WithApprovedNotesAsync();
        Group.Change(item, i => i with { Status = before });

        await Group.At("2026-03-13", "10:00").RunTwiceAsync(it.PublishNotes);
        await Group.RunTwiceAsync(it.React);

        var now = Group.Get<AgendaItem>(item.Id);
        (now.Status, now.MeetingId, now.CarriedCount).ShouldBe((after, leaves ? null : it.Meeting.Id, count), reason);
    }

    [Fact]
    public async Task What_looks_like_personal_data_stops_the_notes_once()
    {
        it.Writer.PersonalData = ["Personnummer, stycke 12"];
        await it.WithApprovedNotesAsync();

        await Group.At("2026-03-13", "10:00").RunTwiceAsync(it.PublishNotes);

        it.Now.NotesStatus.ShouldBe(DocumentStatus.Draft);
        it.Now.SystemMessage.ShouldBe("Kontrollera: Personnummer, stycke 12. Rätta i utkastet, eller godkänn igen om det ska stå kvar.");
        Group.Mails.Where(m => m.Content is AfterMeetingMail).ShouldBeEmpty();

        it.ApproveNotes();
        await Group.RunAsync(it.React);
        await Group.At("2026-03-13", "11:00").RunTwiceAsync(it.PublishNotes);

        it.Now.NotesStatus.ShouldBe(DocumentStatus.Sent);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_goes_back_with_its_reason()
    {
        await it.WithApprovedNotesAsync();
        it.Write("trasig");

        await Group.At("2026-03-13", "10:00").RunTwiceAsync(it.PublishNotes);

        (it.Now.NotesStatus, it.Now.NotesApproval).ShouldBe((DocumentStatus.Draft, null));
        it.Now.SystemMessage.ShouldBe("Utkastet går inte att läsa. Spara det som Word igen.");
    }

    [Fact]
    public async Task A_draft_that_is_gone_is_asked_for()
    {
        await it.WithNotesDraftAsync();
        it.Change(m => m with { Title = "Möte tre", FolderUrl = null });
        it.ApproveNotes();
        await Group.RunAsync(it.React);

        await Group.At("2026-03-13", "10:00").RunTwiceAsync(it.PublishNotes);

        it.Now.SystemMessage.ShouldBe("Utkastet ”Minnesanteckningar 2026-03-12 Möte tre.docx” finns inte i biblioteket Utkast. "
                                      + "Lägg tillbaka det och godkänn igen.");
    }

    [Theory]
    [InlineData("Files.EnsureFolder")]
    [InlineData("Files.Save")]
    [InlineData("Lists.Add")]
    [InlineData("Mailbox.CreateDrafts")]
    [InlineData("Mailbox.Send")]
    [InlineData("Lists.Update")]
    public async Task A_run_that_is_cut_anywhere_is_finished_by_the_next_and_doubles_nothing(string call)
    {
        var item = it.Item("Laddstolpar");
        await it.WithApprovedNotesAsync();
        Group.At("2026-03-13", "10:00");
        var cut = false;
        Group.Calls.After = c => c == call && !cut && (cut = true) ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.PublishNotes);
        Group.Calls.Works();

        await Group.At("2026-03-13", "10:30").RunTwiceAsync(it.PublishNotes);

        Group.Mails.Where(m => m.Content is AfterMeetingMail).GroupBy(m => m.Key).Select(g => g.Count()).ShouldBe([1, 1, 1, 1]);
        Group.All<PublishedRecord>().Count(r => r.Kind == RecordKind.Notes).ShouldBe(1);
        Group.Get<AgendaItem>(item.Id).CarriedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Notes_that_are_taken_back_and_approved_again_are_a_correction_to_whoever_got_them()
    {
        await it.WithSentNotesAsync();
        var newcomer = Group.Participant("Ny Nilsson", it.Care);
        Group.Change(it.Bo, m => m with { ActiveTo = GroupOnPaper.Day("2026-03-15") });
        Group.At("2026-03-16");
        it.Change(m => m with { NotesStatus = DocumentStatus.Draft });
        await Group.RunTwiceAsync(it.React);
        (await Group.RunAsync(it.DraftNotes)).Outcome.ShouldBe(JobOutcome.Idle);
        it.Write("Rättad prosa.");
        Group.At("2026-03-16", "10:00");
        it.ApproveNotes();
        await Group.RunAsync(it.React);

        await Group.At("2026-03-16", "10:30").RunTwiceAsync(it.PublishNotes);

        it.Text(GroupLibrary.MeetingDocuments, "2026-03-12 Möte 3/Minnesanteckningar 2026-03-12 rättelse.docx").ShouldBe("Rättad prosa. klart");
        it.Text(GroupLibrary.MeetingDocuments, Notes).ShouldBe("Prosa från mötet. klart");
        var records = Group.All<PublishedRecord>().Where(r => r.Kind == RecordKind.Notes).ToList();
        records[1].CorrectsId.ShouldBe(records[0].Id);
        var mail = Group.Mails[^1];
        mail.Key.ShouldBe("M6/Meeting/1/notes-2");
        mail.To.ShouldBe(["karin.exempelius@trollhattan.example", "sven.provsson@trollhattan.example", "anna.testberg@trollhattan.example"]);
        mail.To.ShouldNotContain(newcomer.Email);
    }

    [Fact]
    public async Task The_document_lands_in_the_folder_that_the_meeting_had_before_it_was_moved()
    {
        it.Change(m => m with { FolderUrl = "https://trollhattan.example/sites/hallbarhet/MeetingDocuments/2026-03-05%20M%C3%B6te%203" });

        await it.WithSentNotesAsync();

        it.Text(GroupLibrary.MeetingDocuments, "2026-03-05 Möte 3/Minnesanteckningar 2026-03-12.docx").ShouldNotBeNull();
        Group.Files.Folders.ShouldBe(["MeetingDocuments/2026-03-05 Möte 3"]);
    }

    private AfterMeetingMail MailTo(Member reader) =>
        (AfterMeetingMail)Group.Mails.Single(m => m.Key == $"M4/Meeting/1/1/{reader.Name}").Content;

    private void Add(string title, DecisionActionKind? kind, int? department = null, PersonId? responsible = null, ActionStatus? status = null) =>
        Group.Add(new DecisionAction
        {
            Title = title,
            Kind = kind,
            MeetingId = it.Meeting.Id,
            Responsible = responsible,
            Status = status,
            DepartmentIds = department is { } id ? [id] : [],
        });
}
