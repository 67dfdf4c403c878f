using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// Compares one column. Managed is what a job would break without: existence, type, choices, index, required, unique, lookup target.
/// Title and description are set once and then belong to the users.
/// </summary>
public static class ColumnComparison
{
    /// <summary>What SharePoint calls the built-in column before anybody has named it, in English and Swedish.</summary>
    private static readonly string[] UnnamedTitles = ["Title", "Rubrik", "Titel"];

    /// <summary>Columns that are made together with their list; lookups wait for their target, and Title is there already.</summary>
    public static bool IsInline(ColumnDefinition column) => column.Type != ColumnType.Lookup && column.Name != ColumnDefinition.BuiltInTitle;

    internal static IEnumerable<Change> Changes(ListDefinition list, ColumnDefinition column, WorkspaceState state)
    {
        var found = state.List(list.Name);
        if (found?.Column(column.Name) is not { } actual)
            return [Missing(list, column)];
        return Managed(list, column, actual, state.Usage.GetValueOrDefault((list.Name, column.Name)))
            .Concat(Titles(list, column, actual, state.Applied?.List(found)))
            .Concat(Values(list, column, state));
    }

    /// <summary>Whether people have called it something else.</summary>
    internal static bool HasOwnTitle(ColumnDefinition column, ColumnState actual, ListDefinition? applied) =>
        actual.Title != column.Title && !IsUnnamed(column, actual) && !IsToRename(column, actual, applied);

    /// <summary>Whether rows have to be counted before anybody can say what the change would lose.</summary>
    internal static bool MayLose(ColumnDefinition column, ColumnState actual) => CannotTurnInto(column, actual) || Dropped(column, actual).Count > 0;

    private static Change Missing(ListDefinition list, ColumnDefinition column) => column.Name != ColumnDefinition.BuiltInTitle
        ? ColumnChange(ChangeVerb.Create, list, column, null, ColumnWords.Of(column), "the column does not exist")
        : ColumnChange(ChangeVerb.Update, list, column, null, $"\"{column.Title}\", {ColumnWords.Of(column)}", "the built-in column gets its name");

    private static IEnumerable<Change> Managed(ListDefinition list, ColumnDefinition column, ColumnState actual, ColumnUsage? usage)
    {
        var (old, wanted) = (ColumnWords.Of(actual, column), ColumnWords.Of(column));
        if (CannotTurnInto(column, actual))
        {
            yield return ColumnChange(ChangeVerb.Replace, list, column, old, wanted, "the service cannot turn one into the other") with
            {
                Risk = usage?.Filled == 0 ? ChangeRisk.None : ChangeRisk.DataLoss,
                Rows = usage?.Filled,
            };
        }
        else if (old != wanted)
        {
            var touched = usage is null ? null : (int?)Dropped(column, actual).Sum(choice => usage.ByValue.GetValueOrDefault(choice));
            yield return ColumnChange(ChangeVerb.Update, list, column, old, wanted, "jobs rely on it") with
            {
                Risk = touched > 0 ? ChangeRisk.DataLoss : ChangeRisk.None,
                Rows = touched > 0 ? touched : null,
            };
        }
        else if (IsUnnamed(column, actual))
        {
            yield return ColumnChange(ChangeVerb.Update, list, column, $"\"{actual.Title}\"", $"\"{column.Title}\"", "the built-in column gets its name");
        }
    }

    private static IEnumerable<Change> Titles(ListDefinition list, ColumnDefinition column, ColumnState actual, ListDefinition? applied)
    {
        if (IsToRename(column, actual, applied) && !IsUnnamed(column, actual))
        {
            yield return ColumnChange(ChangeVerb.Update, list, column, $"\"{actual.Title}\"", $"\"{column.Title}\"", "the data has a new title, and people kept the old one")
                with
            { Kind = ChangeKind.Title };
        }
    }

    private static IEnumerable<Change> Values(ListDefinition list, ColumnDefinition column, WorkspaceState state) =>
        column.Replaces.Where(replaced => state.Outdated.ContainsKey((list.Name, column.Name, replaced.Key)))
            .Select(replaced => ColumnChange(ChangeVerb.Update, list, column, $"\"{replaced.Key}\"", $"\"{replaced.Value}\"", "the data has replaced this choice") with
            {
                Kind = ChangeKind.Values,
                Rows = state.Outdated[(list.Name, column.Name, replaced.Key)].Count,
            });

    private static bool CannotTurnInto(ColumnDefinition column, ColumnState actual) =>
        actual.Type != column.Type || actual.Target != column.Target || (actual.Multiple != column.Multiple && column.Type == ColumnType.Lookup);

    /// <summary>Choices that people may have used and that nothing replaces.</summary>
    private static List<string> Dropped(ColumnDefinition column, ColumnState actual) =>
        [.. actual.Choices.Except(column.Choices).Except(column.Replaces.Keys)];

    private static bool IsToRename(ColumnDefinition column, ColumnState actual, ListDefinition? applied) =>
        applied?.Column(column.Name) is { } before && LocalProperty.IsToSet(before.Title, column.Title, actual.Title);

    private static bool IsUnnamed(ColumnDefinition column, ColumnState actual) =>
        column.Name == ColumnDefinition.BuiltInTitle && actual.Title != column.Title && UnnamedTitles.Contains(actual.Title);

    private static Change ColumnChange(ChangeVerb verb, ListDefinition list, ColumnDefinition column, string? old, string? wanted, string why) =>
        new() { Verb = verb, Kind = ChangeKind.Column, Name = column.Name, Within = list.Name, Old = old, New = wanted, Why = why };
}
