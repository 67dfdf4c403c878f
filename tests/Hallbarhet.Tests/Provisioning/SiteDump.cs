using System.Globalization;
using System.Text;
using System.Text.Json;
using Hallbarhet.Provisioning;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>What a person would find on a site, without ids and times: the same for two runs that ended alike.</summary>
internal static class SiteDump
{
    public static async Task<string> OfAsync(WorkspaceProvisioner provisioner)
    {
        var hands = new HandWork(provisioner);
        var text = new StringBuilder();
        foreach (var list in provisioner.Target.Definition.Lists)
        {
            var actual = await hands.ListAsync(list.Name);
            text.AppendLine(CultureInfo.InvariantCulture, $"{actual.Name} {actual.DisplayName}");
            foreach (var column in actual.Columns!.OrderBy(column => column.Name, StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {column.Name} {column.DisplayName} {column.Required} {column.Indexed} {column.Hidden}");
            foreach (var view in Rows(await hands.GetAsync(list.Name, "views?$select=Title,DefaultView,ViewQuery,RowLimit")))
                text.AppendLine(CultureInfo.InvariantCulture, $"  view {view}");
            foreach (var right in Rows(await hands.GetAsync(list.Name, "roleassignments?$select=Member/Title,RoleDefinitionBindings/Name&$expand=Member,RoleDefinitionBindings")))
                text.AppendLine(CultureInfo.InvariantCulture, $"  right {right}");
            foreach (var row in (await hands.RowsAsync(list.Name)).Select(row => HandWork.Field(row, "SourceKey") ?? HandWork.Field(row, "Title")).Order(StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"  row {row}");
        }
        using var menu = await provisioner.Connection.SharePoint.GetAsync(
            "_api/web/navigation/quicklaunch?$select=Title,Children/Title&$expand=Children", TestContext.Current.CancellationToken);
        return text.Append(await menu.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private static IEnumerable<string> Rows(JsonElement answer) => answer.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()).Order(StringComparer.Ordinal);
}
