using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

public sealed class ReactToRequestsTests
{
    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task A_strategists_approval_is_kept_and_says_when_the_agenda_goes_out()
    {
        await it.WithDraftAsync();
        Group.At("2026-03-03", "10:00");
        it.ApproveAgenda();

        await Group.At("2026-03-03", "10:02").RunTwiceAsync(it.React);

        Approval.Parse(it.Now.AgendaApproval).ShouldBe(new Approval(it.Karin.Person!.Value, Hallbarhet.Group.Calendar.Stockholm.At(new(2026, 3, 3), new(10, 0))));
        it.Now.SystemMessage.ShouldBe("Godkänd av Karin Exempelius – skickas tor 5 mars 08.00. "
                                      + "Ångra med knappen eller genom att sätta tillbaka status till Utkast.");
    }

    [Theory]
    [InlineData("2026-03-05", "14:00", "tor 5 mars 14.30", "its day has come")]
    [InlineData("2026-03-05", "15:45", "fre 6 mars 08.00", "after the hours of mail")]
    [InlineData("2026-03-06", "16:30", "mån 9 mars 08.00", "no mail at the weekend")]
    public async Task A_late_approval_says_the_first_time_at_which_mail_may_leave(string date, string clock, string when, string reason)
    {
        await it.WithDraftAsync();
        Group.At(date, clock);
        it.ApproveAgenda();

        await Group.RunAsync(it.React);

        it.Now.SystemMessage.ShouldNotBeNull().ShouldContain($"skickas {when}.", customMessage: reason);
    }

    [Fact]
    public async Task A_member_who_presses_a_strategists_button_is_refused()
    {
        await it.WithDraftAsync();
        it.ApproveAgenda(it.Anna);

        await Group.RunTwiceAsync(it.React);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Draft);
        it.Now.AgendaApproval.ShouldBeNull();
        it.Now.SystemMessage.ShouldBe("Dagordningen kan bara godkännas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Utkast.");
    }

    [Theory]
    [InlineData("2026-03-01", null, "away without an end")]
    [InlineData("2026-03-03", "2026-03-03", "away that very day")]
    public async Task A_strategist_who_is_away_cannot_approve(string from, string? to, string reason)
    {
        await it.WithDraftAsync();
        Group.Change(it.Sven, m => m with { AwayFrom = GroupOnPaper.Day(from), AwayTo = to is null ? null : GroupOnPaper.Day(to) });
        Group.At("2026-03-03");
        it.ApproveAgenda(it.Sven);

        await Group.RunAsync(it.React);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Draft, reason);
    }

    [Fact]
    public async Task A_member_who_edits_an_approved_row_does_not_become_its_approver()
    {
        await it.WithDraftAsync();
        it.ApproveAgenda(it.Anna);
        it.Change(m => m with { Place = "Biblioteket" }, it.Karin);

        await Group.RunAsync(it.React);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Draft);
    }

    [Fact]
    public async Task An_agenda_without_a_draft_cannot_be_approved_and_gets_its_draft()
    {
        Group.At("2026-02-20");
        it.ApproveAgenda();

        await Group.RunTwiceAsync(it.React);
        await Group.RunAsync(it.DraftAgendas);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Draft);
        it.Now.DraftPrint.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_refusal_says_that_a_draft_is_being_made()
    {
        it.ApproveAgenda();

        await Group.RunAsync(it.React);

        it.Now.SystemMessage.ShouldBe("Det fanns inget utkast till dagordning att godkänna. Ett utkast görs nu: läs det och godkänn sedan.");
    }

    [Fact]
    public async Task Notes_cannot_be_approved_before_they_have_a_draft()
    {
        it.ApproveNotes();

        await Group.RunTwiceAsync(it.React);

        it.Now.NotesStatus.ShouldBe(DocumentStatus.Draft);
        it.Now.SystemMessage.ShouldNotBeNull().ShouldStartWith("Det finns inget utkast till minnesanteckningar att godkänna.");
    }

    [Fact]
    public async Task A_meeting_without_an_end_cannot_be_approved_and_says_why()
    {
        await it.WithDraftAsync();
        it.Change(m => m with { EndsAt = null });
        it.ApproveAgenda();

        await Group.RunTwiceAsync(it.React);

        it.Now.SystemMessage.ShouldBe("Skriv när mötet börjar och slutar; sedan kan dagordningen godkännas. Status är satt tillbaka till Utkast.");
    }

    [Fact]
    public async Task An_agenda_cannot_be_approved_after_the_meeting_has_begun()
    {
        await it.WithDraftAsync();
        Group.At("2026-03-12", "13:00");
        it.ApproveAgenda();

        await Group.RunTwiceAsync(it.React);

        it.Now.SystemMessage.ShouldNotBeNull().ShouldStartWith("Mötet har börjat");
    }

    [Fact]
    public async Task Undo_takes_the_approval_back_and_nothing_is_sent()
    {
        await it.WithApprovedAgendaAsync();
        it.Change(m => m with { AgendaStatus = DocumentStatus.Draft });

        await Group.RunTwiceAsync(it.React);

        it.Now.AgendaApproval.ShouldBeNull();
        it.Now.SystemMessage.ShouldBeNull();
        (await Group.At("2026-03-05").RunAsync(it.SendAgendas)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task Approving_freezes_the_agenda_and_keeps_the_chairs_order()
    {
        var first = it.Item("Först", i => i with { SortOrder = 2 });
        var second = it.Item("Sedan", i => i with { SortOrder = 5, Status = AgendaItemStatus.Carried });
        var later = it.Item("Till ett senare möte", i => i with { MeetingId = 99 });
        Group.Meeting(4, "2026-04-16", m => m with { Id = 99 });
        await it.WithApprovedAgendaAsync();
        var late = it.Item("För sent");

        await Group.RunTwiceAsync(it.React);

        foreach (var item in new[] { first, second })
        {
            var now = Group.Get<AgendaItem>(item.Id);
            (now.Status, now.MeetingId, now.SortOrder).ShouldBe((AgendaItemStatus.OnAgenda, it.Meeting.Id, item.SortOrder));
        }

        Group.Get<AgendaItem>(later.Id).Status.ShouldBe(AgendaItemStatus.Proposed);
        Group.Get<AgendaItem>(late.Id).Status.ShouldBe(AgendaItemStatus.Proposed);
    }

    [Fact]
    public async Task A_run_that_is_cut_while_freezing_is_finished_by_the_next()
    {
        var item = it.Item("Laddstolpar");
        await it.WithDraftAsync();
        it.ApproveAgenda();
        Group.Calls.After = c => c == "Lists.Update" ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.React);
        Group.Calls.Works();

        await Group.RunTwiceAsync(it.React);

        Group.Get<AgendaItem>(item.Id).Status.ShouldBe(AgendaItemStatus.OnAgenda);
        it.Now.AgendaApproval.ShouldNotBeNull();
    }

    [Fact]
    public async Task When_two_approvals_are_asked_for_the_second_strategist_saves_the_row_as_well()
    {
        Group.Settings = Group.Settings with { ApprovalsNeeded = 2 };
        await it.WithDraftAsync();
        it.ApproveAgenda(it.Sven);
        await Group.RunTwiceAsync(it.React);
        it.Now.AgendaApproval.ShouldBeNull();
        it.Now.SystemMessage.ShouldBe("Godkänd av Sven Provsson. Väntar på att en hållbarhetsstrateg till godkänner.");

        it.ApproveAgenda(it.Karin);
        await Group.RunTwiceAsync(it.React);

        Approval.Parse(it.Now.AgendaApproval)!.By.ShouldBe(it.Sven.Person!.Value);
        it.Now.SystemMessage.ShouldNotBeNull().ShouldStartWith("Godkänd av Sven Provsson och Karin Exempelius – skickas");
    }

    [Fact]
    public async Task One_approval_is_enough_when_only_one_strategist_is_in_service()
    {
        Group.Settings = Group.Settings with { ApprovalsNeeded = 2 };
        Group.Change(it.Sven, m => m with { AwayFrom = GroupOnPaper.Day("2026-01-01") });

        await it.WithApprovedAgendaAsync();

        it.Now.AgendaApproval.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_bad_row_does_not_stop_the_others()
    {
        it.Item("");
        await it.WithDraftAsync();
        it.ApproveAgenda();
        Group.Calls.Before = c => c == "Lists.Versions" ? new RefusedByServiceException("no versions") : null;

        var result = await Group.RunAsync(it.React);

        (result.Outcome, result.Done, result.Failed.Single().Item).ShouldBe((JobOutcome.Partial, 1, "Meeting/1/agenda/approval"));
    }

    [Fact]
    public async Task An_idle_look_is_one_round_trip()
    {
        await Group.RunAsync(it.React);

        Group.Calls.Log.ShouldBe(["Lists.Read"]);
    }
}
