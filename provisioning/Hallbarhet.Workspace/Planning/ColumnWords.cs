using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>The managed properties of a column in words. Two columns with the same words are alike for every job.</summary>
internal static class ColumnWords
{
    public static string Of(ColumnDefinition column) => Words(new ColumnState
    {
        Id = "",
        Name = column.Name,
        Title = column.Title,
        Type = column.Type,
        Required = column.Required,
        Indexed = column.Indexed,
        Unique = column.Unique,
        Hidden = column.Hidden,
        Multiple = column.Multiple,
        Choices = column.Choices,
        Default = column.Default,
        Minimum = column.Minimum,
        Maximum = column.Maximum,
        Target = column.Target,
    });

    /// <param name="actual">The column on the site.</param>
    /// <param name="column">The data; a default or limit that it does not name is the users'.</param>
    public static string Of(ColumnState actual, ColumnDefinition column) => Words(actual with
    {
        Default = column.Default is null ? null : actual.Default,
        Minimum = column.Minimum is null ? null : actual.Minimum,
        Maximum = column.Maximum is null ? null : actual.Maximum,
    });

    private static string Words(ColumnState column)
    {
        var words = new List<string> { column.Type.ToString().ToLowerInvariant() };
        AddIf(column.Multiple, "several");
        AddIf(column.Target is not null, $"of {column.Target}");
        AddIf(column.Choices.Count > 0, $"[{string.Join(" | ", column.Choices)}]");
        AddIf(column.Default is not null, $"default {column.Default}");
        AddIf(column.Minimum is not null, $"from {column.Minimum}");
        AddIf(column.Maximum is not null, $"to {column.Maximum}");
        AddIf(column.Required, "required");
        AddIf(column.Indexed, "indexed");
        AddIf(column.Unique, "unique");
        AddIf(column.Hidden, "hidden");
        return string.Join(' ', words);

        void AddIf(bool holds, string word)
        {
            if (holds)
                words.Add(word);
        }
    }
}
