using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Kiota.Abstractions;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>
/// Lists and their columns. New lists are made side by side; the changes to one list follow each other in a chain,
/// because SharePoint refuses two schema changes of one list at a time.
/// </summary>
internal static class ListChanges
{
    public static void Add(ApplyStep step, BatchLanes batches, List<(Change, BatchPart)> parts)
    {
        foreach (var change in step.Of(ChangeKind.List).Where(change => change.Verb == ChangeVerb.Create))
            parts.Add((change, batches.For(1).Add(step.Site.Lists.ToPostRequestInformation(NewList(step.Target.Definition.List(change.Name))), Models.List.CreateFromDiscriminatorValue)));
        foreach (var list in step.State.Lists)
            AddChain(step, list, batches, parts);
    }

    /// <summary>The internal name goes first as title, because the service makes the list's address of it.</summary>
    private static Models.List NewList(ListDefinition list) => new()
    {
        DisplayName = list.Name,
        Description = list.Description,
        ListProp = new Models.ListInfo { Template = list.Template, Hidden = list.Hidden ? true : null },
        Columns = [.. list.Columns.Where(ColumnComparison.IsInline).Select(column => ColumnMapping.ToGraph(column, null))],
    };

    private static void AddChain(ApplyStep step, ListState list, BatchLanes batches, List<(Change, BatchPart)> parts)
    {
        List<(Change Change, RequestInformation Request)> chain = [];
        foreach (var change in step.Of(ChangeKind.List).Where(change => change.Verb == ChangeVerb.Update && change.Name == list.Name))
        {
            var title = step.Target.Definition.List(list.Name).Title;
            Next(change, step.Site.Lists[list.Id].ToPatchRequestInformation(new Models.List { DisplayName = title }));
        }
        foreach (var change in step.Of(ChangeKind.Column).Where(change => change.Within == list.Name))
        {
            foreach (var request in ColumnRequests(step, list, change))
                Next(change, request);
        }
        foreach (var change in step.Of(ChangeKind.Title).Where(change => change.Within == list.Name))
            Next(change, step.Site.Lists[list.Id].Columns[list.Column(change.Name)!.Id].ToPatchRequestInformation(Retitled(step, change)));
        foreach (var change in step.Of(ChangeKind.Values).Where(change => change.Within == list.Name))
        {
            foreach (var request in ValueRequests(step, list, change))
                Next(change, request);
        }

        if (chain.Count == 0)
            return;
        var batch = batches.For(chain.Count);
        BatchPart? last = null;
        foreach (var (change, request) in chain)
            parts.Add((change, last = batch.Add(request, last)));

        void Next(Change change, RequestInformation request) => chain.Add((change, request));
    }

    /// <summary>
    /// New lists have their ids. Rows whose choice was changed over are outdated no more; writing them again would only make versions.
    /// </summary>
    public static void Learn(ApplyStep step, IEnumerable<(Change Change, BatchPart Part)> parts)
    {
        var made = parts.Where(entry => entry.Part is BatchPart<Models.List> { Succeeded: true }).Select(entry => Made(step, entry.Change, (BatchPart<Models.List>)entry.Part));
        var done = parts.Where(entry => entry.Change.Kind == ChangeKind.Values).GroupBy(entry => entry.Change)
            .Where(entries => entries.All(entry => entry.Part.Succeeded))
            .Select(entries => (entries.Key.Within, entries.Key.Name, entries.Key.Old!.Trim('"'))).ToHashSet();
        step.Learn(left => left with { Lists = [.. left.Lists, .. made], Outdated = left.Outdated.Where(rows => !done.Contains(rows.Key)).ToDictionary() });
    }

    /// <summary>Known by its id alone until the next look.</summary>
    private static ListState Made(ApplyStep step, Change change, BatchPart<Models.List> part) => new()
    {
        Id = part.Value.Id!,
        Name = change.Name,
        Title = change.Name,
        IsLibrary = step.Target.Definition.List(change.Name).IsLibrary,
        Columns = [],
    };

    private static Models.ColumnDefinition Retitled(ApplyStep step, Change change) =>
        new() { DisplayName = step.Target.Definition.List(change.Within).Column(change.Name)!.Title };

    /// <summary>Rows with a choice that the data has replaced get the new one.</summary>
    private static IEnumerable<RequestInformation> ValueRequests(ApplyStep step, ListState list, Change change)
    {
        var old = change.Old!.Trim('"');
        var fields = new Models.FieldValueSet
        {
            AdditionalData = new Dictionary<string, object> { [change.Name] = step.Target.Definition.List(list.Name).Column(change.Name)!.Replaces[old] },
        };
        return step.State.Outdated[(list.Name, change.Name, old)].Select(row => step.Site.Lists[list.Id].Items[row].Fields.ToPatchRequestInformation(fields));
    }

    private static IEnumerable<RequestInformation> ColumnRequests(ApplyStep step, ListState list, Change change)
    {
        var column = step.Target.Definition.List(list.Name).Column(change.Name)!;
        var columns = step.Site.Lists[list.Id].Columns;
        var existing = list.Column(column.Name);
        // A lookup waits for the round in which its target is there.
        var targetId = column.Target is null ? null : step.State.List(column.Target)?.Id;
        if (column.Target is not null && targetId is null)
            yield break;
        if (change.Verb == ChangeVerb.Update && existing is not null)
            yield return columns[existing.Id].ToPatchRequestInformation(ColumnMapping.ToUpdate(column));
        if (change.Verb == ChangeVerb.Replace && existing is not null)
            yield return columns[existing.Id].ToDeleteRequestInformation();
        if (change.Verb is ChangeVerb.Create or ChangeVerb.Replace)
            yield return columns.ToPostRequestInformation(ColumnMapping.ToGraph(column, targetId));
    }
}
