using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>In a view the title is shown by a column of its own that opens the row.</summary>
internal static class ViewColumns
{
    private const string LinkedTitle = "LinkTitle";

    public static string ToSharePoint(string column) => column == ColumnDefinition.BuiltInTitle ? LinkedTitle : column;

    public static string FromSharePoint(string column) => column == LinkedTitle ? ColumnDefinition.BuiltInTitle : column;
}
