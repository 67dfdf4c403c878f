using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>The managed properties of a column in words. Two columns with the same words are alike for every job.</summary>
internal static class ColumnWords
{
    public static string Of(ColumnDefinition column) =>
        Words(column.Type, column.Multiple, column.Target, column.Choices, column.Required, column.Indexed, column.Unique, column.Hidden);

    public static string Of(ColumnState column) =>
        Words(column.Type, column.Multiple, column.Target, column.Choices, column.Required, column.Indexed, column.Unique, column.Hidden);

    private static string Words(
        ColumnType type, bool multiple, string? target, IReadOnlyList<string> choices, bool required, bool indexed, bool unique, bool hidden)
    {
        var words = new List<string> { type.ToString().ToLowerInvariant() };
        AddIf(multiple, "several");
        AddIf(target is not null, $"of {target}");
        AddIf(choices.Count > 0, $"[{string.Join(" | ", choices)}]");
        AddIf(required, "required");
        AddIf(indexed, "indexed");
        AddIf(unique, "unique");
        AddIf(hidden, "hidden");
        return string.Join(' ', words);

        void AddIf(bool holds, string word)
        {
            if (holds)
                words.Add(word);
        }
    }
}
