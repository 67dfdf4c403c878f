using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Reports;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData(null, null, "nothing")]
    [InlineData(" \n ", null, "only space")]
    [InlineData("Det går framåt.", "Det går framåt.", "short enough")]
    [InlineData("Rad ett.\nRad två.", "Rad ett. Rad två.", "one line")]
    [InlineData("Tre platser är klara. Fler följer efter sommaren.", "Tre platser är klara.", "whole sentences")]
    [InlineData("Kostnaden är 1.5 miljoner kronor för de fyra platserna", "Kostnaden är 1.5 miljoner…", "a decimal point ends no sentence")]
    [InlineData("Ett två tre fyra fem sex sju åtta nio tio elva", "Ett två tre fyra fem sex sju…", "whole words")]
    [InlineData("Ja. Ett två tre fyra fem sex sju åtta nio tio", "Ja. Ett två tre fyra fem sex…", "a very short sentence says too little")]
    [InlineData("Åååååååååååååååååååååååååååååååååå", "Ååååååååååååååååååååååååååååå…", "one endless word")]
    public void Texts_are_cut_where_a_reader_would_cut_them(string? text, string? expected, string reason) =>
        ShortText.Of(text, 30).ShouldBe(expected, reason);

    [Fact]
    public void A_sign_of_several_characters_is_never_cut_in_two() =>
        ShortText.Of(string.Concat(Enumerable.Repeat("👩‍🌾", 20)), 30)!.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
}
