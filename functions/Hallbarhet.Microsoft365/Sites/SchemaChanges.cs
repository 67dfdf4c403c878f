using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Everything of a round that Graph does and that does not wait for each other, in as few batches as possible.</summary>
internal static class SchemaChanges
{
    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var batch = new GraphBatch(step.Connection);
        List<(Change Change, BatchPart Part)> parts = [];
        ListChanges.Add(step, batch, parts);
        LibraryChanges.AddFolders(step, batch, parts);
        PageChanges.Add(step, batch, parts);
        BoardChanges.Add(step, batch, parts);
        await step.SendAsync(batch, parts, cancellationToken);
        ListChanges.Learn(step, parts);
        BoardChanges.Learn(step, parts);
        LibraryChanges.LearnFolders(step, parts);
    }
}
