using System.Globalization;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class ListsWhenThingsGoWrongTests : IAsyncLifetime
{
    private GroupTenant tenant = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tenant = await GroupTenant.StartAsync(Ct);

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

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
    public async Task A_person_the_site_does_not_know_is_refused_for_good()
    {
        var error = await Should.ThrowAsync<RefusedByServiceException>(() =>
            tenant.Lists.AddAsync(new Initiative { Title = "Solel", Owner = new PersonId(4711), SourceKey = "i/1" }, Ct));
        error.Message.ShouldContain("400");
    }

    [Fact]
    public async Task A_service_that_is_away_is_reported_as_away()
    {
        await tenant.FaultAsync("""{"method":"*","path":"/v1.0/$batch","mode":"refuse","status":503}""", Ct);

        await Should.ThrowAsync<ServiceUnavailableException>(() => tenant.Lists.ReadAsync(GroupList.Meetings, Ct));
    }
}
