using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Microsoft365.Calendar;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class CalendarTests : IAsyncLifetime
{
    private static readonly MailAddress Karin = new("Karin Exempelius", "karin.exempelius@trollhattan.example");
    private static readonly MailAddress Erik = new("Erik Övningsson", "erik.ovningsson@trollhattan.example");
    private static readonly MailAddress Stranger = new("Någon annan", "nagon@annanstans.example");

    private static readonly MeetingFacts Meeting = new()
    {
        Title = "Möte 3",
        Date = new DateOnly(2026, 6, 11),
        Start = new TimeOnly(13, 0),
        End = new TimeOnly(15, 0),
        Place = "Stadshuset",
        Key = "meeting-3",
    };

    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_one_event_however_often_it_is_asked_for()
    {
        var calendar = Calendar(GroupTenant.Live);
        var first = await calendar.InviteAsync(Meeting, [Karin, Erik, Stranger], "<p>Välkommen</p>", Ct);
        var second = await Calendar(GroupTenant.Live).InviteAsync(Meeting, [Karin, Erik], "<p>Välkommen</p>", Ct);

        second.ShouldBe(first);
        (await SideMailsAsync("invitation")).ShouldBe([Erik.Address, Karin.Address], ignoreOrder: true);
        var stored = await tenant.Connection.Graph.Users[tenant.Connection.Options.ServiceMailbox].Events[first].GetAsync(null, Ct);
        stored!.Subject.ShouldBe("Ekologiska hållbarhetsgruppen, möte 3");
        (await calendar.ReadAsync([first, "gone"], Ct)).Keys.ShouldBe([first]);
    }

    [Theory]
    [InlineData("after", 504)]
    [InlineData("cut", 0)]
    public async Task An_invitation_whose_answer_got_lost_is_not_sent_twice(string mode, int status)
    {
        await tenant.FaultAsync($$"""{"method":"POST","path":"/v1.0/users/*/events","nth":1,"times":1,"mode":"{{mode}}","status":{{status}}}""", Ct);

        await Calendar(GroupTenant.Live).InviteAsync(Meeting, [Karin], "<p>Välkommen</p>", Ct);

        (await SideMailsAsync("invitation")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_invited_until_mail_is_live()
    {
        var calendar = Calendar(GroupTenant.Redirected);
        var id = await calendar.InviteAsync(Meeting, [Karin, Erik], "<p>Välkommen</p>", Ct);
        await calendar.SetAttendeesAsync(id, [Karin, Erik], Ct);
        await calendar.MoveAsync(id, Meeting with { Date = new DateOnly(2026, 6, 12) }, Ct);
        await calendar.CancelAsync(id, "Inställt", Ct);
        await calendar.CancelAsync(id, "Inställt", Ct);

        (await tenant.DeliveriesAsync(Ct)).ShouldBeEmpty();
        (await calendar.ReadAsync([id], Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_who_is_added_gets_mail_when_the_attendees_change()
    {
        var calendar = Calendar(GroupTenant.Live);
        var id = await calendar.InviteAsync(Meeting, [Karin], "<p>Välkommen</p>", Ct);

        await calendar.SetAttendeesAsync(id, [Karin, Erik], Ct);

        (await SideMailsAsync("invitation")).ShouldBe([Karin.Address, Erik.Address]);
        (await calendar.ReadAsync([id], Ct))[id].Select(i => i.Address).ShouldBe([Karin.Address, Erik.Address], ignoreOrder: true);
    }

    [Fact]
    public async Task A_cancelled_meeting_is_told_to_those_invited_once()
    {
        var calendar = Calendar(GroupTenant.Live);
        var id = await calendar.InviteAsync(Meeting, [Karin], "<p>Välkommen</p>", Ct);

        await calendar.CancelAsync(id, "Mötet är inställt.", Ct);
        await calendar.CancelAsync(id, "Mötet är inställt.", Ct);

        (await SideMailsAsync("cancellation")).ShouldBe([Karin.Address]);
    }

    private GraphMeetingCalendar Calendar(MailPolicy policy) => new(tenant.Connection, policy, new GroupSettings());

    private async Task<List<string>> SideMailsAsync(string kind) =>
        [.. (await tenant.DeliveriesAsync(Ct)).Where(m => m.GetProperty("kind").GetString() == kind)
            .SelectMany(m => m.GetProperty("to").EnumerateArray()).Select(Address)];

    private static string Address(JsonElement to) =>
        to.ValueKind == JsonValueKind.String ? to.GetString()! : to.GetProperty("address").GetString()!;
}
