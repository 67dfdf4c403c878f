using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.HorizonScan;

public sealed class HorizonRequestsTests
{
    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task Taking_up_a_tip_makes_an_item_for_dialogue_and_links_it()
    {
        var tip = Group.Add(
            new HorizonItem { Title = "Restaureringslagen", Why = "Gäller våra vattendrag.", Link = "https://example.org/lag", GoalIds = [4], Status = HorizonStatus.ToMeeting },
            it.Anna.Person);

        await Group.RunTwiceAsync(it.React);

        var item = Group.All<AgendaItem>().ShouldHaveSingleItem();
        (item.Title, item.Purpose, item.SourceKey, item.Presenter).ShouldBe(("Restaureringslagen", Purpose.Discuss, $"horizon/{tip.Id}", it.Anna.Person));
        item.Background.ShouldBe("Gäller våra vattendrag.\nhttps://example.org/lag");
        item.GoalIds.ShouldBe([4]);
        Group.Get<HorizonItem>(tip.Id).AgendaItemId.ShouldBe(item.Id);
    }

    [Fact]
    public async Task A_run_that_is_cut_between_item_and_link_makes_no_second_item()
    {
        Group.Add(new HorizonItem { Title = "Tips", Status = HorizonStatus.ToMeeting });
        Group.Calls.After = c => c == "Lists.Add" ? new ServiceUnavailableException("cut") : null;
        await Group.RunAsync(it.React);
        Group.Calls.Works();

        await Group.RunTwiceAsync(it.React);

        Group.All<AgendaItem>().Count.ShouldBe(1);
        Group.All<HorizonItem>().Single().AgendaItemId.ShouldBe(1);
    }

    [Theory]
    [InlineData(AgendaItemStatus.Treated, HorizonStatus.Treated, "treated at the meeting")]
    [InlineData(AgendaItemStatus.Answered, HorizonStatus.Treated, "answered")]
    [InlineData(AgendaItemStatus.OnAgenda, HorizonStatus.ToMeeting, "on its way")]
    [InlineData(AgendaItemStatus.Carried, HorizonStatus.ToMeeting, "carried over")]
    public async Task A_tip_follows_its_item(AgendaItemStatus item, HorizonStatus expected, string reason)
    {
        var row = it.Item("Tips", i => i with { Status = item });
        var tip = Group.Add(new HorizonItem { Title = "Tips", Status = HorizonStatus.ToMeeting, AgendaItemId = row.Id });

        await Group.RunTwiceAsync(it.React);

        Group.Get<HorizonItem>(tip.Id).Status.ShouldBe(expected, reason);
    }

    [Fact]
    public async Task The_later_of_two_tips_with_the_same_link_names_the_earlier()
    {
        var first = Group.Add(new HorizonItem { Title = "Första tipset", Link = "https://www.example.org/a/" });
        Group.At("2026-02-03");
        var second = Group.Add(new HorizonItem { Title = "Samma", Link = "http://example.org/a?utm_source=brev#del" });

        await Group.RunTwiceAsync(it.React);

        Group.Get<HorizonItem>(second.Id).SystemMessage.ShouldBe("Samma länk finns redan i tipset ”Första tipset”. Behåll det ena.");
        Group.Get<HorizonItem>(first.Id).SystemMessage.ShouldBeNull();
    }

    [Fact]
    public async Task The_message_goes_when_one_of_them_is_outdated_and_others_messages_stay()
    {
        var first = Group.Add(new HorizonItem { Title = "Första", Link = "https://example.org/a" });
        var second = Group.Add(new HorizonItem { Title = "Andra", Link = "https://example.org/a" });
        var parked = Group.Add(new HorizonItem { Title = "Tredje", Link = "https://example.org/a", SystemMessage = "Systemet kom inte vidare." });
        await Group.RunAsync(it.React);

        Group.Change(first, h => h with { Status = HorizonStatus.Outdated });
        await Group.RunTwiceAsync(it.React);

        Group.Get<HorizonItem>(second.Id).SystemMessage.ShouldBeNull();
        Group.Get<HorizonItem>(parked.Id).SystemMessage.ShouldBe("Systemet kom inte vidare.");
    }

    [Theory]
    [InlineData("https://example.org/a", "example.org/a?", "plain")]
    [InlineData(" HTTP://WWW.Example.org/a/ ", "example.org/a?", "scheme, case, www, slash")]
    [InlineData("https://example.org/a?b=2&a=1&UTM_medium=x", "example.org/a?a=1&b=2", "order and campaign")]
    [InlineData("https://example.org/A", "example.org/A?", "paths have case")]
    [InlineData("javascript:alert(1)", null, "no web address")]
    [InlineData("se pappret på tavlan", null, "words")]
    [InlineData("", null, "empty")]
    [InlineData(null, null, "missing")]
    public void Links_are_compared_without_what_does_not_matter(string? link, string? expected, string reason) =>
        SameLink.Normalise(link).ShouldBe(expected, reason);
}
