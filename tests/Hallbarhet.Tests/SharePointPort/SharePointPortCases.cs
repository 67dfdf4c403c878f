using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SharePointPort;

/// <summary>What every client of the SharePoint-only port does. Each client has a class that inherits the cases.</summary>
public abstract class SharePointPortCases(Func<Microsoft365Connection, ISharePointOnly> make)
{
    private const string Format = """{"elmType":"div","txtContent":"=if(@currentField == 'Påbörjad', 'Ja', \"Nej\")"}""";

    private static ViewContent View(string title, bool isDefault = false) => new()
    {
        Title = title,
        Default = isDefault,
        Columns = ["Title", "Status", "Due"],
        Query = """<OrderBy><FieldRef Name="Due" Ascending="FALSE" /></OrderBy><Where><Eq><FieldRef Name="Status" /><Value Type="Text">Å &amp; "O'Neill"</Value></Eq></Where>""",
        Limit = 50,
    };

    [Fact]
    public async Task A_new_list_is_read_as_the_service_made_it()
    {
        await using var site = await PortSite.StartAsync(make);

        var list = await site.ReadListAsync();

        (list.ReadSecurity, list.WriteSecurity, list.OwnAccess).ShouldBe((1, 1, false));
        list.Formats.ShouldBeEmpty();
        list.Views.ShouldHaveSingleItem().Content.Default.ShouldBeTrue();
        list.Views[0].Content.Columns.ShouldContain("Title", "what shows the title with a link is the title");
    }

    [Fact]
    public async Task The_site_is_read_with_its_groups_rights_menu_and_region()
    {
        await using var site = await PortSite.StartAsync(make);

        var state = await site.ReadAsync();

        (state.TimeZone, state.Locale).ShouldBe((4, 1053));
        var owners = state.Groups.ShouldNotBeNull().Single(group => group.Id == state.Owners);
        state.Groups.ShouldContain(group => group.Id == state.Members);
        state.Access.ShouldNotBeNull().Single(granted => granted.Principal == owners.Id).ShouldSatisfyAllConditions(
            granted => granted.Levels.ShouldBe([AccessLevel.Full]),
            granted => granted.Name.ShouldBe(owners.Title));
        state.Menu.ShouldNotBeNull();
        state.HomePage.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Settings_of_a_list_are_set()
    {
        await using var site = await PortSite.StartAsync(make);

        await site.RunAsync(new SharePointStep.SetList(site.ListId, 77));

        var list = await site.ReadListAsync();
        (list.Versioning, list.Versions, list.MinorVersions, list.Moderation).ShouldBe((true, 77, false, false));
    }

    [Fact]
    public async Task A_column_is_formatted_word_by_word()
    {
        await using var site = await PortSite.StartAsync(make);

        await site.RunAsync(new SharePointStep.FormatColumn(site.ListId, "Status", Format));

        (await site.ReadListAsync()).Formats.ShouldBe(new Dictionary<string, string> { ["Status"] = CompactJson.Of(Format) });
    }

    [Theory]
    [InlineData("Open", "Öppna")]
    [InlineData("Mine", "Ulla's \"egna\" & mina <b>")]
    [InlineData("Kvar på åns sida", "Kvar på åns sida")]
    [InlineData("O'Neill", "O'Neills frågor")]
    public async Task A_view_is_named_first_and_then_titled(string name, string title)
    {
        await using var site = await PortSite.StartAsync(make);

        await site.RunAsync(new SharePointStep.AddView(site.ListId, name, View(title)));

        var added = (await site.ReadListAsync()).Views.Single(view => view.Content.Title == title);
        added.Name.ShouldBe(name.Replace("'", "", StringComparison.Ordinal), "the address is made of the name, without signs");
        added.Content.ToString().ShouldBe(View(title).ToString());
    }

    [Fact]
    public async Task A_new_default_view_takes_the_place_of_the_old_one()
    {
        await using var site = await PortSite.StartAsync(make);

        await site.RunAsync(new SharePointStep.AddView(site.ListId, "Open", View("Öppna", isDefault: true)));

        (await site.ReadListAsync()).Views.Single(view => view.Content.Default).Name.ShouldBe("Open");
    }

    [Fact]
    public async Task A_view_is_changed_as_a_whole_and_keeps_its_address()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.RunAsync(new SharePointStep.AddView(site.ListId, "Open", View("Öppna")));
        var before = (await site.ReadListAsync()).View("Open").ShouldNotBeNull();
        var wanted = View("Ännu öppna", isDefault: true) with { Columns = ["Due", "Title"], Query = "", Limit = 7 };

        await site.RunAsync(new SharePointStep.ChangeView(site.ListId, before.Id, wanted));

        var after = (await site.ReadListAsync()).Views.Single(view => view.Id == before.Id);
        (after.Name, after.Content.ToString()).ShouldBe(("Open", wanted.ToString()));
    }

    [Fact]
    public async Task A_person_stands_once_in_a_group_that_was_made()
    {
        await using var site = await PortSite.StartAsync(make);
        var upn = WorkspaceFolder.LoadGroup(WorkspaceFolder.ExampleGroup).Members[1].Upn!;
        await site.RunAsync(new SharePointStep.AddGroup("Ordförandens hjälp", "De som hjälper ordföranden att \"hålla i\"."));
        var group = await GroupAsync(site, "Ordförandens hjälp");

        await site.RunAsync(new SharePointStep.AddPerson(group.Id, upn), new SharePointStep.AddPerson(group.Id, upn));

        group = await GroupAsync(site, "Ordförandens hjälp");
        group.Logins.ShouldHaveSingleItem();
        group.Has(upn).ShouldBeTrue();
        var answer = await site.Connection.SharePoint.GetStringAsync($"_api/web/sitegroups/getbyid({group.Id})?$select=Description", TestContext.Current.CancellationToken);
        answer.ShouldContain("De som hjälper");
    }

    [Fact]
    public async Task A_list_gets_rights_of_its_own_and_gives_them_back()
    {
        await using var site = await PortSite.StartAsync(make);
        var members = (await site.ReadAsync()).Members!.Value;

        await site.RunAsync(
            new SharePointStep.BreakInheritance(site.ListId),
            new SharePointStep.Grant(site.ListId, members, AccessLevel.Contribute),
            new SharePointStep.Grant(site.ListId, members, AccessLevel.Read),
            new SharePointStep.Revoke(site.ListId, members, AccessLevel.Contribute));

        var list = await site.ReadListAsync();
        list.OwnAccess.ShouldBeTrue();
        list.Access.ShouldNotBeNull().ShouldHaveSingleItem("who cut the rights loose is the program itself")
            .ShouldSatisfyAllConditions(granted => granted.Principal.ShouldBe(members), granted => granted.Levels.ShouldBe([AccessLevel.Read]));

        await site.RunAsync(new SharePointStep.RestoreInheritance(site.ListId));
        (await site.ReadListAsync()).OwnAccess.ShouldBeFalse();
    }

    [Fact]
    public async Task Rights_on_the_site_are_granted_and_taken_back()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.RunAsync(new SharePointStep.AddGroup("Läsare", "Läser."));
        var readers = await GroupAsync(site, "Läsare");

        await site.RunAsync(new SharePointStep.Grant(null, readers.Id, AccessLevel.Read));
        (await site.ReadAsync()).Access!.Single(granted => granted.Principal == readers.Id).Levels.ShouldBe([AccessLevel.Read]);

        await site.RunAsync(new SharePointStep.Revoke(null, readers.Id, AccessLevel.Read));
        (await site.ReadAsync()).Access!.ShouldNotContain(granted => granted.Principal == readers.Id);
    }

    [Fact]
    public async Task The_menu_grows_in_two_levels_and_a_new_title_leaves_the_rest()
    {
        await using var site = await PortSite.StartAsync(make);
        await site.RunAsync(
            new SharePointStep.AddNode("Vårt arbete", "/sites/ekologiska-hallbarhetsgruppen/SitePages/Start.aspx", null),
            new SharePointStep.AddNode("Kommunen", "https://www.trollhattan.example/om?fråga=1", null));
        var parent = (await site.ReadAsync()).Menu!.Single(node => node.Title == "Vårt arbete");

        await site.RunAsync(
            new SharePointStep.AddNode("Möten", "/sites/ekologiska-hallbarhetsgruppen/Lists/Moten", parent.Id),
            new SharePointStep.RenameNode(parent.Id, "Ullas \"arbete\""));

        var menu = (await site.ReadAsync()).Menu!;
        var renamed = menu.Single(node => node.Id == parent.Id);
        (renamed.Title, renamed.Url).ShouldBe(("Ullas \"arbete\"", parent.Url));
        renamed.Children.ShouldHaveSingleItem().Title.ShouldBe("Möten");
        menu.ShouldContain(node => node.Url == "https://www.trollhattan.example/om?fråga=1");
    }

    [Fact]
    public async Task The_home_page_is_set()
    {
        await using var site = await PortSite.StartAsync(make);

        await site.RunAsync(new SharePointStep.SetHomePage("SitePages/Välkommen.aspx"));

        (await site.ReadAsync()).HomePage.ShouldBe("SitePages/Välkommen.aspx");
    }

    [Fact]
    public async Task More_steps_than_a_batch_takes_are_done_in_their_order()
    {
        await using var site = await PortSite.StartAsync(make);
        var nodes = Enumerable.Range(1, 130).Select(i => new SharePointStep.AddNode($"Nr {i}", $"/sites/ekologiska-hallbarhetsgruppen/{i}", null)).ToArray();

        await site.RunAsync(nodes);

        (await site.ReadAsync()).Menu!.Select(node => node.Title).Where(title => title.StartsWith("Nr ", StringComparison.Ordinal))
            .ShouldBe(nodes.Select(node => node.Title));
    }

    private static async Task<SiteGroupState> GroupAsync(PortSite site, string title) =>
        (await site.ReadAsync()).Groups!.Single(group => group.Title == title);
}
