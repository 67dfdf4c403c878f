using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Meetings;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

public sealed class AgendaSelectionTests
{
    private static readonly Meeting Open = new() { Id = 3 };

    private static readonly Meeting Approved = new() { Id = 3, AgendaApproval = "7|2026-03-03T09:00:00.0000000Z" };

    [Theory]
    [InlineData(AgendaItemStatus.Proposed, null, true, "proposed for the next meeting")]
    [InlineData(null, null, true, "a row made without a status counts as proposed")]
    [InlineData(AgendaItemStatus.Proposed, 3, true, "proposed for this meeting")]
    [InlineData(AgendaItemStatus.Carried, null, true, "carried over to the next")]
    [InlineData(AgendaItemStatus.Carried, 3, true, "carried over to this one")]
    [InlineData(AgendaItemStatus.OnAgenda, 3, true, "frozen once, then the approval was taken back")]
    [InlineData(AgendaItemStatus.Proposed, 4, false, "proposed for a later meeting")]
    [InlineData(AgendaItemStatus.OnAgenda, 2, false, "on another agenda")]
    [InlineData(AgendaItemStatus.OnAgenda, null, true, "put on the agenda by hand, without a meeting")]
    [InlineData(AgendaItemStatus.Treated, 3, false, "treated")]
    [InlineData(AgendaItemStatus.Answered, 3, false, "answered")]
    [InlineData(AgendaItemStatus.Withdrawn, null, false, "withdrawn")]
    public void An_open_agenda_takes_what_waits_for_it(AgendaItemStatus? status, int? meeting, bool stands, string reason)
    {
        var item = new AgendaItem { Id = 1, Title = "Laddstolpar", Status = status, MeetingId = meeting };

        AgendaSelection.Proposed(Open, [item], isOpenMeeting: true).Any().ShouldBe(stands, reason);
    }

    [Theory]
    [InlineData(AgendaItemStatus.OnAgenda, 3, true, "frozen")]
    [InlineData(AgendaItemStatus.Proposed, 3, false, "came after the approval")]
    [InlineData(AgendaItemStatus.Proposed, null, false, "waits for the next open agenda")]
    [InlineData(AgendaItemStatus.Carried, 3, false, "carried over by the chair")]
    public void An_approved_agenda_is_exactly_what_was_frozen(AgendaItemStatus status, int? meeting, bool stands, string reason)
    {
        var item = new AgendaItem { Id = 1, Title = "Laddstolpar", Status = status, MeetingId = meeting };

        AgendaSelection.Proposed(Approved, [item], isOpenMeeting: true).Any().ShouldBe(stands, reason);
    }

    [Fact]
    public void Items_without_a_meeting_wait_when_another_agenda_is_open() =>
        AgendaSelection.Proposed(Open, [new AgendaItem { Id = 1 }], isOpenMeeting: false).ShouldBeEmpty();

    [Fact]
    public void Cross_department_items_come_first_then_the_chairs_order_then_the_oldest()
    {
        AgendaItem[] items =
        [
            new() { Id = 1, Title = "utan ordning, nyare", Created = Day(2) },
            new() { Id = 2, Title = "utan ordning, äldre", Created = Day(1) },
            new() { Id = 3, Title = "ordning 2", SortOrder = 2, Created = Day(3) },
            new() { Id = 4, Title = "ordning 1", SortOrder = 1, Created = Day(4) },
            new() { Id = 5, Title = "gemensam", SortOrder = 9, CrossDepartment = true, Created = Day(5) },
            new() { Id = 6, Title = "nonsens som ordning", SortOrder = double.NaN, Created = Day(6) },
        ];

        AgendaSelection.Proposed(Open, items, isOpenMeeting: true).Select(i => i.Id).ShouldBe([5, 4, 3, 2, 1, 6]);

        static DateTimeOffset Day(int day) => new(2026, 2, day, 9, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void Standing_items_stand_in_their_order_and_not_when_withdrawn()
    {
        AgendaItem[] items =
        [
            new() { Id = 1, Standing = true, SortOrder = 2 },
            new() { Id = 2, Standing = true, SortOrder = 1 },
            new() { Id = 3, Standing = true, Status = AgendaItemStatus.Withdrawn },
            new() { Id = 4 },
        ];

        AgendaSelection.Standing(items).Select(i => i.Id).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData(null, false, 10, "not filled in")]
    [InlineData(null, true, 5, "not filled in, standing")]
    [InlineData(25d, false, 25, "filled in")]
    [InlineData(7.5, false, 8, "whole minutes are shown")]
    [InlineData(0d, false, 10, "nothing")]
    [InlineData(-5d, false, 10, "nonsense")]
    [InlineData(double.NaN, false, 10, "nonsense")]
    [InlineData(481d, true, 5, "longer than a day's work")]
    public void Minutes_are_what_people_asked_for_or_the_rule(double? minutes, bool standing, int expected, string reason) =>
        new AgendaItem { Minutes = minutes, Standing = standing }.MinutesOrDefault.ShouldBe(expected, reason);

    [Theory]
    [InlineData(null, DocumentStatus.Draft, 3, "the next one's agenda is still open")]
    [InlineData("7|2026-03-03T09:00:00.0000000Z", DocumentStatus.Approved, 4, "approved and frozen")]
    [InlineData(null, DocumentStatus.Approved, 3, "the button was pressed, nobody has checked yet")]
    [InlineData(null, DocumentStatus.Sent, 4, "sent")]
    [InlineData(null, DocumentStatus.Paused, 3, "a paused agenda keeps what waits for it")]
    public void The_open_meeting_is_the_next_whose_agenda_is_not_closed(string? approval, DocumentStatus status, int expected, string reason)
    {
        var now = new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
        Meeting[] meetings =
        [
            At(2, now.AddDays(-1)), At(3, now.AddDays(8)) with { AgendaApproval = approval, AgendaStatus = status }, At(4, now.AddDays(40)),
        ];

        AgendaSelection.OpenMeeting(meetings, now)!.Id.ShouldBe(expected, reason);

        static Meeting At(int id, DateTimeOffset start) =>
            new() { Id = id, StartsAt = start, EndsAt = start.AddHours(2), Status = MeetingStatus.Decided };
    }
}
