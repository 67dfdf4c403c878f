using System.Text.Json;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

/// <summary>Pills and buttons as the lists show them.</summary>
public sealed class FormattingTests
{
    private static readonly WorkspaceDefinition Data = Sites.Target.Definition;

    [Fact]
    public void Every_status_has_a_pill_with_words()
    {
        var bare = Data.Lists.SelectMany(list => list.Columns.Where(column => column.Name.EndsWith("Status", StringComparison.Ordinal) && column.Format is null)
            .Select(column => $"{list.Name}/{column.Name}"));
        bare.ShouldBeEmpty();
        foreach (var format in Data.Formats.Where(format => format.Key is "status" or "agenda-approval" or "notes-approval" or "report-approval"))
            format.Value.ShouldContain("\"txtContent\":\"@currentField\"", Case.Sensitive, format.Key);
    }

    [Fact]
    public void Every_button_sets_a_status_that_its_column_has()
    {
        var buttons = Data.Lists.SelectMany(list => list.Columns.Where(column => column.Format is not null)
            .SelectMany(column => Elements(Data.Formats[column.Format!]).Where(element => element.GetProperty("elmType").GetString() == "button")
                .Select(button => (Text: button.GetProperty("txtContent").GetString(), Action: button.GetProperty("customRowAction"), Column: column)))).ToList();
        foreach (var (text, action, column) in buttons)
        {
            action.GetProperty("action").GetString().ShouldBe("setValue", text);
            var set = action.GetProperty("actionInput").EnumerateObject().Single();
            set.Name.ShouldBe(column.Name, text);
            column.Choices.ShouldContain(set.Value.GetString()!, text);
        }
        buttons.Select(button => $"{button.Column.Name}: {button.Text}").ShouldBe(
        [
            "AgendaStatus: Godkänn för utskick", "AgendaStatus: Ångra", "NotesStatus: Godkänn för utskick", "NotesStatus: Ångra",
            "ReportStatus: Sammanställ rapport", "ReportStatus: Godkänn för utskick", "ReportStatus: Ångra",
        ]);
    }

    [Fact]
    public void A_button_that_asks_for_something_stands_only_in_lists_that_members_cannot_change() =>
        Data.Lists.Where(list => list.Columns.Any(column => column.Format?.EndsWith("-approval", StringComparison.Ordinal) == true))
            .ShouldAllBe(list => list.Access != null && list.Access[SiteGroupDefinition.Members] == AccessLevel.Read);

    [Fact]
    public void Formatting_reads_only_columns_that_its_lists_have()
    {
        foreach (var list in Data.Lists)
        {
            foreach (var column in list.Columns.Where(column => column.Format is not null))
            {
                var read = System.Text.RegularExpressions.Regex.Matches(Data.Formats[column.Format!], @"\[\$(\w+)");
                foreach (var name in read.Select(match => match.Groups[1].Value))
                    list.Column(name).ShouldNotBeNull($"{list.Name}/{column.Name} reads {name}");
            }
        }
    }

    [Fact]
    public void Conditions_become_CAML_with_two_operands_each()
    {
        var list = Data.List("AgendaItems");
        ViewQuery.Content(list, list.Views.Single(view => view.Name == "Next")).Query.ShouldBe(
            "<GroupBy Collapse=\"FALSE\"><FieldRef Name=\"ItemStatus\" /></GroupBy>"
            + "<OrderBy><FieldRef Name=\"SortOrder\" /><FieldRef Name=\"Created\" /></OrderBy>"
            + "<Where><Or><Or><Eq><FieldRef Name=\"ItemStatus\" /><Value Type=\"Choice\">Föreslagen</Value></Eq>"
            + "<Eq><FieldRef Name=\"ItemStatus\" /><Value Type=\"Choice\">På dagordningen</Value></Eq></Or>"
            + "<Eq><FieldRef Name=\"ItemStatus\" /><Value Type=\"Choice\">Flyttad</Value></Eq></Or></Where>");
    }

    [Fact]
    public void Mine_is_whoever_looks_and_late_is_before_today()
    {
        var list = Data.List("DecisionsActions");
        ViewQuery.Content(list, list.Views.Single(view => view.Name == "Mine")).Query.ShouldContain("<Eq><FieldRef Name=\"Responsible\" /><Value Type=\"Integer\"><UserID /></Value></Eq>");
        ViewQuery.Content(list, list.Views.Single(view => view.Name == "Overdue")).Query.ShouldContain("<Lt><FieldRef Name=\"DueOn\" /><Value Type=\"DateTime\"><Today /></Value></Lt>");
    }

    private static IEnumerable<JsonElement> Elements(string format) => Elements(JsonDocument.Parse(format).RootElement);

    private static IEnumerable<JsonElement> Elements(JsonElement element) => element.TryGetProperty("children", out var children)
        ? children.EnumerateArray().SelectMany(Elements).Prepend(element)
        : [element];
}
