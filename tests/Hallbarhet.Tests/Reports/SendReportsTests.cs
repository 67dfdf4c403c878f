using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Reports;

public sealed class SendReportsTests
{
    private const string Word = "Miljoutskottet/Rapport_2026-kv1_Ekologiska-hallbarhetsgruppen.docx";

    private readonly ReportDesk desk = new();

    [Fact]
    public async Task An_approval_is_shown_with_its_time_and_can_be_undone()
    {
        await desk.WrittenAsync();
        desk.Group.At("2026-04-17", "15:40");
        desk.Approve(desk.Karin);
        await desk.Group.RunTwiceAsync(desk.Send);

        desk.Quarter.Check.ShouldBe(
            "Godkänd av Karin Exempelius – skickas mån 20 april 08.00. Ångra med knappen eller genom att sätta tillbaka status till Utkast.");
        desk.Quarter.ApprovedBy.ShouldBe([desk.Karin.Person!.Value]);

        desk.Group.Change(desk.Quarter, r => r with { Status = ReportStatus.Draft }, desk.Karin.Person);
        await desk.Group.RunTwiceAsync(desk.Send);
        desk.Group.At("2026-04-20", "09:00");
        await desk.Group.RunTwiceAsync(desk.Send);

        (desk.Quarter.ApprovedAt, desk.Quarter.Check).ShouldBe((null, null));
        desk.Group.Mails.ShouldNotContain(m => m.Content is ReportMail);
    }

    [Fact]
    public async Task A_report_is_published_registered_and_sent_once_after_the_time_to_undo()
    {
        await desk.ApprovedAsync();
        desk.Group.At("2026-04-17", "10:29");
        (await desk.Group.RunAsync(desk.Send)).Outcome.ShouldBe(JobOutcome.Idle);

        desk.Group.At("2026-04-17", "10:30");
        await desk.Group.RunTwiceAsync(desk.Send);

        desk.Quarter.Status.ShouldBe(ReportStatus.Sent);
        desk.Quarter.Check.ShouldBeNull();
        var mail = desk.Group.Mails.Single(m => m.Content is ReportMail);
        mail.To.ShouldBe(["miljoutskottet@trollhattan.example"]);
        mail.Mail.Cc.Select(a => a.Address).ShouldBe(["registrator@trollhattan.example"]);
        mail.Mail.Attachments.Select(a => a.FileName).ShouldBe(
            ["Rapport_2026-kv1_Ekologiska-hallbarhetsgruppen.docx", "Rapport_2026-kv1_Ekologiska-hallbarhetsgruppen.pdf"]);
        var records = desk.Group.All<PublishedRecord>();
        records.Select(r => (r.Kind, r.Registration, r.ReportId, r.PublishedBy)).Distinct().Single()
            .ShouldBe((RecordKind.Report, Registration.Registered, desk.Quarter.Id, desk.Karin.Person));
        records[0].Sha256.ShouldBe(RecordBook.HashOf(desk.Group.Files.Content(GroupLibrary.ReportFiles, Word)!));
    }

    [Fact]
    public async Task What_is_sent_is_what_was_approved_and_holds_no_address_into_the_site()
    {
        var form = desk.Group.Lists.FormUrl<Report>(1);
        desk.Decision("Gemensam upphandling", d => d with { Details = $"Underlag: {form}" });
        await desk.WrittenAsync();
        desk.Write($"Läs mer på {form} och https://www.naturvardsverket.example/miljo.", "Se (trollhattan.example/sites/hallbarhet). Skriv till a@trollhattan.example.");
        await desk.Group.RunAsync(desk.Compile);
        desk.Group.At("2026-04-17", "10:00");
        desk.Approve(desk.Karin);
        await desk.Group.RunAsync(desk.Send);
        desk.Decision("Kom efter godkännandet");
        desk.Group.At("2026-04-17", "11:00");
        await desk.Group.RunAsync(desk.Send);

        var sent = desk.Writer.Reports[^1];
        sent.IsDraft.ShouldBeFalse();
        sent.Figures.Decisions.ShouldBe(1);
        sent.Decisions.Single().Text.ShouldBe("Underlag: (finns i gruppens arbetsrum)");
        sent.Summary.ShouldBe("Läs mer på (finns i gruppens arbetsrum) och https://www.naturvardsverket.example/miljo.");
        sent.Attention.ShouldBe("Se ((finns i gruppens arbetsrum)). Skriv till a@trollhattan.example.");
        sent.Sources.ShouldAllBe(s => s.Url == null);
        sent.ApprovedBy.ShouldBe(["Karin Exempelius"]);
    }

    [Fact]
    public async Task A_member_cannot_approve()
    {
        await desk.WrittenAsync();
        desk.Approve(desk.Anna);

        await desk.Group.RunTwiceAsync(desk.Send);

        (desk.Quarter.Status, desk.Quarter.Check).ShouldBe((ReportStatus.Draft, ReportChecks.OnlyStrategistsApprove));
        (await desk.Group.RunAsync(desk.Compile)).Outcome.ShouldBe(JobOutcome.Idle, "the message stays until somebody acts");
    }

    [Fact]
    public async Task A_strategist_who_is_away_cannot_approve()
    {
        await desk.WrittenAsync();
        desk.Group.Change(desk.Sven, m => m with { AwayFrom = new(2026, 4, 1) });
        desk.Approve(desk.Sven);

        await desk.Group.RunTwiceAsync(desk.Send);

        desk.Quarter.Status.ShouldBe(ReportStatus.Draft);
    }

    [Theory]
    [InlineData("", "Att lyfta", null, "Skriv Sammanfattning. Rapporten kan godkännas när det finns.")]
    [InlineData("Kort", " ", null, "Skriv Det vi vill lyfta. Rapporten kan godkännas när det finns.")]
    [InlineData("Kort", "Att lyfta", " ", "Skriv Dnr. Rapporten kan godkännas när det finns.")]
    public async Task A_report_that_lacks_something_is_not_approved(string summary, string attention, string? caseNumber, string check)
    {
        desk.Group.Settings = desk.Group.Settings with { CaseNumberRequired = caseNumber is not null };
        await desk.DraftedAsync();
        desk.Write(summary, attention);
        desk.Approve(desk.Karin);

        await desk.Group.RunTwiceAsync(desk.Send);

        (desk.Quarter.Status, desk.Quarter.Check).ShouldBe((ReportStatus.Draft, check));
    }

    [Fact]
    public async Task A_body_without_a_mailbox_is_told_before_anything_is_published()
    {
        await desk.WrittenAsync();
        desk.Group.Change(desk.Committee, o => o with { Mailbox = null });
        desk.Approve(desk.Karin);

        await desk.Group.RunTwiceAsync(desk.Send);

        desk.Quarter.Check.ShouldBe(ReportChecks.NoMailbox);
        desk.Group.All<PublishedRecord>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_was_never_compiled_goes_back_and_is_compiled()
    {
        await desk.PlannedAsync();
        desk.Approve(desk.Karin);

        await desk.Group.RunTwiceAsync(desk.Send);
        desk.Quarter.Check.ShouldBe(ReportChecks.NotCompiled);
        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Quarter.CompiledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Words_changed_after_the_approval_are_approved_again()
    {
        await desk.ApprovedAsync();
        desk.Write("Något helt annat.", "Laddplatser saknas.");
        desk.Group.At("2026-04-17", "11:00");

        await desk.Group.RunTwiceAsync(desk.Send);
        await desk.Group.RunTwiceAsync(desk.Compile);

        (desk.Quarter.Status, desk.Quarter.Check).ShouldBe((ReportStatus.Draft, ReportChecks.ChangedAfterApproval));
        desk.Group.Mails.ShouldNotContain(m => m.Content is ReportMail);
    }

    [Fact]
    public async Task Two_approvals_are_needed_when_the_group_says_so_and_two_are_in_service()
    {
        desk.Group.Settings = desk.Group.Settings with { ApprovalsNeeded = 2 };
        await desk.ApprovedAsync();
        desk.Quarter.Check.ShouldBe(ReportChecks.OneMoreApproval);
        (await desk.Group.RunAsync(desk.Send)).Outcome.ShouldBe(JobOutcome.Idle);

        desk.Group.At("2026-04-17", "12:00");
        desk.Approve(desk.Sven);
        await desk.Group.RunTwiceAsync(desk.Send);
        desk.Group.At("2026-04-17", "12:30");
        await desk.Group.RunTwiceAsync(desk.Send);

        desk.Quarter.Status.ShouldBe(ReportStatus.Sent);
        desk.Writer.Reports[^1].ApprovedBy.ShouldBe(["Karin Exempelius", "Sven Provsson"]);
    }

    [Fact]
    public async Task Without_a_pdf_the_word_file_goes_alone()
    {
        desk.Group.Files.ToPdf = _ => null;

        await desk.SentAsync();

        (desk.Quarter.Status, desk.Quarter.Check).ShouldBe((ReportStatus.Sent, ReportChecks.NoPdf));
        var mail = desk.Group.Mails.Single(m => m.Content is ReportMail);
        mail.Mail.Attachments.Count.ShouldBe(1);
        ((ReportMail)mail.Content).HasPdf.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Files.Save", 1)]
    [InlineData("Files.Save", 2)]
    [InlineData("Files.ReadAsPdf", 1)]
    [InlineData("Lists.Add", 1)]
    [InlineData("Lists.Add", 2)]
    [InlineData("Lists.Add", 3)]
    [InlineData("Mailbox.CreateDrafts", 1)]
    [InlineData("Mailbox.Send", 1)]
    [InlineData("Lists.Update", 1)]
    [InlineData("Lists.Update", 2)]
    [InlineData("Lists.Update", 3)]
    public async Task A_run_that_is_cut_off_anywhere_is_finished_without_doubling(string call, int nth)
    {
        await desk.ApprovedAsync();
        desk.Group.At("2026-04-17", "10:30");
        var seen = 0;
        desk.Group.Calls.After = c => c == call && ++seen == nth ? new ServiceUnavailableException("cut") : null;
        await desk.Group.RunAsync(desk.Send);
        desk.Group.Calls.Works();
        seen.ShouldBeGreaterThanOrEqualTo(nth, "the fault did happen");

        desk.Group.At("2026-04-17", "10:50");
        await desk.Group.RunAsync(desk.Send);
        await desk.Group.RunAsync(desk.Send);

        desk.Quarter.Status.ShouldBe(ReportStatus.Sent);
        desk.Group.Mails.Count(m => m.Content is ReportMail).ShouldBe(1);
        desk.Group.All<PublishedRecord>().Count.ShouldBe(2);
        desk.Group.All<PublishedRecord>()[0].Sha256.ShouldBe(RecordBook.HashOf(desk.Group.Files.Content(GroupLibrary.ReportFiles, Word)!));
    }

    [Fact]
    public async Task A_refused_mail_is_shown_and_left_to_people()
    {
        await desk.ApprovedAsync();
        desk.Group.At("2026-04-17", "10:30");
        desk.Group.Calls.Before = c => c == "Mailbox.Send" ? new RefusedByServiceException("No such recipient.") : null;
        await desk.Group.RunTwiceAsync(desk.Send);

        (desk.Quarter.Status, desk.Quarter.Check).ShouldBe((ReportStatus.Approved, ReportChecks.NotSent));
    }

    [Fact]
    public async Task A_correction_is_sent_whole_in_the_same_thread_and_registered_as_one()
    {
        await desk.SentAsync();
        var first = desk.Quarter;
        var correction = desk.Group.Add(
            new Report { CorrectsId = first.Id, Status = ReportStatus.Ordered, Summary = "Matsvinnet minskar.", Attention = "Förslag: Utskottet föreslås godkänna rättelsen.\nFler laddplatser." },
            desk.Karin.Person);
        await desk.Group.RunAsync(desk.Compile);
        desk.Group.Change(correction, r => r with { Status = ReportStatus.Approved }, desk.Sven.Person);
        await desk.Group.RunAsync(desk.Send);
        desk.Group.At("2026-04-17", "12:00");
        await desk.Group.RunTwiceAsync(desk.Send);

        var sent = desk.Writer.Reports[^1];
        sent.Correction.ShouldBe("Den här rapporten ersätter rapporten från 17 april 2026.");
        (sent.Proposal, sent.Attention).ShouldBe(("Utskottet föreslås godkänna rättelsen.", "Fler laddplatser."));
        var mail = desk.Group.Mails.Single(m => m.Key == MailKeys.For(MailKind.Report, desk.Now(correction)));
        mail.Mail.InThreadOf.ShouldBe(MailKeys.For(MailKind.Report, first));
        mail.Mail.Attachments[0].FileName.ShouldBe($"Rapport_2026-kv1_Ekologiska-hallbarhetsgruppen_rattelse-{correction.Id}.docx");
        var record = desk.Group.All<PublishedRecord>().Single(r => r.SourceKey == $"record/report/{correction.Id}");
        record.CorrectsId.ShouldBe(desk.Group.All<PublishedRecord>().Single(r => r.SourceKey == $"record/report/{first.Id}").Id);
        Encoding.UTF8.GetString(desk.Group.Files.Content(GroupLibrary.ReportFiles, Word)!).ShouldNotContain("UTKAST");
    }
}
