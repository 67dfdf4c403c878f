using System.Runtime.CompilerServices;
using Hallbarhet.Workspace.Definition;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

public sealed class DataTests
{
    private static readonly WorkspaceDefinition Data = Sites.Target.Definition;

    [Fact]
    public void The_workspace_has_fourteen_lists_and_four_libraries()
    {
        Data.Lists.Count(list => !list.IsLibrary).ShouldBe(14);
        Data.Lists.Where(list => list.IsLibrary).Select(list => list.Name).ShouldBe(["MeetingDocuments", "ReportFiles", "Drafts", "_system"]);
    }

    [Fact]
    public void Every_Swedish_title_stands_in_the_glossary()
    {
        var glossary = File.ReadAllLines(Repository("docs/glossary.md"))
            .Where(line => line.StartsWith('|')).SelectMany(line => line.Split('|', StringSplitOptions.TrimEntries)).ToHashSet();
        var titles = Data.Lists.Where(list => list.Name != WorkspaceTarget.SystemLibrary).SelectMany(list => list.Columns.Select(column => column.Title).Prepend(list.Title))
            .Concat(Data.Lists.Single(list => list.Name == WorkspaceTarget.SystemLibrary).Columns.Select(column => column.Title))
            .Concat(Data.Lists.SelectMany(list => list.Views.Select(view => view.Title)))
            .Concat(Data.Site.Groups.Select(group => group.Title))
            .Concat(Data.Pages.Select(page => page.Title))
            .Concat(Data.Board.Buckets.Select(bucket => bucket.Title))
            .Concat(Data.Board.Labels.Select(label => label.Title))
            .Append(Data.Board.Title)
            .Append(Data.Navigation.Strategists.Title);
        titles.Distinct().Where(title => !glossary.Contains(title)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_goal_of_the_steering_documents_becomes_a_row()
    {
        var goals = Sites.Target.Rows.Where(row => row.List == "Goals").ToList();
        goals.Count.ShouldBe(Data.Goals.Count);
        Data.Goals.Count(goal => goal.Framework == "Miljökvalitetsmål").ShouldBe(16);
        Data.Goals.Count(goal => goal.Framework == "Agenda 2030").ShouldBe(17);
        Data.Goals.Count(goal => goal is { Framework: "Strategi", Parent: not null }).ShouldBe(11);
    }

    [Fact]
    public void A_member_needs_few_fields_to_propose_something()
    {
        Required("AgendaItems").ShouldBe(["Title", "Purpose"]);
        Required("Initiatives").ShouldBe(["Title", "Owner"]);
        Required("HorizonItems").ShouldBe(["Title"]);
        Required("LearningActivities").ShouldBe(["Title"]);
        Required("CommunicationItems").ShouldBe(["Title"]);
    }

    [Fact]
    public void No_list_asks_for_more_indexes_than_SharePoint_has() =>
        Data.Lists.ShouldAllBe(list => list.Columns.Count(column => column.Indexed) <= 20);

    [Fact]
    public void The_same_data_always_has_the_same_hash() =>
        new WorkspaceTarget(WorkspaceFolder.Load(), Sites.Target.Group).Hash.ShouldBe(Sites.Target.Hash);

    private static IEnumerable<string> Required(string list) => Data.List(list).Columns.Where(column => column.Required).Select(column => column.Name);

    private static string Repository(string file, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", file);
}
