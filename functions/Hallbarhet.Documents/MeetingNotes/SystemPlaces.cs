using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.MeetingNotes;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>Who was there and the next meeting: brought up to date from the list, unless the note-taker has written something else.</summary>
internal static class SystemPlaces
{
    public static void Refresh(Body body, WordBody writer, NotesDocument notes)
    {
        Refresh(body, writer, WordPlace.Participants, "Place.ParticipantsInstruction", NotesComposition.Participants(notes));
        Refresh(body, writer, WordPlace.NextMeeting, "Notes.NextInstruction", NotesComposition.Next(notes.Next));
    }

    private static void Refresh(Body body, WordBody writer, string tag, string instruction, IReadOnlyList<Block> now)
    {
        foreach (var place in MarkedPlace.FindAll(body, tag))
        {
            var text = MarkedPlace.TextOf(place);
            var isOurs = text == Say.It(instruction) || text == Say.It("Notes.NoNext") || WordPlace.TagOf(place) == tag + WordPlace.PrintOf(text);
            if (isOurs && text != NotesComposition.TextOf(now)) MarkedPlace.Replace(place, [.. writer.Write(now)]);
            else MarkedPlace.Replace(place, MarkedPlace.OwnContent(place, Say.It(instruction)));
        }
    }
}
