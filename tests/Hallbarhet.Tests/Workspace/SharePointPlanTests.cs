using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Workspace;

/// <summary>Views, formatting, settings, rights and menu: what is put right, what is told, and what is left to the users.</summary>
public sealed class SharePointPlanTests
{
    private static readonly WorkspaceState Complete = Sites.Complete();

    [Fact]
    public void A_view_that_people_changed_is_theirs()
    {
        var plan = Compare(Complete.WithDetails("Meetings", WithView("Coming", view => view with { Columns = ["Title"] })));
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBe(["view Meetings/Coming was changed on the site; it belongs to the users"]);
    }

    [Fact]
    public void A_view_that_people_deleted_stays_deleted_and_is_told()
    {
        var plan = Compare(Complete.WithDetails("Meetings", list => list with { Views = [.. list.Views.Where(view => view.Name != "Held")] }));
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBe(["view Meetings/Held was deleted on the site; it belongs to the users"]);
    }

    [Fact]
    public void Views_that_people_made_are_theirs()
    {
        var own = new ViewState("x", "Min vy", new ViewContent { Title = "Min vy", Default = false, Columns = ["Title"], Query = "", Limit = 30 });
        Compare(Complete.WithDetails("Meetings", list => list with { Views = [.. list.Views, own] })).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_query_that_SharePoint_wrote_in_its_own_way_is_the_same_query()
    {
        static string Rewritten(string query) => query.Replace("\"", "'", StringComparison.Ordinal).Replace("/><", " />\n<", StringComparison.Ordinal);
        var plan = Compare(Complete.WithDetails("AgendaItems", WithView("Next", view => view with { Query = Rewritten(view.Query) })) with { Applied = null });
        plan.Changes.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Record);
    }

    [Fact]
    public void A_list_that_was_made_anew_gets_its_views_again()
    {
        var anew = Complete.With("HorizonItems", list => list with { Id = "other" });
        var details = Complete.Details("HorizonItems")! with { Views = [], Formats = new Dictionary<string, string>() };
        anew = anew.WithSharePoint(site => site with { Lists = new Dictionary<string, ListDetails>(site.Lists) { ["other"] = details } });
        Compare(anew).Changes.Select(change => change.Path).ShouldBe(
            ["format HorizonItems/Link", "format HorizonItems/HorizonStatus", "view HorizonItems/Current", "view HorizonItems/Mine", "view HorizonItems/AllItems", "record workspace.json"]);
    }

    public static TheoryData<string, Func<ListDetails, ListDetails>, string> Settings => new()
    {
        { "versions are off", list => list with { Versioning = false }, "no versions" },
        { "fewer versions", list => list with { Versions = 100 }, "100 versions" },
        { "only one's own rows", list => list with { ReadSecurity = 2 }, "500 versions, people read only their own rows" },
        { "approval", list => list with { Moderation = true }, "500 versions, content approval" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_that_jobs_rely_on_are_put_right(string what, Func<ListDetails, ListDetails> change, string old)
    {
        var only = Compare(Complete.WithDetails("Meetings", change)).Changes.ShouldHaveSingleItem(what);
        (only.Path, only.Old, only.New).ShouldBe(("settings Meetings", old, "500 versions"), what);
    }

    [Fact]
    public void Members_who_may_edit_the_site_get_contribute_instead()
    {
        var state = Complete.WithSharePoint(site => site with { Access = With(site.Access!, SharePointSites.Members, AccessLevel.Edit) });
        var only = Compare(state).Changes.ShouldHaveSingleItem();
        (only.Path, only.Old).ShouldBe(("access site", "communicators read, members edit, owners full, strategists contribute"));
        SharePointWork.Steps(Sites.Target, state, only).ShouldBe(
        [
            new SharePointStep.Grant(null, SharePointSites.Members, AccessLevel.Contribute),
            new SharePointStep.Revoke(null, SharePointSites.Members, AccessLevel.Edit),
        ]);
    }

    [Fact]
    public void A_list_that_lost_its_own_rights_gets_them_back()
    {
        var state = Complete.WithDetails("Mailings", list => list with { OwnAccess = false, Access = null });
        var only = Compare(state).Changes.ShouldHaveSingleItem();
        (only.Path, only.Old, only.New).ShouldBe(("access Mailings", "as the site", "owners full, strategists read"));
        var steps = SharePointWork.Steps(Sites.Target, state, only).ShouldNotBeNull();
        steps[0].ShouldBe(new SharePointStep.BreakInheritance("list-Mailings"));
        steps.Skip(1).ShouldAllBe(step => step is SharePointStep.Grant);
    }

    [Fact]
    public void A_list_that_members_shall_fill_follows_the_site()
    {
        var state = Complete.WithDetails("Initiatives", list => list with { OwnAccess = true });
        var only = Compare(state).Changes.ShouldHaveSingleItem();
        (only.Path, only.New).ShouldBe(("access Initiatives", "as the site"));
        SharePointWork.Steps(Sites.Target, state, only).ShouldBe([new SharePointStep.RestoreInheritance("list-Initiatives")]);
    }

    [Fact]
    public void Somebody_who_was_let_in_beside_the_groups_is_told_and_left()
    {
        var plan = Compare(Complete.WithDetails("Drafts", list => list with { Access = [.. list.Access!, new Assignment(99, "Per Övningstam", [AccessLevel.Read])] }));
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBe(["access Drafts: Per Övningstam has read beside what the data says; see whether that is meant"]);
    }

    [Fact]
    public void A_strategist_missing_in_the_group_is_added_and_an_unknown_one_told()
    {
        var state = Complete.WithSharePoint(site => site with
        {
            Groups = [.. site.Groups!.Select(group => group.Title == "Hållbarhetsstrateger"
                ? group with { Logins = ["i:0#.f|membership|karin.exempelius@trollhattan.example", "i:0#.f|membership|omar.testlund@trollhattan.example"] } : group)],
        });
        var plan = Compare(state);
        plan.Changes.ShouldHaveSingleItem().Path.ShouldBe("person strategists/mattias");
        plan.Notes.ShouldBe(["role strategists: omar.testlund@trollhattan.example stands in the group but has not the role Hållbarhetsstrateg in the group file"]);
    }

    [Fact]
    public void A_menu_entry_that_people_renamed_or_moved_is_still_there()
    {
        var state = Complete.WithSharePoint(site => site with
        {
            Menu = [.. site.Menu!.Skip(1), new NodeState(1, "Eget", "https://example.org", [site.Menu![0] with { Title = "Hem" }])],
        });
        var plan = Compare(state);
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_menu_entry_that_people_removed_stays_away()
    {
        var plan = Compare(Complete.WithSharePoint(site => site with { Menu = [.. site.Menu!.Where(node => node.Title != "Möten")] }));
        plan.Changes.ShouldBeEmpty();
        plan.Notes.ShouldBe(["menu meetings was removed on the site; the menu belongs to the users"]);
    }

    [Fact]
    public void What_this_identity_may_not_see_is_no_reason_for_a_change() =>
        Compare(Complete.WithSharePoint(_ => new SharePointState())).Changes.ShouldBeEmpty();

    private static Plan Compare(WorkspaceState state) => Plan.Compare(Sites.Target, state);

    private static Func<ListDetails, ListDetails> WithView(string name, Func<ViewContent, ViewContent> change) =>
        list => list with { Views = [.. list.Views.Select(view => view.Name == name ? view with { Content = change(view.Content) } : view)] };

    private static List<Assignment> With(IReadOnlyList<Assignment> rights, int principal, AccessLevel level) =>
        [.. rights.Select(right => right.Principal == principal ? right with { Levels = [level] } : right)];
}
