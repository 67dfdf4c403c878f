using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>Compares one list: that it exists, what it is called, its folders. Its columns are compared by <see cref="ColumnComparison"/>.</summary>
internal static class ListComparison
{
    public static IEnumerable<Change> Changes(ListDefinition list, WorkspaceState state)
    {
        var actual = state.List(list.Name);
        return (actual is null ? New(list) : Title(list, actual, state.Applied?.List(actual)))
            .Concat(list.Columns.Where(column => actual is not null || !ColumnComparison.IsInline(column))
                .SelectMany(column => ColumnComparison.Changes(list, column, state)))
            .Concat(Folders(list, actual));
    }

    public static IEnumerable<string> Notes(ListDefinition list, ListState? actual, ListDefinition? applied)
    {
        if (actual is null)
            yield break;
        if (actual.Title != list.Title && !IsToTitle(list, actual, applied))
            yield return $"list {list.Name} is called \"{actual.Title}\" on the site; titles belong to the users (data: \"{list.Title}\")";
        foreach (var column in list.Columns)
        {
            if (actual.Column(column.Name) is { } found && ColumnComparison.HasOwnTitle(column, found, applied))
                yield return $"column {list.Name}/{column.Name} is called \"{found.Title}\" on the site; titles belong to the users (data: \"{column.Title}\")";
        }
    }

    private static IEnumerable<Change> New(ListDefinition list) =>
        [ListChange(ChangeVerb.Create, list, null, $"\"{list.Title}\"{WithColumns([.. list.Columns.Where(ColumnComparison.IsInline)])}", "the list does not exist")];

    private static IEnumerable<Change> Title(ListDefinition list, ListState actual, ListDefinition? applied)
    {
        if (IsToTitle(list, actual, applied))
        {
            yield return ListChange(ChangeVerb.Update, list, $"\"{actual.Title}\"", $"\"{list.Title}\"",
                actual.Title == list.Name ? "the list has not got its title yet" : "the data has a new title, and people kept the old one");
        }
    }

    /// <summary>A list is made under its internal name, because that becomes its address, and titled afterwards.</summary>
    private static bool IsToTitle(ListDefinition list, ListState actual, ListDefinition? applied) => actual.Title != list.Title
        && (actual.Title == list.Name || (applied is not null && LocalProperty.IsToSet(applied.Title, list.Title, actual.Title)));

    private static IEnumerable<Change> Folders(ListDefinition list, ListState? actual) =>
        list.Folders.Where(folder => actual?.Folders.Contains(folder) != true).Select(folder => new Change
        {
            Verb = ChangeVerb.Create,
            Kind = ChangeKind.Folder,
            Name = folder,
            Within = list.Name,
            Why = "the folder does not exist",
        });

    private static Change ListChange(ChangeVerb verb, ListDefinition list, string? old, string? wanted, string why) =>
        new() { Verb = verb, Kind = ChangeKind.List, Name = list.Name, Old = old, New = wanted, Why = why };

    private static string WithColumns(List<ColumnDefinition> columns)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        return columns.Count switch
        {
            0 => "",
            1 => $" with 1 column: {names}",
            var count => $" with {count} columns: {names}",
        };
    }
}
