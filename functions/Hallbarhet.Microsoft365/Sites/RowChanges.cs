using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Seed rows, in waves: a row waits until the rows that it points at have their ids.</summary>
internal static class RowChanges
{
    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var people = new SitePeople(step.Connection);
        var fields = new SeedFields(step.State.Rows, people);
        await AdoptAsync(step, fields, cancellationToken);
        step.Learn(left => left with { Rows = fields.Known() });
        // Nobody has to wait for the people of rows whose turn has not come.
        var ensured = people.EnsureAsync(step.Of(ChangeKind.Row).Select(change => Row(step, change)).Where(row => IsReady(step.State, row)), step.State, cancellationToken);
        var waiting = step.Of(ChangeKind.Row).Where(change => change.Verb == ChangeVerb.Create)
            .Select(change => (Change: change, Row: Row(step, change)))
            .Where(entry => IsReady(step.State, entry.Row))
            .ToList();
        if (step.Connection.Options.OneAtATime)
            await ensured.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isUnderWay = false;
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(entry => entry.Row.Needs.All(fields.Knows)).ToList();
            // Rows without people go first, while the people are made known.
            var wave = ready.Any(entry => !NamesSomebody(entry.Row)) && !isUnderWay ? ready.Where(entry => !NamesSomebody(entry.Row)).ToList() : ready;
            if (wave.Count == 0)
                break;
            isUnderWay = true;
            waiting = [.. waiting.Except(wave)];
            await CreateAsync(step, wave, fields, ensured, cancellationToken);
            step.Learn(left => left with { Rows = fields.Known() });
        }
        await ensured.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A row can be filled when its list and all the columns that it uses are there.</summary>
    private static bool IsReady(WorkspaceState state, SeedRow row) =>
        state.List(row.List) is { } list && row.Values.Keys.Append(WorkspaceTarget.SourceKey).All(column => list.Column(column) is not null);

    private static async Task CreateAsync(
        ApplyStep step, List<(Change Change, SeedRow Row)> wave, SeedFields fields, Task people, CancellationToken cancellationToken)
    {
        var batches = new BatchLanes(step.Connection);
        var parts = new List<(Change Change, SeedRow Row, BatchPart<Models.ListItem> Part)>();
        try
        {
            if (wave.Any(entry => NamesSomebody(entry.Row)))
                await people;
        }
        catch (Microsoft365Exception error)
        {
            step.Fail(wave[0].Change, error);
            return;
        }
        // The rows of one list keep their order, so that they get the same numbers each time.
        foreach (var rows in wave.GroupBy(entry => entry.Row.List))
        {
            var batch = batches.For(rows.Count());
            foreach (var (change, row) in rows)
            {
                var item = new Models.ListItem { Fields = new Models.FieldValueSet { AdditionalData = fields.Of(row) } };
                var request = step.Site.Lists[step.State.List(row.List)!.Id].Items.ToPostRequestInformation(item);
                parts.Add((change, row, batch.Add(request, Models.ListItem.CreateFromDiscriminatorValue)));
            }
        }
        await step.SendAsync(batches, parts.Select(part => (part.Change, (BatchPart)part.Part)), cancellationToken);
        foreach (var (_, row, part) in parts.Where(part => part.Part.Succeeded))
            fields.Learn(row, part.Value.Id!);
    }

    /// <summary>A row that is there and only lacks its key gets it; nothing else of it is touched.</summary>
    private static async Task AdoptAsync(ApplyStep step, SeedFields fields, CancellationToken cancellationToken)
    {
        var batches = new BatchLanes(step.Connection);
        var parts = new List<(Change, BatchPart)>();
        foreach (var change in step.Of(ChangeKind.Row).Where(change => change.Verb == ChangeVerb.Update))
        {
            var row = Row(step, change);
            if (!IsReady(step.State, row))
                continue;
            var id = step.State.Unkeyed[(row.List, row.Title)];
            var key = new Models.FieldValueSet { AdditionalData = new Dictionary<string, object> { [WorkspaceTarget.SourceKey] = row.Key } };
            parts.Add((change, batches.For(1).Add(step.Site.Lists[step.State.List(row.List)!.Id].Items[id].Fields.ToPatchRequestInformation(key))));
            fields.Learn(row, id);
        }
        await step.SendAsync(batches, parts, cancellationToken);
    }

    private static bool NamesSomebody(SeedRow row) => row.Values.Values.OfType<SeedValue.Person>().Any();

    private static SeedRow Row(ApplyStep step, Change change) =>
        step.Target.Rows.Single(row => row.List == change.Within && row.Key == change.Name);
}
