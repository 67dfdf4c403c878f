using Hallbarhet.Workspace.Definition;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>The workspace's columns in Graph's facets; <see cref="ListAnswers"/> reads them.</summary>
internal static class ColumnMapping
{
    /// <param name="column">The column as the data describes it.</param>
    /// <param name="targetId">Id of the list that a lookup points at; null for other types.</param>
    public static Models.ColumnDefinition ToGraph(ColumnDefinition column, string? targetId)
    {
        var graph = Properties(column);
        graph.Name = column.Name;
        graph.DisplayName = column.Title;
        graph.Description = column.Description;
        SetFacet(graph, column, targetId);
        return graph;
    }

    /// <summary>What an update sends: the managed properties, and the type's details where choices can differ.</summary>
    public static Models.ColumnDefinition ToUpdate(ColumnDefinition column)
    {
        var graph = Properties(column);
        if (column.Type is ColumnType.Choice or ColumnType.Number)
            SetFacet(graph, column, null);
        if (column.Name == ColumnDefinition.BuiltInTitle)
            graph.DisplayName = column.Title;
        return graph;
    }

    internal const string CheckBoxes = "checkBoxes";

    private static Models.ColumnDefinition Properties(ColumnDefinition column) => new()
    {
        Required = column.Required,
        Indexed = column.Indexed,
        EnforceUniqueValues = column.Unique,
        Hidden = column.Hidden,
        DefaultValue = column.Default is { } value ? new Models.DefaultColumnValue { Value = value } : null,
    };

    private static void SetFacet(Models.ColumnDefinition graph, ColumnDefinition column, string? targetId)
    {
        switch (column.Type)
        {
            case ColumnType.Text:
                graph.Text = new Models.TextColumn { AllowMultipleLines = false, MaxLength = 255, TextType = "plain" };
                break;
            case ColumnType.Note:
                graph.Text = new Models.TextColumn { AllowMultipleLines = true, TextType = "plain", LinesForEditing = 6 };
                break;
            case ColumnType.Choice:
                graph.Choice = new Models.ChoiceColumn { AllowTextEntry = false, Choices = [.. column.Choices], DisplayAs = column.Multiple ? CheckBoxes : "dropDownMenu" };
                break;
            case ColumnType.Person:
                graph.PersonOrGroup = new Models.PersonOrGroupColumn { AllowMultipleSelection = column.Multiple, ChooseFromType = "peopleOnly" };
                break;
            case ColumnType.Lookup:
                graph.Lookup = new Models.LookupColumn { AllowMultipleValues = column.Multiple, ListId = targetId, ColumnName = ColumnDefinition.BuiltInTitle };
                break;
            case ColumnType.Date or ColumnType.DateTime:
                graph.DateTime = new Models.DateTimeColumn { DisplayAs = "default", Format = column.Type == ColumnType.Date ? "dateOnly" : "dateTime" };
                break;
            case ColumnType.Number:
                graph.Number = new Models.NumberColumn { DecimalPlaces = "none", DisplayAs = "number", Minimum = column.Minimum, Maximum = column.Maximum };
                break;
            case ColumnType.YesNo:
                graph.Boolean = new Models.BooleanColumn();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column.Type, "The data cannot describe such a column.");
        }
    }
}
