using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class ListsAndTheirSiteTests : IAsyncLifetime
{
    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task Versions_tell_who_pressed_the_button_and_when()
    {
        var meeting = await tenant.Lists.AddAsync(new Meeting
        {
            Title = "Möte 1",
            StartsAt = tenant.Clock.GetUtcNow(),
            EndsAt = tenant.Clock.GetUtcNow(),
            AgendaStatus = DocumentStatus.Draft,
        }, Ct);
        var address = $"v1.0/sites/{await tenant.SiteIdAsync(Ct)}/lists/{await tenant.ListIdAsync("Meetings", Ct)}/items/{meeting.Id}/fields";
        await tenant.AsPersonAsync("karin.exempelius@trollhattan.example", HttpMethod.Patch, address,
            JsonContent.Create(new Dictionary<string, string> { ["AgendaStatus"] = "Godkänd" }), Ct);

        var versions = await tenant.Lists.VersionsAsync<Meeting>(meeting.Id, Ct);

        var karin = (await tenant.Lists.ReadAsync(GroupList.Members, Ct)).Members.Single(m => m.Title == "Karin Exempelius").Person;
        versions.Select(v => v.AgendaStatus).ShouldBe([DocumentStatus.Approved, DocumentStatus.Draft]);
        versions[0].Editor.ShouldBe(karin);
        versions[1].Editor.ShouldNotBe(karin);
        versions.ShouldAllBe(v => v.Id == meeting.Id && v.Modified != default);
    }

    [Fact]
    public async Task Attachments_are_read_and_noticed()
    {
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = "Med bilaga", Purpose = Purpose.Inform }, Ct);
        await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct);
        var list = await tenant.ListIdAsync("AgendaItems", Ct);
        var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes("innehåll"));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await tenant.Setup.SharePoint.PostAsync(
            $"_api/web/lists(guid'{list}')/items({item.Id})/AttachmentFiles/add(FileName='{WebUtility.UrlEncode("k''arta.txt")}')", bytes, Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Single(i => i.Id == item.Id);
        var files = await tenant.Lists.AttachmentsAsync<AgendaItem>(item.Id, Ct);

        read.HasAttachments.ShouldBeTrue();
        files.Single().Name.ShouldBe("k'arta.txt");
        Encoding.UTF8.GetString(files.Single().Content).ShouldBe("innehåll");
    }

    [Fact]
    public async Task Earlier_versions_are_forgotten_when_asked_to()
    {
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = "Gäst: Exempelperson", Purpose = Purpose.Inform }, Ct);
        await tenant.Lists.UpdateAsync(item, item with { Title = "Gäst" }, Ct);

        await tenant.Lists.ForgetVersionsAsync<AgendaItem>(item.Id, Ct);

        (await tenant.Lists.VersionsAsync<AgendaItem>(item.Id, Ct)).ShouldAllBe(v => v.Title == "Gäst");
    }

    [Fact]
    public async Task Addresses_of_forms_and_lists_lead_to_the_list()
    {
        var guess = tenant.Lists.FormUrl<Meeting>(3);
        await tenant.Lists.ReadAsync(GroupList.Meetings, Ct);

        tenant.Lists.FormUrl<Meeting>(3).ShouldBe(guess);
        guess.ShouldEndWith("/sites/ekologiska-hallbarhetsgruppen/Lists/Meetings/DispForm.aspx?ID=3");
    }

    [Fact]
    public async Task A_deleted_list_is_named_to_IT()
    {
        await tenant.Lists.ReadAsync(GroupList.HorizonItems, Ct);
        await tenant.Setup.Graph.Sites[await tenant.SiteIdAsync(Ct)].Lists[await tenant.ListIdAsync("HorizonItems", Ct)].DeleteAsync(null, Ct);

        var error = await Should.ThrowAsync<SetupProblemException>(() => tenant.Lists.ReadAsync(GroupList.HorizonItems, Ct));

        error.Message.ShouldContain("HorizonItems");
        error.Message.ShouldContain("apply");
    }

    [Fact]
    public async Task A_deleted_column_is_named_to_IT_with_its_list()
    {
        await tenant.Lists.ReadAsync(GroupList.Meetings, Ct);
        var list = tenant.Setup.Graph.Sites[await tenant.SiteIdAsync(Ct)].Lists[await tenant.ListIdAsync("Meetings", Ct)];
        var column = (await list.Columns.GetAsync(null, Ct))!.Value!.Single(c => c.Name == "DateReason");
        await list.Columns[column.Id].DeleteAsync(null, Ct);

        var error = await Should.ThrowAsync<SetupProblemException>(() => tenant.Lists.ReadAsync(GroupList.Meetings, Ct));

        error.Message.ShouldContain("Meetings");
        error.Message.ShouldContain("DateReason");
    }

    [Fact]
    public async Task A_list_that_was_deleted_and_made_again_is_found_again()
    {
        await tenant.Lists.ReadAsync(GroupList.Mailings, Ct);
        var site = tenant.Setup.Graph.Sites[await tenant.SiteIdAsync(Ct)];
        await site.Lists[await tenant.ListIdAsync("Mailings", Ct)].DeleteAsync(null, Ct);
        await tenant.RestoreAsync(Ct);

        (await tenant.Lists.ReadAsync(GroupList.Mailings, Ct)).Mailings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_longer_than_a_page_is_read_to_its_end()
    {
        for (var start = 0; start < 2100; start += 300)
            await tenant.Lists.AddAsync<MailingRow>([.. Enumerable.Range(start, 300).Select(n => new MailingRow { Title = "x", MailKey = $"k{n}" })], Ct);

        (await tenant.Lists.ReadAsync(GroupList.Mailings, Ct)).Mailings.Select(m => m.MailKey).Distinct().Count().ShouldBe(2100);
    }
}
