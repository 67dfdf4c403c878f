using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Agenda;

/// <summary>Files that people attached to the items of an agenda; only items that have some are asked for them.</summary>
internal sealed record AgendaAttachments(IReadOnlyList<(int ItemId, string Name, byte[] Content)> Files)
{
    public static async Task<AgendaAttachments> ReadAsync(
        IGroupLists lists, AgendaDocument agenda, IReadOnlyList<AgendaItem> items, CancellationToken ct)
    {
        var files = new List<(int, string, byte[])>();
        foreach (var point in agenda.Points.Where(p => items.Any(i => i.Id == p.ItemId && i.HasAttachments)))
            foreach (var file in await lists.AttachmentsAsync<AgendaItem>(point.ItemId, ct))
                files.Add((point.ItemId, MeetingFiles.AttachmentName(point.Number, file.Name), file.Content));
        return new(files);
    }

    /// <summary>The agenda with the names under which the files lie in the meeting's folder.</summary>
    public AgendaDocument NamedIn(AgendaDocument agenda) => Files.Count == 0 ? agenda : agenda with
    {
        Points = [.. agenda.Points.Select(p => p with { Attachments = [.. Files.Where(f => f.ItemId == p.ItemId).Select(f => f.Name)] })],
    };
}
