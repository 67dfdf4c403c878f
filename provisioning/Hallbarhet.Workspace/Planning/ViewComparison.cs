using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>Views and column formatting: given once, then the users'. A view that people deleted stays deleted.</summary>
internal static class ViewComparison
{
    public static IEnumerable<Change> Changes(WorkspaceTarget target, WorkspaceState state, ListDefinition list)
    {
        var facts = new Facts(target, state, list);
        return !facts.CanSee ? [] : Formats(facts).Where(entry => entry.IsToSet).Select(entry => entry.Change)
            .Concat(Views(facts).Where(entry => entry.IsToSet).Select(entry => entry.Change));
    }

    public static IEnumerable<string> Notes(WorkspaceTarget target, WorkspaceState state, ListDefinition list)
    {
        var facts = new Facts(target, state, list);
        return !facts.CanSee ? [] : Views(facts).Concat(Formats(facts)).Where(entry => entry.IsTheirs)
            .Select(entry => $"{entry.Change.Path} {(entry.Change.Old is null ? "was deleted" : "was changed")} on the site; it belongs to the users");
    }

    private static IEnumerable<Entry> Views(Facts facts)
    {
        foreach (var view in facts.List.Views)
        {
            var wanted = ViewQuery.Content(facts.List, view);
            var applied = facts.Applied?.Views.FirstOrDefault(candidate => candidate.Name == view.Name);
            var actual = facts.Details?.View(view.Name)?.Content;
            yield return new Entry(
                applied is null ? null : Comparable(ViewQuery.Content(facts.Applied!, applied)), Comparable(wanted), actual is null ? null : Comparable(actual),
                Change(ChangeKind.View, facts.List, view.Name, actual is null ? null : Words(actual), Words(wanted) + (actual is not null && Words(actual) == Words(wanted) ? " with other conditions, order or length" : ""),
                    actual is null ? "people need this view" : "the view is not as the data says, and nobody else changed it"));
        }
    }

    private static IEnumerable<Entry> Formats(Facts facts)
    {
        foreach (var column in facts.List.Columns.Where(column => column.Format is not null))
        {
            var wanted = facts.Target.Definition.Formats[column.Format!];
            var applied = facts.Applied?.Column(column.Name)?.Format is { } key ? facts.State.Applied!.Definition.Formats.GetValueOrDefault(key) : null;
            var actual = facts.Details?.Formats.GetValueOrDefault(column.Name);
            yield return new Entry(applied, wanted, actual,
                Change(ChangeKind.Format, facts.List, column.Name, actual is null ? null : "other formatting", column.Format!, "people shall see and set the status in the list"));
        }
    }

    private static string Comparable(ViewContent view) => (view with { Query = ViewQuery.Normal(view.Query) }).ToString();

    private static string Words(ViewContent view) => $"\"{view.Title}\" [{string.Join(", ", view.Columns)}]{(view.Default ? " default" : "")}";

    private static Change Change(ChangeKind kind, ListDefinition list, string name, string? old, string wanted, string why) => new()
    {
        Verb = old is null ? ChangeVerb.Create : ChangeVerb.Update,
        Kind = kind,
        Name = name,
        Within = list.Name,
        Old = old,
        New = wanted,
        Why = why,
    };

    private sealed record Entry(string? Applied, string Wanted, string? Actual, Change Change)
    {
        public bool IsToSet => LocalProperty.IsToSet(Applied, Wanted, Actual);

        public bool IsTheirs => LocalProperty.IsTheirs(Applied, Wanted, Actual);
    }

    private sealed record Facts(WorkspaceTarget Target, WorkspaceState State, ListDefinition List)
    {
        public ListDetails? Details => State.Details(List.Name);

        /// <summary>A list that does not exist has no views; one that cannot be read may have any.</summary>
        public bool CanSee => State.List(List.Name) is null || Details is not null;

        public ListDefinition? Applied => State.List(List.Name) is { } list ? State.Applied?.List(list) : null;
    }
}
