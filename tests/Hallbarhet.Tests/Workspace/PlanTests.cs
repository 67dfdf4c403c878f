using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

public sealed class PlanTests
{
    [Fact]
    public void A_site_that_is_as_the_data_says_gives_an_empty_plan()
    {
        var plan = Plan.Compare(Sites.Target, Sites.Complete());
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBeEmpty();
        PlanRenderer.Text(plan).ShouldBe("No changes: the site is as the data says.\n");
    }

    public static TheoryData<string, Func<ColumnState, ColumnState?>, ChangeVerb, ChangeRisk> HandWork => new()
    {
        { "deleted", _ => null, ChangeVerb.Create, ChangeRisk.None },
        { "a choice was renamed", column => column with { Choices = ["Ta del", "Prata", "Besluta"] }, ChangeVerb.Update, ChangeRisk.None },
        { "a choice was added", column => column with { Choices = [.. column.Choices, "Annat"] }, ChangeVerb.Update, ChangeRisk.None },
        { "no longer required", column => column with { Required = false }, ChangeVerb.Update, ChangeRisk.None },
        { "shown to nobody", column => column with { Hidden = true }, ChangeVerb.Update, ChangeRisk.None },
        { "made anew as text", column => column with { Type = ColumnType.Text, Choices = [] }, ChangeVerb.Replace, ChangeRisk.DataLoss },
    };

    [Theory]
    [MemberData(nameof(HandWork))]
    public void What_a_job_relies_on_is_put_right(string what, Func<ColumnState, ColumnState?> change, ChangeVerb verb, ChangeRisk risk)
    {
        var plan = Plan.Compare(Sites.Target, Sites.Complete().With("AgendaItems", "Purpose", change));
        var only = plan.Changes.ShouldHaveSingleItem(what);
        (only.Verb, only.Path, only.Risk).ShouldBe((verb, "column AgendaItems/Purpose", risk), what);
    }

    [Fact]
    public void Another_default_is_put_right_where_the_data_has_one()
    {
        var status = Plan.Compare(Sites.Target, Sites.Complete().With("AgendaItems", "ItemStatus", column => column with { Default = "Flyttad" }));
        status.Changes.ShouldHaveSingleItem().Path.ShouldBe("column AgendaItems/ItemStatus");
        Plan.Compare(Sites.Target, Sites.Complete().With("AgendaItems", "Purpose", column => column with { Default = "Diskutera" })).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_label_that_people_renamed_is_theirs_and_one_that_was_never_named_is_named()
    {
        var complete = Sites.Complete();
        WorkspaceState With(string? name) => complete with { Board = complete.Board! with { Labels = new Dictionary<int, string?>(complete.Board.Labels) { [1] = name } } };
        Plan.Compare(Sites.Target, With("Vårt ord")).Changes.ShouldBeEmpty();
        Plan.Compare(Sites.Target, With(null) with { Applied = null, Record = null }).Changes.Select(change => change.Path).ShouldBe(["label 1", "record workspace.json"]);
    }

    [Fact]
    public void A_lost_index_is_put_right() =>
        Plan.Compare(Sites.Target, Sites.Complete().With("Meetings", "StartsAt", column => column with { Indexed = false }))
            .Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                change => change.Old.ShouldBe("datetime required"),
                change => change.New.ShouldBe("datetime required indexed"));

    [Fact]
    public void A_lookup_that_points_at_a_deleted_list_is_made_anew() =>
        Plan.Compare(Sites.Target, Sites.Complete().With("AgendaItems", "Meeting", column => column with { Target = "" }))
            .Changes.ShouldHaveSingleItem().Verb.ShouldBe(ChangeVerb.Replace);

    [Fact]
    public void A_deleted_list_is_made_with_its_lookups()
    {
        var changes = Plan.Compare(Sites.Target, Sites.Complete().With("HorizonItems", _ => null)).Changes;
        changes.Select(change => change.Path).ShouldBe(
        [
            "list HorizonItems", "column HorizonItems/Title", "column HorizonItems/Goals", "column HorizonItems/AgendaItem",
            "settings HorizonItems", "format HorizonItems/Link", "format HorizonItems/HorizonStatus",
            "view HorizonItems/Current", "view HorizonItems/Mine", "view HorizonItems/AllItems", "record workspace.json",
        ]);
    }

    [Fact]
    public void Titles_that_people_changed_are_told_but_left_to_them()
    {
        var renamed = Sites.Complete().With("Initiatives", list => list with { Title = "Våra arbetsinsatser" })
            .With("Initiatives", "Latest", column => column with { Title = "Läget" });
        var plan = Plan.Compare(Sites.Target, renamed);
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBe(
        [
            "list Initiatives is called \"Våra arbetsinsatser\" on the site; titles belong to the users (data: \"Arbetsinsatser\")",
            "column Initiatives/Latest is called \"Läget\" on the site; titles belong to the users (data: \"Läget just nu\")",
        ]);
    }

    [Fact]
    public void A_list_that_never_got_its_title_gets_it() =>
        Plan.Compare(Sites.Target, Sites.Complete().With("Meetings", list => list with { Title = "Meetings" }))
            .Changes.ShouldHaveSingleItem().New.ShouldBe("\"Möten\"");

    [Fact]
    public void A_group_with_another_name_keeps_it_and_the_plan_says_so() =>
        Plan.Compare(Sites.Target, Sites.Complete() with { Group = new GroupState(2, null, "SEC-Hållbarhet") }).ShouldSatisfyAllConditions(
            plan => plan.Changes.ShouldBeEmpty(),
            plan => plan.Notes.ShouldHaveSingleItem().ShouldStartWith("group ekologiska-hallbarhetsgruppen is called \"SEC-Hållbarhet\";"));

    [Fact]
    public void Columns_that_people_added_are_theirs()
    {
        var own = new ColumnState { Id = "x", Name = "Egen", Title = "Egen", Type = ColumnType.Text };
        Plan.Compare(Sites.Target, Sites.Complete().With("Initiatives", list => list with { Columns = [.. list.Columns, own] })).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_row_is_made_when_its_key_is_missing_and_adopted_when_only_the_key_is()
    {
        var complete = Sites.Complete();
        var rows = complete.Rows.Where(row => row.Key.Key is not ("mu" or "sdl")).ToDictionary();
        var state = complete with { Rows = rows, Unkeyed = new Dictionary<(string, string), string> { [("Organisation", "Miljöutskottet")] = "7" } };
        Plan.Compare(Sites.Target, state).Changes.Select(change => (change.Verb, change.Path)).ShouldBe(
            [(ChangeVerb.Update, "row Organisation/mu"), (ChangeVerb.Create, "row Organisation/sdl")]);
    }

    [Fact]
    public void Without_Planner_there_is_no_board()
    {
        var target = Sites.For(Sites.Target.Group with { Planner = false });
        Plan.Compare(target, Sites.Complete(target)).IsEmpty.ShouldBeTrue();
        Plan.Compare(target, Sites.Nothing).Changes.ShouldNotContain(change => change.Kind == ChangeKind.Board || change.Kind == ChangeKind.Bucket);
    }

    [Fact]
    public void A_renamed_bucket_is_known_by_its_recorded_id()
    {
        var complete = Sites.Complete();
        var renamed = complete with { Board = complete.Board! with { Buckets = [.. complete.Board.Buckets.Select(bucket => bucket with { Title = bucket.Title + "!" })] } };
        Plan.Compare(Sites.Target, renamed).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_page_that_stayed_a_draft_is_published()
    {
        var complete = Sites.Complete();
        var draft = complete with { Pages = [.. complete.Pages.Select(page => page with { Published = page.File != "Start.aspx" })] };
        Plan.Compare(Sites.Target, draft).Changes.ShouldHaveSingleItem().New.ShouldBe("published");
    }

    [Fact]
    public void Markdown_keeps_its_table_when_a_value_holds_a_pipe()
    {
        var plan = Plan.Compare(Sites.Target, Sites.Complete().With("AgendaItems", "Purpose", _ => null));
        PlanRenderer.Markdown(plan).ShouldContain("choice [Ta del \\| Diskutera \\| Besluta] required");
    }
}
