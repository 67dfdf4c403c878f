using System.Text.Json.Nodes;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Drift;

/// <summary>A list of the site as a data file.</summary>
internal static class ListData
{
    /// <summary>Writes into a column's entry what the site has of it.</summary>
    public static void Set(JsonObject column, ColumnState actual)
    {
        column["type"] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(actual.Type.ToString());
        Flag("required", actual.Required);
        Flag("indexed", actual.Indexed);
        Flag("unique", actual.Unique);
        Flag("hidden", actual.Hidden);
        Flag("multiple", actual.Multiple);
        if (actual.Choices.Count > 0)
            column["choices"] = new JsonArray([.. actual.Choices.Select(choice => JsonValue.Create(choice))]);
        if (actual.Target is { Length: > 0 } target)
            column["target"] = target;
        Value("default", actual.Choices.Contains(actual.Default ?? "") ? actual.Default : null);
        Value("minimum", actual.Minimum);
        Value("maximum", actual.Maximum);

        void Value<T>(string name, T? value)
        {
            if (value is not null)
                column[name] = System.Text.Json.Nodes.JsonValue.Create(value);
            else
                column.Remove(name);
        }

        void Flag(string name, bool holds)
        {
            if (holds)
                column[name] = true;
            else
                column.Remove(name);
        }
    }

    /// <summary>A list that the data does not have yet.</summary>
    public static JsonObject Of(ListState list, int order) => new()
    {
        ["key"] = Key(list.Name),
        ["name"] = list.Name,
        ["title"] = list.Title,
        ["description"] = "",
        ["template"] = list.IsLibrary ? ListDefinition.Library : "genericList",
        ["order"] = order,
        ["columns"] = new JsonArray([.. list.Columns.Where(IsOwn).Select(Column)]),
    };

    public static JsonObject Column(ColumnState actual)
    {
        var column = new JsonObject { ["name"] = actual.Name, ["title"] = actual.Title };
        Set(column, actual);
        return column;
    }

    /// <summary>Made by people, and of a kind that the data can describe.</summary>
    public static bool IsOwn(ColumnState column) => !column.IsBuiltIn && column.Type != ColumnType.Other && column.Target != "" && IsName(column.Name);

    public static bool IsName(string name) => name.Length <= 32 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    /// <summary>AgendaItems becomes agenda-items.</summary>
    public static string Key(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsAsciiLetterUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
