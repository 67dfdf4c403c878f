using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

/// <summary>Titles that the system makes of what people wrote, seen where they land.</summary>
public sealed class TextsTests
{
    [Theory]
    [InlineData("Kort titel", "Kort titel", "nothing to do")]
    [InlineData("  två \n rader\t här ", "två rader här", "one line")]
    [InlineData(" ", "Omvärldsbevakning", "no title at all")]
    public async Task A_title_is_one_line(string title, string expected, string reason) =>
        (await TitleOfItemFor(title)).ShouldBe(expected, reason);

    [Fact]
    public async Task A_title_that_is_too_long_ends_with_an_ellipsis_within_the_columns_limit()
    {
        var title = await TitleOfItemFor(new string('å', 300));

        title.Length.ShouldBe(255);
        title.ShouldEndWith("å…");
    }

    [Fact]
    public async Task A_family_emoji_is_never_cut_in_two()
    {
        const string family = "👨‍👩‍👧‍👦";

        var title = await TitleOfItemFor(new string('a', 250) + family + "slut");

        title.ShouldBe(new string('a', 250) + "…");
    }

    private static async Task<string> TitleOfItemFor(string title)
    {
        var it = new MeetingThree();
        it.Group.Add(new HorizonItem { Title = title, Status = HorizonStatus.ToMeeting });
        await it.Group.RunAsync(it.React);
        return it.Group.All<AgendaItem>().Single().Title;
    }
}
