using System.Text;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Graph;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Folders in libraries, and the file that says what was applied last.</summary>
internal static class LibraryChanges
{
    public static void AddFolders(ApplyStep step, BatchLanes batches, List<(Change, BatchPart)> parts)
    {
        foreach (var change in step.Of(ChangeKind.Folder))
        {
            if (step.State.List(change.Within) is { DriveId: { } drive })
                parts.Add((change, batches.For(1).Add(step.Graph.Drives[drive].Items["root"].Children.ToPostRequestInformation(NewFolder(change.Name)))));
        }
    }

    public static void LearnFolders(ApplyStep step, IEnumerable<(Change Change, BatchPart Part)> parts)
    {
        foreach (var (change, _) in parts.Where(entry => entry.Change.Kind == ChangeKind.Folder && entry.Part.Succeeded))
        {
            step.Learn(left => left with
            {
                Lists = [.. left.Lists.Select(list => list.Name == change.Within ? list with { Folders = [.. list.Folders, change.Name] } : list)],
            });
        }
    }

    /// <summary>The content first: the value beside it is what readers trust.</summary>
    public static async Task ApplyRecordAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        foreach (var change in step.Of(ChangeKind.Record))
        {
            if (step.State.List(WorkspaceTarget.SystemLibrary) is { DriveId: { } drive } library)
                await step.TryAsync(change, () => WriteRecordAsync(step, library, drive, cancellationToken));
        }
    }

    private static async Task WriteRecordAsync(ApplyStep step, ListState library, string drive, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(AppliedState.Of(step.Target, step.State).ToString()));
        var file = await step.Graph.Drives[drive].Root.ItemWithPath(WorkspaceTarget.RecordFile).Content.PutAsync(content, null, cancellationToken);
        var fields = new Models.FieldValueSet
        {
            AdditionalData = new Dictionary<string, object>
            {
                [WorkspaceTarget.ValueColumn] = WorkspaceRecord.Of(step.Target, step.State).ToString(),
            },
        };
        var item = await step.Graph.Drives[drive].Items[file?.Id].ListItem.GetAsync(c => c.QueryParameters.Select = ["id"], cancellationToken);
        await step.Site.Lists[library.Id].Items[item?.Id].Fields.PatchAsync(fields, c => c.Options.Add(IdempotentWrite.Instance), cancellationToken);
        step.Handled(step.Of(ChangeKind.Record));
    }

    private static Models.DriveItem NewFolder(string name) => new()
    {
        Name = name,
        Folder = new Models.Folder(),
        AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" },
    };
}
