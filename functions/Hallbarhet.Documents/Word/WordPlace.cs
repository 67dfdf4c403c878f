using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Model;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hallbarhet.Documents.Word;

/// <summary>Content controls: marked places that keep their name however much people write around them.</summary>
internal static class WordPlace
{
    public const string Draft = "Utkast";
    public const string Decisions = "BeslutOchAtgarder";

    /// <summary>Followed by the item's row id: "Anteckning-17"; 0 is for what nobody had announced.</summary>
    public const string Prose = "Anteckning-";

    /// <summary>Followed by <see cref="PrintOf"/> of what the system wrote.</summary>
    public const string Participants = "Deltagare-";

    /// <summary>Likewise.</summary>
    public const string NextMeeting = "NastaMote-";

    /// <summary>Tells whether somebody has changed what the system wrote; stable over versions of the program.</summary>
    public static string PrintOf(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static SdtBlock Of(string tag, string name, params OpenXmlElement[] content) => Of(tag, name, content, locked: false);

    public static SdtBlock Of(string tag, string name, OpenXmlElement content, bool locked) => Of(tag, name, [content], locked);

    /// <summary>The instruction is a placeholder in Word's sense: it disappears as soon as somebody writes.</summary>
    public static SdtBlock Waiting(Place place, string placeholderStyle)
    {
        var run = WordLine.RunOf(place.Instruction, new RunProperties(new RunStyle { Val = placeholderStyle }));
        var block = Of(place.Tag, place.Name, [new WordParagraph(run)], locked: false);
        block.SdtProperties!.Append(new ShowingPlaceholder());
        return block;
    }

    public static SdtRun InLine(string tag, string name, Run run) =>
        new(Properties(tag, name, LockingValues.SdtContentLocked), new SdtContentRun(run));

    public static string TagOf(SdtElement place) => place.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";

    /// <summary>What people see of a place.</summary>
    public static string NameOf(SdtElement place) => place.SdtProperties?.GetFirstChild<SdtAlias>()?.Val?.Value ?? "";

    private static SdtBlock Of(string tag, string name, OpenXmlElement[] content, bool locked) => new(
        Properties(tag, name, locked ? LockingValues.SdtContentLocked : LockingValues.SdtLocked),
        new SdtContentBlock(content));

    private static SdtProperties Properties(string tag, string name, LockingValues locking) => new(
        new SdtAlias { Val = name },
        new Tag { Val = tag },
        new SdtId { Val = (int)(Convert.ToUInt32(PrintOf(tag + name), 16) & 0x7FFFFFFF) },
        new Lock { Val = locking });
}
