using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>LibreOffice saves marked places without their tags. Their visible names and the headings' bookmarks tell which is which.</summary>
internal static class LostTags
{
    private static readonly Dictionary<string, string> ByName = new()
    {
        [Say.It("Draft.Name")] = WordPlace.Draft,
        [Say.It("Notes.Decisions")] = WordPlace.Decisions,
        [Say.It("Place.Participants")] = WordPlace.Participants,
        [Say.It("Notes.Next")] = WordPlace.NextMeeting,
        [Say.It("Agenda.Other")] = WordPlace.Prose + "0",
    };

    public static void Restore(OpenXmlElement root)
    {
        int? item = null;
        foreach (var element in root.Descendants().ToList())
        {
            if (element is BookmarkStart bookmark) item = NotesComposition.ItemOf(bookmark.Name?.Value) ?? item;
            if (element is not SdtElement { SdtProperties: { } properties } place || WordPlace.TagOf(place).Length > 0) continue;
            if (TagFor(WordPlace.NameOf(place), item) is { } tag) properties.Append(new Tag { Val = tag });
        }
    }

    private static string? TagFor(string name, int? item)
    {
        if (name.Length == 0) return null;
        return ByName.GetValueOrDefault(name) ?? (item is { } id ? WordPlace.Prose + id.ToString(CultureInfo.InvariantCulture) : null);
    }
}
