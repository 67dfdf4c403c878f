using System.Text;
using Hallbarhet.Documents;
using Hallbarhet.Group.Jobs;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using IcalCalendar = Ical.Net.Calendar;

namespace Hallbarhet.Tests.Documents;

public sealed class CalendarFileTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Meetings_keep_their_hour_in_Stockholm_in_winter_and_in_summer()
    {
        var events = IcalCalendar.Load(Write())!.Events.OrderBy(e => e.Start!.AsUtc).ToList();
        events.Select(e => e.Start!.AsUtc.Hour).ShouldBe([12, 11]);
        events.Select(e => e.Summary).ShouldBe(["Ekologiska hållbarhetsgruppen, möte 3", "Ekologiska hållbarhetsgruppen, möte 4"]);
        events.ShouldAllBe(e => e.Location == "Stadshuset, sal Älvrummet");
    }

    [Fact]
    public void The_file_carries_its_time_zone_and_publishes()
    {
        var text = Write();
        text.ShouldContain("METHOD:PUBLISH");
        text.ShouldContain("BEGIN:DAYLIGHT");
        text.ShouldContain("DTSTART;TZID=Europe/Stockholm:20260312T130000");
    }

    [Fact]
    public void A_later_file_replaces_the_same_meeting()
    {
        var first = IcalCalendar.Load(Write())!.Events[0]!;
        time.Advance(TimeSpan.FromDays(3));
        var second = IcalCalendar.Load(Write())!.Events[0]!;
        second.Uid.ShouldBe(first.Uid);
        second.Uid.ShouldBe("meeting-3@trollhattan.example");
        second.Sequence.ShouldBeGreaterThan(first.Sequence);
    }

    private string Write() => Encoding.UTF8.GetString(
        new CalendarFileWriter(new GroupSettings(), time).Write([Examples.Meeting, Examples.NextMeeting], "hallbarhetsgruppen@trollhattan.example"));
}
