using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.MeetingNotes;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>
/// The places for prose. What was written stays as it is; an empty one says so quietly, and a point that was carried over and that
/// nobody wrote about is left out with its heading.
/// </summary>
internal static class ProsePlaces
{
    public static void Finish(Body body, WordBody writer, NotesDocument notes)
    {
        var treated = notes.Points.Concat(notes.OtherQuestions).Select(p => p.ItemId).ToHashSet();
        var empty = new Stack<int>();
        foreach (var place in MarkedPlace.FindAll(body, WordPlace.Prose))
            if (TakeAway(place) is { HasText: false, Item: var item }) empty.Push(item);
        // From the end, so that a heading over points that are all left out is seen to be bare.
        foreach (var item in empty)
            Settle(item, body, writer, treated);
    }

    private static (int Item, bool HasText) TakeAway(SdtElement place)
    {
        if (!int.TryParse(WordPlace.TagOf(place)[WordPlace.Prose.Length..], CultureInfo.InvariantCulture, out var item)) item = 0;
        var written = MarkedPlace.OwnContent(place, Say.It(item == 0 ? "Notes.OtherInstruction" : "Notes.ProseInstruction"));
        MarkedPlace.Replace(place, written);
        return (item, written.Count > 0);
    }

    private static void Settle(int item, Body body, WordBody writer, HashSet<int> treated)
    {
        if (HeadingOf(body, item) is not { } heading || !IsBare(heading)) return;
        if (item == 0 || !treated.Contains(item) && IsUnchanged(heading, item)) heading.Remove();
        else heading.InsertAfterSelf(writer.Quiet(Say.It("Notes.NothingWritten")));
    }

    private static Paragraph? HeadingOf(Body body, int item) => body.Descendants<BookmarkStart>()
        .FirstOrDefault(b => b.Name?.Value?.StartsWith(NotesComposition.HeadingAnchor(item), StringComparison.Ordinal) == true)
        ?.Ancestors<Paragraph>().FirstOrDefault();

    /// <summary>A heading that the note-taker has changed is theirs.</summary>
    private static bool IsUnchanged(Paragraph heading, int item) => heading.Descendants<BookmarkStart>()
        .Any(b => b.Name?.Value == NotesComposition.HeadingAnchor(item, heading.InnerText));

    /// <summary>Nothing stands between this heading and the next one of its level or above.</summary>
    private static bool IsBare(Paragraph heading)
    {
        for (var next = heading.NextSibling(); next is not null; next = next.NextSibling())
        {
            if (MarkedPlace.LevelOf(next) is { } level) return level <= MarkedPlace.LevelOf(heading);
            if (MarkedPlace.HoldsSomething(next)) return false;
        }
        return true;
    }
}
