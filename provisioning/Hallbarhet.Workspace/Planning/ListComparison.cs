using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// Compares one list. Managed is what a job would break without: existence, types, choices, indexes, required, unique, lookup targets.
/// Titles and descriptions are set once and then belong to the users.
/// </summary>
public static class ListComparison
{
    /// <summary>What SharePoint calls the built-in column before anybody has named it, in English and Swedish.</summary>
    private static readonly string[] UnnamedTitles = ["Title", "Rubrik", "Titel"];

    public static IEnumerable<Change> Changes(ListDefinition list, ListState? actual)
    {
        if (actual is null)
        {
            var inline = list.Columns.Where(IsInline).ToList();
            return [ListChange(ChangeVerb.Create, list, null, $"\"{list.Title}\"{WithColumns(inline)}", "the list does not exist"),
                .. list.Columns.Where(column => !IsInline(column)).SelectMany(column => ColumnChanges(list, column, null)),
                .. FolderChanges(list, null)];
        }
        return TitleChanges(list, actual)
            .Concat(list.Columns.SelectMany(column => ColumnChanges(list, column, actual.Column(column.Name))))
            .Concat(FolderChanges(list, actual));
    }

    public static IEnumerable<string> Notes(ListDefinition list, ListState? actual)
    {
        if (actual is null)
            yield break;
        if (actual.Title != list.Title && actual.Title != list.Name)
            yield return $"list {list.Name} is called \"{actual.Title}\" on the site; titles belong to the users (data: \"{list.Title}\")";
        foreach (var column in list.Columns)
        {
            if (actual.Column(column.Name) is { } found && found.Title != column.Title && !IsUnnamed(column, found))
                yield return $"column {list.Name}/{column.Name} is called \"{found.Title}\" on the site; titles belong to the users (data: \"{column.Title}\")";
        }
    }

    /// <summary>Columns that are made together with their list; lookups wait for their target, and Title is there already.</summary>
    public static bool IsInline(ColumnDefinition column) => column.Type != ColumnType.Lookup && column.Name != ColumnDefinition.BuiltInTitle;

    /// <summary>A list is made under its internal name, because that becomes its address, and titled afterwards.</summary>
    private static IEnumerable<Change> TitleChanges(ListDefinition list, ListState actual)
    {
        if (actual.Title == list.Name && actual.Title != list.Title)
            yield return ListChange(ChangeVerb.Update, list, $"\"{actual.Title}\"", $"\"{list.Title}\"", "the list has not got its title yet");
    }

    private static IEnumerable<Change> ColumnChanges(ListDefinition list, ColumnDefinition column, ColumnState? actual)
    {
        if (actual is null)
        {
            if (column.Name != ColumnDefinition.BuiltInTitle)
                yield return ColumnChange(ChangeVerb.Create, list, column, null, ColumnWords.Of(column), "the column does not exist");
            else
                yield return ColumnChange(ChangeVerb.Update, list, column, null, $"\"{column.Title}\", {ColumnWords.Of(column)}", "the built-in column gets its name");
            yield break;
        }
        var (old, wanted) = (ColumnWords.Of(actual), ColumnWords.Of(column));
        if (actual.Type != column.Type || actual.Target != column.Target || (actual.Multiple != column.Multiple && column.Type == ColumnType.Lookup))
            yield return ColumnChange(ChangeVerb.Replace, list, column, old, wanted, "the service cannot turn one into the other") with { Risk = ChangeRisk.DataLoss };
        else if (old != wanted)
            yield return ColumnChange(ChangeVerb.Update, list, column, old, wanted, "jobs rely on it");
        else if (IsUnnamed(column, actual))
            yield return ColumnChange(ChangeVerb.Update, list, column, $"\"{actual.Title}\"", $"\"{column.Title}\"", "the built-in column gets its name");
    }

    private static IEnumerable<Change> FolderChanges(ListDefinition list, ListState? actual) =>
        list.Folders.Where(folder => actual?.Folders.Contains(folder) != true).Select(folder => new Change
        {
            Verb = ChangeVerb.Create,
            Kind = ChangeKind.Folder,
            Name = folder,
            Within = list.Name,
            Why = "the folder does not exist",
        });

    private static bool IsUnnamed(ColumnDefinition column, ColumnState actual) =>
        column.Name == ColumnDefinition.BuiltInTitle && actual.Title != column.Title && UnnamedTitles.Contains(actual.Title);

    private static Change ListChange(ChangeVerb verb, ListDefinition list, string? old, string? wanted, string why) =>
        new() { Verb = verb, Kind = ChangeKind.List, Name = list.Name, Old = old, New = wanted, Why = why };

    private static Change ColumnChange(ChangeVerb verb, ListDefinition list, ColumnDefinition column, string? old, string? wanted, string why) =>
        new() { Verb = verb, Kind = ChangeKind.Column, Name = column.Name, Within = list.Name, Old = old, New = wanted, Why = why };

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
