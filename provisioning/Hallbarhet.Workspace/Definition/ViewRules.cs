namespace Hallbarhet.Workspace.Definition;

/// <summary>Rules for the views of one list.</summary>
internal static class ViewRules
{
    /// <summary>Columns that every list has without being told.</summary>
    private static readonly string[] BuiltIn = ["Title", "Created", "Modified", "Author", "Editor"];

    public static IEnumerable<DefinitionProblem> Check(DefinitionFile file, ListDefinition list)
    {
        if (list.Views.Count > 0 && list.Views.Count(view => view.Default) != 1)
            yield return file.Problem("views", "Exactly one view is the default. Write \"default\": true there.");
        for (var i = 0; i < list.Views.Count; i++)
        {
            var view = list.Views[i];
            if (list.Views.Take(i).Any(other => other.Name == view.Name || other.Title == view.Title))
                yield return file.Problem($"views[{i}]", $"The view {view.Name} is described twice. Keep one.");
            foreach (var column in Used(view).Where(column => !BuiltIn.Contains(column) && list.Column(column) is null))
                yield return file.Problem($"views[{i}]", $"View {view.Name}: there is no column {column}.{DefinitionRules.Hint(column, list.Columns.Select(c => c.Name))}");
            foreach (var message in view.Where.SelectMany(condition => Problems(list, condition)))
                yield return file.Problem($"views[{i}].where", $"View {view.Name}: {message}");
        }
    }

    private static IEnumerable<string> Used(ViewDefinition view) =>
        view.Columns.Concat(view.Where.Select(condition => condition.Column)).Concat(view.Sort.Select(sort => sort.TrimStart('-')))
            .Concat(view.Group is { } group ? [group] : []).Distinct();

    private static IEnumerable<string> Problems(ListDefinition list, ViewCondition condition)
    {
        bool[] tests = [condition.Is.Count > 0, condition.IsNot.Count > 0, condition.From is not null, condition.Before is not null, condition.Empty is not null];
        if (tests.Count(test => test) != 1)
            yield return $"the condition on {condition.Column} needs exactly one of: is, isNot, from, before, empty.";
        var column = list.Column(condition.Column);
        foreach (var value in condition.Is.Concat(condition.IsNot).Where(_ => column?.Type == ColumnType.Choice))
        {
            if (!column!.Choices.Contains(value))
                yield return $"\"{value}\" is no choice of {condition.Column}.{DefinitionRules.Hint(value, column.Choices)}";
        }
    }
}
