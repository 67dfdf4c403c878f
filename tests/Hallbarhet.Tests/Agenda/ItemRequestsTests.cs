using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

public sealed class ItemRequestsTests
{
    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task A_title_that_is_missing_is_asked_for_and_the_message_goes_when_it_is_there()
    {
        var item = it.Item(" ");
        await Group.RunTwiceAsync(it.React);
        Group.Get<AgendaItem>(item.Id).SystemMessage.ShouldBe("Skriv en rubrik, så att punkten går att känna igen på dagordningen.");

        Group.Change(item, i => i with { Title = "Laddstolpar" });
        await Group.RunTwiceAsync(it.React);

        Group.Get<AgendaItem>(item.Id).SystemMessage.ShouldBeNull();
    }

    [Theory]
    [InlineData(AgendaItemStatus.OnAgenda, AgendaItemStatus.Carried, 1d, "it stood on the agenda")]
    [InlineData(AgendaItemStatus.Proposed, AgendaItemStatus.Proposed, null, "it was only proposed for it")]
    [InlineData(AgendaItemStatus.Carried, AgendaItemStatus.Carried, 1d, "carried over by hand")]
    public async Task Items_of_a_cancelled_meeting_wait_for_the_next(
        AgendaItemStatus before, AgendaItemStatus after, double? carried, string reason)
    {
        var item = it.Item("Laddstolpar", i => i with { Status = before, MeetingId = it.Meeting.Id });
        it.Change(m => m with { Status = MeetingStatus.Cancelled });

        await Group.RunTwiceAsync(it.React);

        var now = Group.Get<AgendaItem>(item.Id);
        (now.Status, now.MeetingId, now.CarriedCount).ShouldBe((after, null, carried), reason);
    }

    [Theory]
    [InlineData(AgendaItemStatus.Treated)]
    [InlineData(AgendaItemStatus.Answered)]
    [InlineData(AgendaItemStatus.Withdrawn)]
    public async Task What_is_settled_stays_where_it_was(AgendaItemStatus status)
    {
        it.Item("Laddstolpar", i => i with { Status = status, MeetingId = it.Meeting.Id });
        it.Change(m => m with { Status = MeetingStatus.Cancelled });

        (await Group.RunAsync(it.React)).Outcome.ShouldBe(JobOutcome.Idle);
    }
}
