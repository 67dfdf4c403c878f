using System.Text.Json;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.Jobs;
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
    public async Task Long_lines_are_cut_and_notes_are_kept_as_people_wrote_them()
    {
        var text = "=SUMMA(A1)<script>alert(1)</script>🌱‮" + new string('å', 300);
        var item = await tenant.Lists.AddAsync(new AgendaItem { Title = new string('x', 254) + "🌱🌱", Background = text, Purpose = Purpose.Inform }, Ct);

        var read = (await tenant.Lists.ReadAsync(GroupList.AgendaItems, Ct)).AgendaItems.Single(i => i.Id == item.Id);
        (read.Title, read.Background).ShouldBe((new string('x', 254), text));
    }

    private static string Text<T>(T row) => JsonSerializer.Serialize(row);
}
