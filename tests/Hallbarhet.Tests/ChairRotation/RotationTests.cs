using Hallbarhet.Group.ChairRotation;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.ChairRotation;

/// <summary>History is written as "2025-09 A 2025-11 B": the 15th of the month, and who chaired.</summary>
public sealed class RotationTests
{
    private static readonly Dictionary<string, PersonId> People = new() { ["A"] = new(11), ["B"] = new(12), ["C"] = new(13) };

    [Theory]
    [InlineData(RotationPeriod.Meeting, "", "2026-02", "A", "the first in the list begins")]
    [InlineData(RotationPeriod.Meeting, "2026-02 A", "2026-03", "B", "the next meeting is the other one's")]
    [InlineData(RotationPeriod.Meeting, "2026-02 A 2026-03 B", "2026-04", "A", "and back")]
    [InlineData(RotationPeriod.Meeting, "2026-02 A 2026-03 A", "2026-04", "B", "after a swap whoever had it longest ago")]
    [InlineData(RotationPeriod.Meeting, "2026-02 A 2026-05 B", "2026-03", "B", "later meetings do not count as past turns")]
    [InlineData(RotationPeriod.Term, "", "2026-02", "A", "the first in the list begins")]
    [InlineData(RotationPeriod.Term, "2026-02 B", "2026-05", "B", "a term has one chair")]
    [InlineData(RotationPeriod.Term, "2026-02 B", "2026-09", "A", "the next term is the other one's")]
    [InlineData(RotationPeriod.Term, "2025-09 A 2025-11 A", "2026-02", "B", "over the turn of the year")]
    [InlineData(RotationPeriod.Term, "2026-09 A 2026-10 A 2026-11 B", "2026-12", "A", "one swapped meeting does not change the term")]
    [InlineData(RotationPeriod.Term, "2026-02 B 2026-09 A 2026-10 A 2026-12 B", "2027-02", "B", "a swap at the end does not cost a turn")]
    [InlineData(RotationPeriod.Term, "2026-02 A 2026-03 B", "2026-04", "A", "a tie goes to who began the term")]
    [InlineData(RotationPeriod.Year, "2026-02 B", "2026-11", "B", "a year has one chair")]
    [InlineData(RotationPeriod.Year, "2026-02 B 2026-11 B", "2027-02", "A", "the next year is the other one's")]
    public void Turns_alternate(RotationPeriod period, string history, string month, string expected, string because) =>
        Chair(period, history, month, Strategist("A"), Strategist("B")).ShouldBe(People[expected], because);

    [Theory]
    [InlineData(RotationPeriod.Term, "2025-09 A", "2026-02", "A", "B's turn, but B is away")]
    [InlineData(RotationPeriod.Term, "2025-09 A 2026-02 A", "2026-09", "B", "B takes the turn after returning")]
    [InlineData(RotationPeriod.Meeting, "2025-12 A 2026-02 A 2026-03 A", "2026-08", "B", "B takes the turn after returning")]
    [InlineData(RotationPeriod.Meeting, "2025-12 A", "2026-06", "A", "the last month of the time away")]
    [InlineData(RotationPeriod.Year, "2025-03 A", "2026-03", "A", "the year begins without B")]
    [InlineData(RotationPeriod.Term, "2026-02 B", "2026-03", "A", "a chair who is away is replaced within the term")]
    public void Somebody_away_is_skipped_and_comes_next(RotationPeriod period, string history, string month, string expected, string because)
    {
        var away = Strategist("B") with { AwayFrom = new(2026, 1, 1), AwayTo = new(2026, 6, 30) };

        Chair(period, history, month, Strategist("A"), away).ShouldBe(People[expected], because);
    }

    [Fact]
    public void Three_strategists_take_turns_too() =>
        Chair(RotationPeriod.Term, "2025-02 A 2025-09 B", "2026-02", Strategist("A"), Strategist("B"), Strategist("C")).ShouldBe(People["C"]);

    [Fact]
    public void Nobody_chairs_when_no_strategist_is_in_service() =>
        Chair(RotationPeriod.Term, "2025-09 A", "2026-02", Strategist("A") with { ActiveTo = new(2025, 12, 31) }).ShouldBeNull();

    [Fact]
    public void A_strategist_without_an_account_cannot_stand_in_the_column() =>
        Chair(RotationPeriod.Term, "", "2026-02", Strategist("A") with { Person = null }, Strategist("B")).ShouldBe(People["B"]);

    [Fact]
    public void Other_roles_do_not_chair() =>
        Chair(RotationPeriod.Term, "", "2026-02", Strategist("A") with { Role = Role.Regular }).ShouldBeNull();

    [Fact]
    public void The_other_one_takes_notes()
    {
        Member[] both = [Strategist("A"), Strategist("B")];

        Rotation.NoteTakerFor(Day("2026-02"), People["A"], both, []).ShouldBe(People["B"]);
        Rotation.NoteTakerFor(Day("2026-02"), People["B"], both, []).ShouldBe(People["A"]);
    }

    [Fact]
    public void With_one_strategist_the_note_taker_is_chosen_at_the_meeting() =>
        Rotation.NoteTakerFor(Day("2026-02"), People["A"], [Strategist("A")], []).ShouldBeNull();

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", false, "the term changes at midsummer")]
    [InlineData("2026-07-01", "2026-12-31", true, "autumn")]
    [InlineData("2025-12-31", "2026-01-01", false, "the term changes at new year")]
    public void Terms_are_half_years(string one, string other, bool same, string because) =>
        (Rotation.TurnOf(GroupOnPaper.Day(one), RotationPeriod.Term) == Rotation.TurnOf(GroupOnPaper.Day(other), RotationPeriod.Term))
            .ShouldBe(same, because);

    private static PersonId? Chair(RotationPeriod period, string history, string month, params Member[] members)
    {
        var words = history.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Rotation.ChairFor(Day(month), period, members, [.. words.Chunk(2).Select(w => new ChairedMeeting(Day(w[0]), People[w[1]]))]);
    }

    private static DateOnly Day(string month) => GroupOnPaper.Day($"{month}-15");

    private static Member Strategist(string name) =>
        new() { Id = People[name].Value, Title = name, Person = People[name], Role = Role.SustainabilityStrategist };
}
