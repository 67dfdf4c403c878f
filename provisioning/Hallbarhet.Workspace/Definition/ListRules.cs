using System.Text.Json;

namespace Hallbarhet.Workspace.Definition;

/// <summary>Rules for one list, its columns and its seed rows.</summary>
internal static class ListRules
{
    public static IEnumerable<DefinitionProblem> Check(DefinitionFile file, ListDefinition list, WorkspaceDefinition definition)
    {
        if (Path.GetFileNameWithoutExtension(file.Name) != list.Key)
            yield return file.Problem("key", $"The key \"{list.Key}\" and the file's name differ. Call the file {list.Key}.json.");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < list.Columns.Count; i++)
        {
            var column = list.Columns[i];
            if (!seen.Add(column.Name))
                yield return file.Problem($"columns[{i}].name", $"The column {column.Name} is described twice. Keep one.");
            foreach (var message in ColumnProblems(column, definition))
                yield return file.Problem($"columns[{i}]", $"Column {column.Name}: {message}");
        }
        foreach (var problem in SeedProblems(file, list).Concat(ViewRules.Check(file, list)))
            yield return problem;
        foreach (var key in DefinitionRules.UnknownGroups(list.Access, definition))
            yield return file.Problem("access", $"There is no group \"{key}\".{DefinitionRules.Hint(key, DefinitionRules.Groups(definition))}");
    }

    private static IEnumerable<string> ColumnProblems(ColumnDefinition column, WorkspaceDefinition definition)
    {
        if ((column.Type == ColumnType.Choice) != (column.Choices.Count > 0))
            yield return "\"choices\" belongs to a choice column, and a choice column needs it.";
        if ((column.Type == ColumnType.Lookup) != (column.Target is not null))
            yield return "\"target\" belongs to a lookup column, and a lookup column needs it.";
        if (column.Target is { } target && definition.Lists.All(list => list.Name != target))
            yield return $"there is no list \"{target}\".{DefinitionRules.Hint(target, definition.Lists.Select(list => list.Name))}";
        if ((column.Minimum ?? column.Maximum) is not null && column.Type != ColumnType.Number)
            yield return "\"minimum\" and \"maximum\" belong to a number column.";
        if (column.Minimum > column.Maximum)
            yield return $"the minimum {column.Minimum} is above the maximum {column.Maximum}.";
        if (column.Default is { } value && !column.Choices.Contains(value))
            yield return $"the default \"{value}\" is none of its choices.{DefinitionRules.Hint(value, column.Choices)}";
        foreach (var (old, now) in column.Replaces)
        {
            if (column.Choices.Contains(old) || !column.Choices.Contains(now))
                yield return $"\"replaces\" leads from a choice that is no longer there to one that is; \"{old}\" to \"{now}\" does not.";
        }
        if (column.Replaces.Count > 0 && (!column.Indexed || column.Multiple))
            yield return "\"replaces\" needs an indexed column with one value, so that the rows can be found.";
        if (column.Format is { } format && !definition.Formats.ContainsKey(format))
            yield return $"there is no formatting \"{format}\".{DefinitionRules.Hint(format, definition.Formats.Keys)}";
        if (column.Multiple && column.Type is not (ColumnType.Choice or ColumnType.Person or ColumnType.Lookup))
            yield return "only choices, persons and lookups can be several.";
        if (column.Indexed && (column.Multiple || column.Type == ColumnType.Note))
            yield return "SharePoint cannot index a note or a column with several values. Remove \"indexed\".";
        if (column.Unique && !column.Indexed)
            yield return "a unique column must be indexed. Add \"indexed\": true.";
        if (column.Name == ColumnDefinition.BuiltInTitle && column.Type != ColumnType.Text)
            yield return "Title is built in and always text.";
    }

    private static IEnumerable<DefinitionProblem> SeedProblems(DefinitionFile file, ListDefinition list)
    {
        if (list.Seed.Count > 0 && list.Column(WorkspaceTarget.SourceKey) is null)
            yield return file.Problem("seed", "A list with seed rows needs the column SourceKey, which tells whether a row is there.");
        for (var i = 0; i < list.Seed.Count; i++)
        {
            foreach (var (name, value) in list.Seed[i].Values)
            {
                if (ValueProblem(list, name, value) is { } message)
                    yield return file.Problem($"seed[{i}].values.{name}", message);
            }
        }
    }

    private static string? ValueProblem(ListDefinition list, string name, JsonElement value) => (list.Column(name), value.ValueKind) switch
    {
        (null, _) => $"There is no column {name}.{DefinitionRules.Hint(name, list.Columns.Select(column => column.Name))}",
        ({ Type: ColumnType.Choice } column, JsonValueKind.String) when !column.Choices.Contains(value.GetString()!) =>
            $"{name} must be one of: {string.Join(", ", column.Choices)}.",
        ({ Type: ColumnType.Text or ColumnType.Note or ColumnType.Choice }, JsonValueKind.String) => null,
        ({ Type: ColumnType.Number }, JsonValueKind.Number) => null,
        ({ Type: ColumnType.YesNo }, JsonValueKind.True or JsonValueKind.False) => null,
        var (column, _) => $"{name} is a {column!.Type} column and cannot be seeded with this value.",
    };
}
