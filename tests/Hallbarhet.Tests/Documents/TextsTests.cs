using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

/// <summary>The resource file and the code ask for the same texts.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_is_used_and_every_key_in_code_has_a_text()
    {
        var keys = XDocument.Load(Path.Combine(Folder(), "Resources", "Texts.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToList();
        var code = string.Join('\n', Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));
        var literals = Literal().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();
        var forms = keys.Select(k => Form().Replace(k, "")).Distinct().ToList();
        forms.Where(k => !literals.Contains(k) && !literals.Contains(k.Replace("Instruction", "", StringComparison.Ordinal))).ShouldBeEmpty();
        literals.Where(l => KeyPrefix().IsMatch(l) && !forms.Contains(l)).ShouldBeEmpty();
        keys.Count(k => k.EndsWith(".One", StringComparison.Ordinal)).ShouldBe(keys.Count(k => k.EndsWith(".Many", StringComparison.Ordinal)));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "functions", "Hallbarhet.Documents"));

    [GeneratedRegex("\"([A-Z][A-Za-z0-9]*(?:\\.[A-Za-z]+)?)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(M\d+|Agenda|Notes|Report|Column|Point|Reason|Figures|Meeting|Mail|Draft)\.")]
    private static partial Regex KeyPrefix();

    [GeneratedRegex(@"\.(One|Many)$")]
    private static partial Regex Form();
}
