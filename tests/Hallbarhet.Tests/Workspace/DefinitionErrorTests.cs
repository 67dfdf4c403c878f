using Hallbarhet.Workspace.Definition;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

public sealed class DefinitionErrorTests : IDisposable
{
    private readonly DataFolder data = new();

    public static TheoryData<string, string, string, string> SpoiltFiles => new()
    {
        // file, what is replaced, by what, what the message must say
        { "lists/meetings.json", "\"indexed\": true", "\"index\": true", "Unknown property \"index\". Did you mean \"indexed\"?" },
        { "lists/meetings.json", "\"type\": \"dateTime\"", "\"type\": \"datetime\"", "\"type\" must be one of: text, note, choice, person, lookup, date, dateTime, number, yesNo." },
        { "lists/meetings.json", "\"order\": 1", "\"order\": \"1\"", "\"order\" must be a number without quotation marks." },
        { "lists/meetings.json", "\"required\": true", "\"required\": \"ja\"", "\"required\" must be true or false without quotation marks." },
        { "lists/meetings.json", "\"name\": \"Place\"", "\"name\": \"Plåts\"", "\"name\" is written in a way that is not allowed" },
        { "lists/agenda-items.json", "\"target\": \"Meetings\"", "\"target\": \"Meeting\"", "Column Meeting: there is no list \"Meeting\". Did you mean \"Meetings\"?" },
        { "lists/agenda-items.json", "\"default\": \"Föreslagen\"", "\"default\": \"Förslagen\"", "Column ItemStatus: the default \"Förslagen\" is none of its choices. Did you mean \"Föreslagen\"?" },
        { "lists/agenda-items.json", "\"name\": \"Background\"", "\"name\": \"Presenter\"", "The column Presenter is described twice. Keep one." },
        { "lists/agenda-items.json", "\"type\": \"note\"", "\"type\": \"note\", \"indexed\": true", "Column Background: SharePoint cannot index a note" },
        { "lists/agenda-items.json", "\"Minutes\": 10", "\"Minute\": 10", "There is no column Minute. Did you mean \"Minutes\"?" },
        { "lists/agenda-items.json", "\"Purpose\": \"Ta del\"", "\"Purpose\": \"Ta delen\"", "Purpose must be one of: Ta del, Diskutera, Besluta." },
        { "lists/agenda-items.json", "\"key\": \"agenda-items\"", "\"key\": \"agenda\"", "Call the file agenda.json." },
        { "lists/agenda-items.json", "\"minimum\": 0", "\"minimum\": 900", "Column Minutes: the minimum 900 is above the maximum 480." },
        { "lists/agenda-items.json", "\"name\": \"Background\",", "\"name\": \"Background\", \"maximum\": 9,", "Column Background: \"minimum\" and \"maximum\" belong to a number column." },
        { "lists/mailings.json", "\"indexed\": true, \"unique\"", "\"unique\"", "Column MailKey: a unique column must be indexed." },
        { "libraries/report-files.json", "\"Rapporter\"", "\"Rapportering\"", "The title \"Rapportering\" is already used in" },
        { "navigation.json", "\"start\"", "\"stort\"", "There is no page \"stort\". Did you mean \"start\"?" },
        { "pages/start.json", "\"list\": \"Initiatives\"", "\"list\": \"Initiative\"", "There is no list \"Initiative\". Did you mean \"Initiatives\"?" },
        { "goals/strategi.json", "\"parent\": \"strategi/a\"", "\"parent\": \"strategi/x\"", "Goal strategi/1: there is no goal \"strategi/x\"." },
        { "goals/strategi.json", "\"framework\": \"Strategi\"", "\"framework\": \"Strategin\"", "the framework must be one of: MRP, Strategi," },
        { "goals/strategi.json", "\"parent\": null", "\"parent\": \"strategi/1\"", "refers to itself through others. Keep one direction." },
        { "site.json", "\"schemaVersion\": 1,", "", "\"schemaVersion\" is missing. Add it." },
        { "lists/meetings.json", "\"from\": \"[Today]\"", "\"after\": \"[Today]\"", "Unknown property \"after\"." },
        { "lists/meetings.json", "[\"Inställt\"]", "[\"Instält\"]", "View Coming: \"Instält\" is no choice of MeetingStatus. Did you mean \"Inställt\"?" },
        { "lists/meetings.json", "\"default\": true, \"columns\"", "\"columns\"", "Exactly one view is the default." },
        { "lists/meetings.json", "\"Chair\", \"NoteTaker\", \"MeetingStatus\"", "\"Char\", \"NoteTaker\", \"MeetingStatus\"", "View Coming: there is no column Char. Did you mean \"Chair\"?" },
        { "lists/meetings.json", "\"format\": \"status\"", "\"format\": \"states\"", "Column MeetingStatus: there is no formatting \"states\". Did you mean \"status\"?" },
        { "lists/meetings.json", "\"members\": \"read\"", "\"member\": \"read\"", "There is no group \"member\". Did you mean \"members\"?" },
        { "formatting/status.json", "\"elmType\": \"div\"", "\"elmType\": \"table\"", "\"elmType\" must be one of: div, span, a, button." },
        { "site.json", "\"homePage\": \"start\"", "\"homePage\": \"strat\"", "There is no page \"strat\". Did you mean \"start\"?" },
        { "planner/board.json", "}\n  ]", "},\n  ]", "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(SpoiltFiles))]
    public void Wrong_data_is_named_with_file_and_line_and_what_to_write(string file, string old, string replacement, string expected)
    {
        var line = data.Replace(file, old, replacement);
        var problems = Should.Throw<DefinitionException>(() => data.Load()).Problems;
        var problem = problems.First(candidate => candidate.Message.Contains(expected, StringComparison.Ordinal));
        problem.File.ShouldBe(file);
        problem.Line.ShouldBeInRange(Math.Max(1, line - 12), line + 2);
        problem.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_key_that_stands_twice_in_a_file_is_an_error_on_the_second_line()
    {
        var line = data.Replace("lists/meetings.json", "\"order\": 1,", "\"order\": 1,\n  \"order\": 2,");
        var problem = data.OnlyProblem();
        (problem.File, problem.Line).ShouldBe(("lists/meetings.json", line + 1));
        problem.Message.ShouldContain("order");
    }

    [Fact]
    public void A_missing_file_is_named_with_the_place_where_it_should_be()
    {
        File.Delete(data.Path("navigation.json"));
        data.OnlyProblem().ToString().ShouldBe($"navigation.json(1,1): The file is missing. It should be at {data.Path("navigation.json")}.");
    }

    [Fact]
    public void Every_problem_of_every_file_is_told_at_once()
    {
        data.Replace("lists/meetings.json", "\"indexed\": true", "\"index\": true");
        data.Replace("lists/reports.json", "\"indexed\": true", "\"index\": true");
        Should.Throw<DefinitionException>(() => data.Load()).Problems.Select(problem => problem.File).ShouldBe(["lists/meetings.json", "lists/reports.json"]);
    }

    [Theory]
    [InlineData("\"department\": \"sbf\"", "\"department\": \"sfb\"", "There is no department \"sfb\". Did you mean")]
    [InlineData("\"key\": \"mu\"", "\"key\": \"ksf\"", "A department has the key \"ksf\" already.")]
    [InlineData("\"key\": \"sofia\"", "\"key\": \"omar\"", "The key \"omar\" is used twice.")]
    [InlineData("omar.testlund@trollhattan.example", "omar.testlund@annan.example", "omar has an account outside \"domains\".")]
    [InlineData("\"role\": \"Ordinarie\"", "\"role\": \"Ordinare\"", "\"role\" must be one of: Hållbarhetsstrateg, Ordinarie,")]
    [InlineData("/sites/ekologiska-hallbarhetsgruppen", "/sites/gruppen", "write \"/sites/ekologiska-hallbarhetsgruppen\".")]
    public void A_wrong_group_file_says_what_to_write_instead(string old, string replacement, string expected)
    {
        var line = data.Replace("group.example.json", old, replacement);
        var problem = data.OnlyGroupProblem();
        problem.Message.ShouldContain(expected);
        problem.Line.ShouldBe(line);
    }

    public void Dispose() => data.Dispose();
}
