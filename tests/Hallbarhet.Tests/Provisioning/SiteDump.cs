using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hallbarhet.Provisioning;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>What a person would find on a site, without ids and times: the same for two runs that ended alike.</summary>
internal static class SiteDump
{
    private const string Rights = "roleassignments?$select=Member/Title,RoleDefinitionBindings/Name&$expand=Member,RoleDefinitionBindings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<string> OfAsync(WorkspaceProvisioner provisioner)
    {
        var hands = new HandWork(provisioner);
        var text = new StringBuilder();
        foreach (var list in (await hands.ListsAsync()).Where(list => provisioner.Target.Definition.Lists.Any(wanted => wanted.Name == list.Name)).OrderBy(list => list.Name, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{list.Name} {list.DisplayName}");
            foreach (var column in list.Columns!.OrderBy(column => column.Name, StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {column.Name} {column.DisplayName} {column.Required} {column.Indexed} {column.Hidden}");
            foreach (var view in await RowsAsync(provisioner, $"lists(guid'{list.Id}')/views?$select=Title,DefaultView,ViewQuery,RowLimit"))
                text.AppendLine(CultureInfo.InvariantCulture, $"  view {view}");
            foreach (var right in await RowsAsync(provisioner, $"lists(guid'{list.Id}')/{Rights}"))
                text.AppendLine(CultureInfo.InvariantCulture, $"  right {right}");
            foreach (var row in (await hands.RowsAsync(list)).Select(row => HandWork.Field(row, "SourceKey") ?? HandWork.Field(row, "Title")).Order(StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"  row {row}");
        }
        return text.AppendJoin('\n', await AskAsync(provisioner, "navigation/quicklaunch?$select=Title,Children/Title&$expand=Children")).ToString();
    }

    private static async Task<IEnumerable<string>> RowsAsync(WorkspaceProvisioner provisioner, string path) => (await AskAsync(provisioner, path)).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> AskAsync(WorkspaceProvisioner provisioner, string path)
    {
        using var answer = await provisioner.Connection.SharePoint.GetAsync($"_api/web/{path}", Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("value").EnumerateArray().Select(row => row.GetRawText()).ToList();
    }
}
