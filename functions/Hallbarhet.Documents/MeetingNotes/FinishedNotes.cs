using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Documents.MeetingNotes;

/// <summary>
/// Turns the note-taker's draft into the notes. It touches only what the system put there: marked places, instructions, draft marks.
/// </summary>
internal static class FinishedNotes
{
    public static byte[] Write(byte[] draft, NotesDocument notes)
    {
        try
        {
            using var stream = new MemoryStream();
            stream.Write(draft);
            using (var file = WordprocessingDocument.Open(stream, true))
                Finish(file, notes);
            return SteadyFile.Bytes(stream);
        }
        catch (Exception broken) when (Unreadable.Means(broken))
        {
            throw new UnreadableDraftException(Say.It("Notes.Unreadable"), broken);
        }
    }

    private static void Finish(WordprocessingDocument file, NotesDocument notes)
    {
        var main = file.MainDocumentPart ?? throw new InvalidDataException("The draft has no main part.");
        var body = main.Document?.Body ?? throw new InvalidDataException("The draft has no body.");
        var writer = new WordBody(main, StyleNames.Of(main));
        foreach (var root in Roots(main)) LostTags.Restore(root);
        FillDecisions(body, writer, notes);
        ProsePlaces.Finish(body, writer, notes);
        SystemPlaces.Refresh(body, writer, notes);
        RemoveDraftMarks(main);
        MarkedPlace.MakeIdsUnique(body);
    }

    private static void FillDecisions(Body body, WordBody writer, NotesDocument notes)
    {
        var content = writer.Write(NotesComposition.DecisionsAndActions(notes)).ToList();
        if (MarkedPlace.Find(body, WordPlace.Decisions) is [var place, ..])
        {
            var written = MarkedPlace.OwnContent(place, Say.It("Notes.DecisionsInstruction"));
            MarkedPlace.Replace(place, [.. written, .. content]);
            return;
        }
        OpenXmlElement after = MarkedPlace.HeadingSaying(body, Say.It("Notes.Decisions"))
                               ?? throw new UnreadableDraftException(Say.It("Notes.PlaceGone"));
        foreach (var element in content) after = after.InsertAfterSelf(element);
    }

    private static void RemoveDraftMarks(MainDocumentPart main)
    {
        foreach (var root in Roots(main))
            foreach (var mark in MarkedPlace.Find(root, WordPlace.Draft))
                RemoveDraftMark(mark);
    }

    private static IEnumerable<OpenXmlElement> Roots(MainDocumentPart main)
    {
        IEnumerable<OpenXmlElement?> roots = [main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer)];
        return roots.OfType<OpenXmlElement>();
    }

    /// <summary>Somebody who got past the lock and wrote in it keeps what they wrote.</summary>
    private static void RemoveDraftMark(SdtElement mark)
    {
        var texts = new[] { Say.It("Draft.Stamp"), $"{Say.It("Draft.Mark")} {Say.It("Notes.Draft")}" };
        if (!texts.Contains(mark.InnerText)) MarkedPlace.Unwrap(mark);
        else if (mark is SdtRun && mark.PreviousSibling() is Run { InnerText: "" } tab)
        {
            tab.Remove();
            mark.Remove();
        }
        else MarkedPlace.Replace(mark, []);
    }
}
