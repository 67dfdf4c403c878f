using System.Text.Json;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>
/// Lists with their columns as Graph tells them. Read as they come: hundreds of columns as the SDK's objects take many times as long.
/// </summary>
internal static class ListAnswers
{
    /// <summary>Columns that lists and libraries come with and that can be written.</summary>
    private static readonly string[] BuiltIn = ["Title", "ContentType", "Attachments", "FileLeafRef", "MediaServiceImageTags"];

    public static List<ListState> Of(IReadOnlyList<JsonElement> lists)
    {
        var names = lists.ToDictionary(list => ListId(list.Text("id")!), list => list.Text("name")!);
        return [.. lists.Select(list => List(list, names))];
    }

    private static ListState List(JsonElement list, Dictionary<string, string> names)
    {
        var (kind, changedBy) = (list.Inner("list"), list.Inner("lastModifiedBy"));
        return new ListState
        {
            Id = list.Text("id")!,
            Name = list.Text("name")!,
            Title = list.Text("displayName") ?? "",
            IsLibrary = kind.Text("template") == ListDefinition.Library,
            IsOrdinary = list.Inner("system") is null && !kind.Holds("hidden") && kind.Text("template") is ListDefinition.Library or "genericList",
            ChangedAt = list.Inner("lastModifiedDateTime")?.GetDateTimeOffset(),
            ChangedBy = changedBy.Inner("user").Text("displayName") ?? changedBy.Inner("application").Text("displayName"),
            DriveId = list.Inner("drive").Text("id"),
            Columns = [.. list.Rows("columns").Select(column => Column(column, names))],
        };
    }

    private static ColumnState Column(JsonElement column, Dictionary<string, string> names)
    {
        var (number, choice, lookup, name) = (column.Inner("number"), column.Inner("choice"), column.Inner("lookup"), column.Text("name")!);
        return new ColumnState
        {
            Id = column.Text("id")!,
            Name = name,
            Title = column.Text("displayName") ?? "",
            Type = TypeOf(column),
            IsBuiltIn = column.Holds("readOnly") || BuiltIn.Contains(name),
            Required = column.Holds("required"),
            Indexed = column.Holds("indexed"),
            Unique = column.Holds("enforceUniqueValues"),
            Hidden = column.Holds("hidden"),
            Multiple = column.Inner("personOrGroup").Holds("allowMultipleSelection") || lookup.Holds("allowMultipleValues") || choice.Text("displayAs") == ColumnMapping.CheckBoxes,
            Choices = [.. choice.Rows("choices").Select(value => value.GetString()!)],
            Default = column.Inner("defaultValue").Text("value") is { Length: > 0 } value ? value : null,
            Minimum = Limit(number.Inner("minimum")),
            Maximum = Limit(number.Inner("maximum")),
            Target = lookup.Text("listId") is { } id ? names.GetValueOrDefault(ListId(id), "") : null,
        };
    }

    private static ColumnType TypeOf(JsonElement column)
    {
        if (column.Inner("text") is { } text)
            return text.Holds("allowMultipleLines") ? ColumnType.Note : ColumnType.Text;
        if (column.Inner("dateTime") is { } date)
            return date.Text("format") == "dateTime" ? ColumnType.DateTime : ColumnType.Date;
        return column switch
        {
            _ when column.Inner("choice") is not null => ColumnType.Choice,
            _ when column.Inner("personOrGroup") is not null => ColumnType.Person,
            _ when column.Inner("lookup") is not null => ColumnType.Lookup,
            _ when column.Inner("number") is not null => ColumnType.Number,
            _ when column.Inner("boolean") is not null => ColumnType.YesNo,
            _ => ColumnType.Other,
        };
    }

    /// <summary>SharePoint writes a lookup's list id with or without braces.</summary>
    private static string ListId(string id) => id.Trim('{', '}').ToLowerInvariant();

    /// <summary>No limit is told as the least or the greatest number that there is.</summary>
    private static int? Limit(JsonElement? value) => value?.GetDouble() is { } number and > int.MinValue and < int.MaxValue ? (int)number : null;
}
