using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Reports;

public sealed class CompileReportsTests
{
    private readonly ReportDesk desk = new();

    [Fact]
    public async Task Every_body_gets_the_quarters_and_the_year()
    {
        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Group.All<Report>().Select(r => r.Title).Where(t => t.EndsWith("Miljöutskottet", StringComparison.Ordinal)).ShouldBe(
        [
            "Rapport kvartal 1 2026 till Miljöutskottet", "Rapport kvartal 2 2026 till Miljöutskottet",
            "Rapport kvartal 3 2026 till Miljöutskottet", "Rapport kvartal 4 2026 till Miljöutskottet",
            "Verksamhetsberättelse 2026 till Miljöutskottet",
        ]);
        desk.Group.All<Report>().Count.ShouldBe(10);
        desk.Quarter.LastDay.ShouldBe(new DateOnly(2026, 5, 8));
    }

    [Fact]
    public async Task A_body_that_has_ended_gets_no_rows_after_its_end()
    {
        desk.Group.Change(desk.Management, o => o with { ValidTo = new(2026, 6, 30) });

        await desk.Group.RunAsync(desk.Compile);

        desk.Group.All<Report>().Where(r => r.RecipientId == desk.Management.Id).Select(r => r.Title)
            .ShouldBe(["Rapport kvartal 1 2026 till SDL-gruppen"]);
    }

    [Fact]
    public async Task Nothing_is_planned_for_periods_whose_time_has_passed()
    {
        desk.Group.At("2026-10-01");

        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Group.All<Report>().Select(r => r.SourceKey).ShouldNotContain($"report/2026-Q1/{desk.Committee.Id}");
        desk.Group.All<Report>().Select(r => r.SourceKey).ShouldContain($"report/2026-Q3/{desk.Committee.Id}");
    }

    [Fact]
    public async Task A_draft_is_made_15_working_days_before_and_the_strategists_are_asked_once()
    {
        await desk.PlannedAsync();
        desk.Group.At("2026-04-15");
        (await desk.Group.RunAsync(desk.Compile)).Outcome.ShouldBe(JobOutcome.Idle, "the compile day is Thursday 16 April");

        desk.Group.At("2026-04-16");
        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Quarter.Status.ShouldBe(ReportStatus.Draft);
        desk.Quarter.DraftUrl.ShouldNotBeNull();
        desk.Quarter.Check.ShouldBe("Skriv Sammanfattning och Det vi vill lyfta. Rapporten kan godkännas när det finns.");
        desk.Group.Files.Names.ShouldContain("Drafts/Rapport_2026-kv1_Miljoutskottet_utkast.docx");
        var mail = desk.Group.Mails.Single(m => m.Key == MailKeys.For(MailKind.Approval, desk.Quarter));
        mail.To.ShouldBe(["karin.exempelius@trollhattan.example", "sven.provsson@trollhattan.example"]);
        mail.Content.ShouldBeOfType<ApprovalMail>().ApproveBy.ShouldBe(new DateOnly(2026, 5, 6));
    }

    [Fact]
    public async Task A_strategist_who_is_away_is_not_asked()
    {
        desk.Group.Change(desk.Sven, m => m with { AwayFrom = new(2026, 1, 1), AwayTo = new(2026, 6, 30) });

        await desk.PlannedAsync();
        desk.Group.At("2026-04-17");
        await desk.Group.RunAsync(desk.Compile);

        desk.Group.Mails.ShouldAllBe(m => m.To.Count == 1 && m.To[0].StartsWith("karin"));
    }

    [Fact]
    public async Task A_draft_made_in_the_evening_is_mailed_the_next_morning()
    {
        await desk.PlannedAsync();
        desk.Group.At("2026-04-17", "19:00");
        await desk.Group.RunTwiceAsync(desk.Compile);
        desk.Group.Mails.ShouldBeEmpty();

        desk.Group.At("2026-04-20", "08:00");
        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Group.Mails.Count.ShouldBe(2, "one for each body");
    }

    [Fact]
    public async Task One_reminder_goes_out_the_working_day_before_it_is_late()
    {
        await desk.DraftedAsync();
        desk.Group.At("2026-05-04");
        (await desk.Group.RunAsync(desk.Compile)).Outcome.ShouldBe(JobOutcome.Idle);

        desk.Group.At("2026-05-05");
        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Group.Mails.Count(m => m.Content is ApprovalMail { IsReminder: true }).ShouldBe(2);
    }

    [Fact]
    public async Task Words_written_later_are_put_into_the_draft_with_new_figures_and_without_a_new_mail()
    {
        await desk.DraftedAsync();
        desk.Decision("Tillkommet beslut");
        desk.Write("Matsvinnet minskar.", "Laddplatser saknas.");

        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Writer.Reports[^1].Summary.ShouldBe("Matsvinnet minskar.");
        desk.Writer.Reports[^1].Figures.Decisions.ShouldBe(1);
        desk.Quarter.Check.ShouldBeNull();
        desk.Group.Mails.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-07-02", "week 27")]
    [InlineData("2026-08-07", "week 32")]
    public async Task Nothing_planned_is_compiled_in_the_summer(string day, string reason)
    {
        await desk.PlannedAsync();
        desk.Group.Change(desk.Quarter, r => r with { LastDay = new(2026, 8, 14) });
        desk.Group.At(day);

        await desk.Group.RunAsync(desk.Compile);

        desk.Quarter.Status.ShouldBe(ReportStatus.Planned, reason);
    }

    [Fact]
    public async Task A_row_that_people_dropped_stays_dropped()
    {
        await desk.PlannedAsync();
        desk.Group.Change(desk.Quarter, r => r with { Status = ReportStatus.Dropped });
        desk.Group.At("2026-05-20");

        await desk.Group.RunAsync(desk.Compile);

        desk.Quarter.Status.ShouldBe(ReportStatus.Dropped);
    }

    [Fact]
    public async Task An_order_is_compiled_at_once()
    {
        await desk.PlannedAsync();
        var order = desk.Order();

        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Now(order).Status.ShouldBe(ReportStatus.Draft);
        desk.Now(order).LastDay.ShouldBe(new DateOnly(2026, 2, 16), "ten working days, as nobody named a day");
        desk.Writer.Reports.Single().Title.ShouldBe("Rapport 1–20 februari 2026");
        desk.Group.Files.Names.ShouldContain($"Drafts/Rapport_2026-02-01_2026-02-20_SDL-gruppen_{order.Id}_utkast.docx");
    }

    [Fact]
    public async Task Only_a_strategist_in_service_orders()
    {
        await desk.PlannedAsync();
        var order = desk.Order(r => r with { LastDay = new(2026, 6, 1) }, desk.Anna);

        await desk.Group.RunTwiceAsync(desk.Compile);

        (desk.Now(order).Status, desk.Now(order).Check).ShouldBe((ReportStatus.Planned, ReportChecks.OnlyStrategistsOrder));
        desk.Group.Files.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_lacks_something_says_so_and_goes_on_when_it_is_mended()
    {
        await desk.PlannedAsync();
        var order = desk.Order(r => r with { PeriodTo = null, RecipientId = desk.Care.Id });

        await desk.Group.RunTwiceAsync(desk.Compile);
        desk.Now(order).Check.ShouldBe("Fyll i period, både från och till. Välj en mottagare som gäller och är rapportmottagare.");

        desk.Group.Change(order, r => r with { PeriodTo = new(2026, 2, 20), RecipientId = desk.Management.Id }, desk.Karin.Person);
        await desk.Group.RunTwiceAsync(desk.Compile);
        desk.Now(order).Status.ShouldBe(ReportStatus.Draft);
        desk.Now(order).Check.ShouldNotBeNull().ShouldStartWith("Skriv Sammanfattning");
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_told_and_the_others_go_on()
    {
        await desk.PlannedAsync();
        var wrong = desk.Order(r => r with { PeriodTo = new(2026, 1, 1) });
        var right = desk.Order();

        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Now(wrong).Check.ShouldBe("Perioden slutar innan den börjar. Rätta datumen.");
        desk.Now(right).Status.ShouldBe(ReportStatus.Draft);
    }

    [Fact]
    public async Task A_correction_takes_over_what_it_corrects()
    {
        await desk.SentAsync();
        var correction = desk.Group.Add(
            new Report { CorrectsId = desk.Quarter.Id, Status = ReportStatus.Ordered, Summary = "Rättelse: Antalet möten var fel.\nMatsvinnet minskar." },
            desk.Karin.Person);

        await desk.Group.RunTwiceAsync(desk.Compile);

        desk.Now(correction).Title.ShouldBe("Rapport kvartal 1 2026 till Miljöutskottet");
        var document = desk.Writer.Reports[^1];
        (document.Correction, document.Summary).ShouldBe(("Antalet möten var fel.", "Matsvinnet minskar."));
        desk.Group.Files.Names.ShouldContain($"Drafts/Rapport_2026-kv1_Miljoutskottet_rattelse-{correction.Id}_utkast.docx");
    }

    [Fact]
    public async Task Obstacles_are_for_the_management_group()
    {
        desk.Initiative("Laddplatser", InitiativeStatus.Ongoing, i => i with { Obstacles = "Elcentralen är full." });

        await desk.DraftedAsync();

        desk.Writer.Reports.Single(r => r.RecipientName == "Miljöutskottet").Initiatives.Single().Obstacles.ShouldBeNull();
        desk.Writer.Reports.Single(r => r.RecipientName == "SDL-gruppen").Initiatives.Single().Obstacles.ShouldBe("Elcentralen är full.");
    }

    [Fact]
    public async Task Long_lists_are_summed_up_and_every_row_has_its_source()
    {
        foreach (var number in Enumerable.Range(1, 9)) desk.Initiative($"Insats {number}", InitiativeStatus.Ongoing);
        foreach (var number in Enumerable.Range(1, 7)) desk.Decision($"Beslut {number}");
        desk.Item("Skyfall vid förskolor", i => i with { Answer = "En arbetsgrupp tar fram förslag." });

        await desk.DraftedAsync();

        var report = desk.Writer.Reports[0];
        report.Initiatives.Count.ShouldBe(6);
        (report.Initiatives[^1].Title, report.Initiatives[^1].Status).ShouldBe(("Ytterligare 4 arbetsinsatser", "pågår 4"));
        report.Decisions.Select(d => d.Title).Last().ShouldBe("Ytterligare 2 beslut");
        report.Questions.Single().Text.ShouldBe("En arbetsgrupp tar fram förslag.");
        report.Sources.Select(s => s.Number).ShouldBe(Enumerable.Range(1, report.Sources.Count));
        report.Sources.ShouldAllBe(s => s.Url != null);
        report.Sources[report.Questions[0].Source - 1].Title.ShouldBe("Skyfall vid förskolor");
    }

    [Fact]
    public async Task Words_that_do_not_fit_on_the_first_page_are_told_and_stop_nothing()
    {
        await desk.DraftedAsync();
        desk.Write(new string('a', 2000), new string('b', 500));
        await desk.Group.RunTwiceAsync(desk.Compile);
        desk.Quarter.Check.ShouldNotBeNull().ShouldStartWith("Sammanfattning och Det vi vill lyfta är långa");

        desk.Approve(desk.Karin);
        await desk.Group.RunTwiceAsync(desk.Send);
        desk.Quarter.Status.ShouldBe(ReportStatus.Approved);
    }

    [Fact]
    public async Task Hostile_texts_are_carried_as_they_are_and_nothing_fails()
    {
        desk.Item("");
        desk.Initiative("<script>alert(1)</script> =1+1 🌱 \u202Eabc", InitiativeStatus.Ongoing, i => i with { Latest = new string('å', 5000) });

        await desk.DraftedAsync();

        desk.Writer.Reports[0].Questions.Single().Title.ShouldBe("(utan rubrik)");
        desk.Writer.Reports[0].Initiatives.Single().Latest!.Length.ShouldBeLessThanOrEqualTo(240);
        desk.Writer.Reports[0].Initiatives.Single().Title.ShouldStartWith("<script>");
    }
}
