using System.Text.RegularExpressions;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.PersonalData;

/// <summary>What counts as a find. Few and sure rules: a check that cries wolf is switched off.</summary>
internal static partial class PersonalDataRules
{
    private static readonly HashSet<string> HealthWords = new(Say.List("PersonalData.HealthWords"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of the rules that a text breaks.</summary>
    public static IEnumerable<string> Broken(string text)
    {
        var plain = text.Replace('\u00A0', ' ').Replace('\u2011', '-').Replace('\u2013', '-');
        if (PersonalNumber().Matches(plain).Any(IsPersonalNumber)) yield return Say.It("PersonalData.Number");
        if (MobileNumber().IsMatch(plain)) yield return Say.It("PersonalData.Mobile");
        if (Word().Matches(plain).Any(w => HealthWords.Contains(w.Value))) yield return Say.It("PersonalData.Health");
    }

    /// <summary>A date that exists (day plus 60 in a coordination number) and a right check digit; other ten-digit numbers are left alone.</summary>
    private static bool IsPersonalNumber(Match match)
    {
        var digits = match.Groups["date"].Value + match.Groups["number"].Value;
        var month = int.Parse(digits.AsSpan(2, 2), Say.Swedish);
        var day = int.Parse(digits.AsSpan(4, 2), Say.Swedish) % 60;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && HasCheckDigit(digits);
    }

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weighed = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![0-9])(?:18|19|20)?(?<date>[0-9]{6}) ?[-+]? ?(?<number>[0-9]{4})(?![0-9])")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"(?<![0-9])(?:(?:\+|00)46[ -]?(?:\(0\))?[ -]?|0)7[02369](?:[ -]?[0-9]){7}(?![0-9])")]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
