using Hallbarhet.Documents;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

/// <summary>Subjects are what people search for; the mail plan decides them.</summary>
public sealed class SubjectTests
{
    [Theory]
    [InlineData("M1-invitation", "Ekologiska hållbarhetsgruppen, 2 möten")]
    [InlineData("M2-call", "Inför mötet 12 mars: föreslå punkter och uppdatera läget senast 4 mars")]
    [InlineData("M3-agenda", "Dagordning 12 mars 2026: Ekologiska hållbarhetsgruppen")]
    [InlineData("M4-after", "Efter mötet 12 mars: minnesanteckningar och att ta vidare")]
    [InlineData("M5-reminder", "Påminnelse: återrapportering från 12 mars")]
    [InlineData("M6-moved", "Ändrad tid: mötet 5 mars")]
    [InlineData("M6-cancelled", "Inställt: mötet 12 mars")]
    [InlineData("M6-correction", "Rättelse: handling till mötet 12 mars")]
    [InlineData("M7-agenda", "Att godkänna senast 4 mars: dagordning 12 mars")]
    [InlineData("M7-notes", "Påminnelse: Att godkänna senast 4 mars: minnesanteckningar 12 mars")]
    [InlineData("M7-report", "Att godkänna senast 4 mars: rapport kvartal 1 2026 till Miljöutskottet")]
    [InlineData("M8-monday", "Måndagsläget v. 10: 3 saker väntar")]
    [InlineData("M9-report", "Rapport kvartal 1 2026 från Ekologiska hållbarhetsgruppen, dnr KS 2026/00123")]
    [InlineData("M9-correction", "Rättelse: Rapport kvartal 1 2026 från Ekologiska hållbarhetsgruppen, dnr KS 2026/00123")]
    [InlineData("M10-registry", "Handlingar att registrera, mars 2026: Ekologiska hållbarhetsgruppen")]
    [InlineData("M11-communicator", "Förslag till extern information, mars 2026")]
    [InlineData("M12-it", "Hållbarhet M365: 3 saker att åtgärda")]
    [InlineData("M13-welcome", "Välkommen till Ekologiska hållbarhetsgruppen")]
    public void A_subject_is_as_the_mail_plan_says(string name, string subject) => Compose(MailExamples.All[name]).Subject.ShouldBe(subject);

    [Fact]
    public void One_thing_is_counted_in_the_singular()
    {
        Compose(new MondayMail { Week = 10, Groups = [new("Rubrik", [new("En sak", null)])] }).Subject.ShouldBe("Måndagsläget v. 10: 1 sak väntar");
        Compose(new ItMail { Problems = ["x"] }).Subject.ShouldBe("Hållbarhet M365: 1 sak att åtgärda");
        Compose(new ReminderMail { FirstName = "Omar", OverdueActions = [Examples.MyActions[0]] }).Subject.ShouldBe("Påminnelse: 1 åtgärd att följa upp");
        Compose(new InvitationMail("Disa", [Examples.Meeting], false)).Subject.ShouldBe("Ekologiska hållbarhetsgruppen, möte 3");
    }

    [Fact]
    public void A_report_without_a_case_number_names_none() =>
        Compose(new ReportMail(Examples.Report with { CaseNumber = null }, true)).Subject.ShouldBe("Rapport kvartal 1 2026 från Ekologiska hållbarhetsgruppen");

    [Fact]
    public void The_mail_to_a_body_holds_no_address_into_the_site()
    {
        var html = Compose(MailExamples.All["M9-report"]).Html;
        html.ShouldNotContain("http");
        html.ShouldContain("Det vi vill lyfta");
    }

    [Fact]
    public void The_box_to_forward_speaks_to_the_department_and_not_to_the_reader()
    {
        var html = Compose(MailExamples.After).Html;
        var start = html.IndexOf("#eef4f0", StringComparison.Ordinal);
        var box = html[start..html.IndexOf("</table>", start, StringComparison.Ordinal)];
        box.ShouldContain("Två ytor för mellanlager utreds");
        box.ShouldNotContain("<a ");
        box.ShouldNotContain(" du ");
        box.ShouldNotContain("Dina");
    }

    private static ComposedMail Compose(MailContent content) => new MailComposer(new GroupSettings()).Compose(content);
}
