using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class ListsTests : IAsyncLifetime
{
    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task All_lists_and_the_memory_come_in_one_round_trip_once_the_site_is_known()
    {
        await tenant.Lists.ReadAsync(GroupList.Members, Ct);
        var before = tenant.Connection.Counter.Requests;

        var snapshot = await tenant.Lists.ReadAsync(GroupList.Members | GroupList.Organisation | GroupList.Goals | GroupList.Meetings, Ct);

        (tenant.Connection.Counter.Requests - before).ShouldBe(1);
        snapshot.Memory.SchemaVersion.ShouldBe(1);
        snapshot.Members.Count.ShouldBe(14);
        snapshot.Members.Count(m => m.Role == Role.SustainabilityStrategist).ShouldBe(2);
        snapshot.Organisation.Count(o => o.Kind == OrganisationKind.Department).ShouldBe(8);
        snapshot.Goals.Count(g => g.Framework == Framework.GlobalGoal).ShouldBe(17);
        snapshot.Members.ShouldAllBe(m => m.ETag.Length > 0 && m.Person != null && m.Email != null && m.DepartmentId != null);
    }

    [Fact]
    public async Task A_meeting_is_read_back_as_it_was_written()
    {
        var chair = (await tenant.Lists.ReadAsync(GroupList.Members, Ct)).Members[0].Person;
        var meeting = new Meeting
        {
            Title = "Möte 1",
            SourceKey = "meeting/2026/1",
            StartsAt = new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero),
            EndsAt = new DateTimeOffset(2026, 3, 12, 14, 0, 0, TimeSpan.Zero),
            Place = "Stadshuset",
            Chair = chair,
            ItemsDue = new DateOnly(2026, 3, 4),
            Status = MeetingStatus.Decided,
            AgendaStatus = DocumentStatus.Draft,
            Greeting = "Välkomna!\nTvå rader & <b>inte</b> fetstil",
            Present = [chair!.Value],
            SystemMessage = "Godkänn dagordningen.",
        };

        var added = await tenant.Lists.AddAsync(meeting, Ct);
        var read = (await tenant.Lists.ReadAsync(GroupList.Meetings, Ct)).Meetings.Single();

        Text(read).ShouldBe(Text(added));
        Text(read with { Id = 0, ETag = "", Created = default, Modified = default, Author = null, Editor = null, NotesStatus = null })
            .ShouldBe(Text(meeting));
        read.NotesStatus.ShouldBe(DocumentStatus.NotStarted, "an empty choice takes the list's default");
    }

    private static string Text<T>(T row) => JsonSerializer.Serialize(row);

    [Theory]
    [InlineData(2026, 1, 1)]
    [InlineData(2026, 7, 1)]
    [InlineData(2026, 12, 31)]
    public async Task A_day_stays_the_same_day_in_summer_and_winter(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        var added = await tenant.Lists.AddAsync(new Report { Title = "Rapport", LastDay = date, PeriodFrom = date }, Ct);
        (added.LastDay, added.PeriodFrom, added.PeriodTo).ShouldBe((date, date, null));
    }

    [Fact]
    public async Task Only_what_differs_is_written_and_the_new_ETag_serves_the_next_write()
    {
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = "Cykelbanor", Purpose = Purpose.Discuss, Background = "Varför" }, Ct);
        var people = await tenant.Lists.ReadAsync(GroupList.Organisation | GroupList.Goals, Ct);

        var first = await tenant.Lists.UpdateAsync(item, item with { DepartmentIds = [people.Organisation[0].Id, people.Organisation[1].Id], Minutes = 15 }, Ct);
        var second = await tenant.Lists.UpdateAsync(first, first with { GoalIds = [people.Goals[2].Id], Background = null, Minutes = null }, Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Single(i => i.Id == item.Id);
        Text(read).ShouldBe(Text(second));
        (read.DepartmentIds.Count, read.GoalIds.Count, read.Background, read.Minutes).ShouldBe((2, 1, null, null));
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_differs()
    {
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = "Samma", Purpose = Purpose.Inform }, Ct);
        var before = tenant.Connection.Counter.Requests;

        await tenant.Lists.UpdateAsync(item, item with { Background = "" }, Ct);

        tenant.Connection.Counter.Requests.ShouldBe(before);
    }

    [Fact]
    public async Task A_row_that_somebody_changed_is_refused_after_the_others_were_written()
    {
        var rows = await tenant.Lists.AddAsync<AgendaItem>(
            [.. Enumerable.Range(1, 3).Select(n => new AgendaItem { Title = $"Punkt {n}", Purpose = Purpose.Decide })], Ct);
        await tenant.Lists.UpdateAsync(rows[0], rows[0] with { Answer = "Någon annan var före" }, Ct);

        await Should.ThrowAsync<RowChangedException>(() =>
            tenant.Lists.UpdateAsync<AgendaItem>([.. rows.Select(r => (r, r with { SortOrder = 7 }))], Ct));

        var items = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Where(i => i.Title.StartsWith("Punkt", StringComparison.Ordinal));
        items.Select(i => i.SortOrder).ShouldBe([null, 7, 7]);
    }

    [Theory]
    [InlineData("""{"method":"PATCH","path":"/v1.0/sites/*/lists/*/items/*/fields","nth":1,"times":1,"mode":"after","status":503}""")]
    [InlineData("""{"method":"PATCH","path":"/v1.0/sites/*/lists/*/items/*/fields","nth":1,"times":1,"mode":"refuse","status":503}""")]
    [InlineData("""{"method":"PATCH","path":"/v1.0/sites/*/lists/*/items/*/fields","nth":1,"times":1,"mode":"cut"}""")]
    public async Task A_change_whose_answer_got_lost_is_made_once_and_reported_as_made(string fault)
    {
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = "Solceller", Purpose = Purpose.Decide }, Ct);
        await tenant.FaultAsync(fault, Ct);

        var saved = await tenant.Lists.UpdateAsync(item, item with { Answer = "Ja" }, Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Single(i => i.Id == item.Id);
        (read.Answer, read.ETag).ShouldBe(("Ja", saved.ETag));
    }

    [Theory]
    [InlineData("""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":2,"times":1,"mode":"after","status":504}""")]
    [InlineData("""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":2,"times":1,"mode":"refuse","status":503}""")]
    [InlineData("""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":2,"times":1,"mode":"throttle","retryAfter":"0"}""")]
    [InlineData("""{"method":"POST","path":"/v1.0/$batch","nth":1,"times":1,"mode":"cut"}""")]
    [InlineData("""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":2,"times":1,"mode":"cut"}""")]
    public async Task Rows_with_a_key_are_added_once_whatever_happens_to_the_answer(string fault)
    {
        await tenant.FaultAsync(fault, Ct);

        var rows = await tenant.Lists.AddAsync<DecisionAction>(
            [.. Enumerable.Range(1, 30).Select(n => new DecisionAction { Title = $"Åtgärd {n}", SourceKey = $"a'{n}", Kind = DecisionActionKind.Action })], Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.DecisionsActions, Ct)).DecisionsActions;
        read.Count.ShouldBe(30);
        rows.Select(r => r.Id).ShouldBe(read.OrderBy(r => int.Parse(r.SourceKey![2..], CultureInfo.InvariantCulture)).Select(r => r.Id));
    }

    [Fact]
    public async Task A_row_without_a_key_whose_answer_got_lost_is_reported_as_unknown()
    {
        await tenant.FaultAsync("""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":1,"times":1,"mode":"after","status":504}""", Ct);

        await Should.ThrowAsync<OutcomeUnknownException>(() =>
            tenant.Lists.AddAsync(new CommunicationItem { Title = "Nyhet" }, Ct));
    }

    [Fact]
    public async Task A_mail_key_that_is_taken_answers_with_the_row_that_has_it()
    {
        var first = await tenant.Lists.AddAsync(new MailingRow { Title = "Ämne", MailKey = "M3/Meeting/1/1", Outcome = MailOutcome.Sent }, Ct);

        var rows = await tenant.Lists.AddAsync<MailingRow>(
            [new() { Title = "Ämne", MailKey = "M3/Meeting/1/1" }, new() { Title = "Annat", MailKey = "M3/Meeting/2/1" }], Ct);

        rows.Select(r => r.WasThere).ShouldBe([true, false]);
        rows[0].ShouldBeEquivalentTo(first with { WasThere = true });
    }

    [Fact]
    public async Task Long_lines_are_cut_and_notes_are_kept_as_people_wrote_them()
    {
        var text = "=SUMMA(A1)<script>alert(1)</script>🌱‮" + new string('å', 300);
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = new string('x', 254) + "🌱🌱", Background = text, Purpose = Purpose.Inform }, Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Single(i => i.Id == item.Id);
        (read.Title, read.Background).ShouldBe((new string('x', 254), text));
    }

    [Fact]
    public async Task A_person_the_site_does_not_know_is_refused_for_good()
    {
        var error = await Should.ThrowAsync<RefusedByServiceException>(() =>
            tenant.Lists.AddAsync(new Initiative { Title = "Solel", Owner = new PersonId(4711), SourceKey = "i/1" }, Ct));
        error.Message.ShouldContain("400");
    }

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
    public async Task A_service_that_is_away_is_reported_as_away()
    {
        await tenant.FaultAsync("""{"method":"*","path":"/v1.0/$batch","mode":"refuse","status":503}""", Ct);

        await Should.ThrowAsync<ServiceUnavailableException>(() => tenant.Lists.ReadAsync(GroupList.Meetings, Ct));
    }

    [Fact]
    public async Task A_list_longer_than_a_page_is_read_to_its_end()
    {
        for (var start = 0; start < 2100; start += 300)
            await tenant.Lists.AddAsync<MailingRow>([.. Enumerable.Range(start, 300).Select(n => new MailingRow { Title = "x", MailKey = $"k{n}" })], Ct);

        (await tenant.Lists.ReadAsync(GroupList.Mailings, Ct)).Mailings.Select(m => m.MailKey).Distinct().Count().ShouldBe(2100);
    }
}
