using Hallbarhet.Documents;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

/// <summary>Titles and texts as people paste them, by mistake or not.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "=HYPERLINK(\"http://ond.example\")", "{{7*7}} {0} %s",
        "Cykel 🚲 och familj 👩‍👩‍👧", "السلام עליכם 123", "före\u202Egnp.exe\u2066efter", "noll\0bell\u0007esc\u001B och \uFFFE halvt \uD83D par",
        "rad ett\r\nrad två\r\n\r\nnytt stycke", new string('å', 60_000), "]]>&amp;<!--", "   ", "",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Documents_stay_valid_and_nothing_is_cut(string text)
    {
        var docx = new WordDocumentWriter().Agenda(AgendaSaying(text), null);
        Docx.Problems(docx).ShouldBeEmpty();
        var content = Docx.Text(docx);
        if (text.Length > 50_000) content.ShouldContain(text);
        content.ShouldNotContain("\u202E");
        Docx.Problems(new WordDocumentWriter().NotesDraft(Examples.Notes with { Points = AgendaSaying(text).Points, Guests = text }, null)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Mails_carry_no_markup_of_people_and_stay_readable(string text)
    {
        var mail = Compose(new AgendaMail(AgendaSaying(text), new Link("Öppna dagordningen", Examples.Url("x"))));
        mail.Html.ShouldNotContain("<script");
        mail.Html.ShouldNotContain("<img");
        mail.Html.ShouldNotContain("\" onmouseover");
        mail.Html.ShouldNotContain("\u202E");
        mail.Html.ShouldNotContain("\0");
        mail.Html.Length.ShouldBeLessThan(60_000);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_subject_is_one_short_line(string text)
    {
        var subject = Compose(new ReportMail(Examples.Report with { Title = text, CaseNumber = text }, true)).Subject;
        subject.Length.ShouldBeLessThanOrEqualTo(201);
        subject.ShouldNotContain(c => char.IsControl(c));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,<script>")]
    [InlineData("www.utan-schema.example")]
    [InlineData("https:///utan-namn")]
    public void Only_web_addresses_become_links(string address)
    {
        var agenda = Examples.Agenda with { Horizon = [new HorizonLine("Titel", null, address)] };
        Compose(new AgendaMail(agenda, new Link("Öppna", Examples.Url("x")))).Html.ShouldNotContain(address);
        Docx.Read(new WordDocumentWriter().Agenda(agenda, null), m => m.HyperlinkRelationships.Count()).ShouldBe(0);
    }

    [Fact]
    public void A_huge_text_is_cut_with_an_ellipsis_in_a_mail()
    {
        var long60k = string.Join("\n\n", Enumerable.Repeat("Ett stycke om sopor.", 3000));
        Compose(new AgendaMail(AgendaSaying(long60k), new Link("Öppna", Examples.Url("x")))).Html.ShouldContain("…</p>");
        Docx.Paragraphs(new WordDocumentWriter().Agenda(AgendaSaying(long60k), null)).Count(p => p == "Ett stycke om sopor.").ShouldBe(6000);
    }

    private static ComposedMail Compose(MailContent content) => new MailComposer(new GroupSettings()).Compose(content);

    private static AgendaDocument AgendaSaying(string text) => Examples.Agenda with
    {
        Greeting = text,
        Points = [Examples.Point with { Title = text, Background = text, Presenter = text, Attachments = [text], Goals = [text] }],
        StatusRound = [new StatusLine { Department = text, Title = text, Status = text, Latest = text, Obstacles = text }],
        Horizon = [new HorizonLine(text, text, text)],
    };
}
