using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Provisioning;
using Xunit;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>What people and IT do on the site by hand, and what they see there.</summary>
internal sealed class HandWork(WorkspaceProvisioner provisioner)
{
    private static readonly JsonSerializerOptions AsWritten = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<List<Models.List>> ListsAsync() =>
        (await (await SiteAsync()).Lists.GetAsync(c => c.QueryParameters.Expand = ["columns"], Cancellation))!.Value!;

    public async Task<Models.List> ListAsync(string name) => (await ListsAsync()).Single(list => list.Name == name);

    public async Task DeleteListAsync(string name) => await (await SiteAsync()).Lists[(await ListAsync(name)).Id].DeleteAsync(null, Cancellation);

    public async Task ChangeColumnAsync(string list, string column, Models.ColumnDefinition change)
    {
        var found = await ListAsync(list);
        await (await SiteAsync()).Lists[found.Id].Columns[found.Columns!.Single(candidate => candidate.Name == column).Id].PatchAsync(change, null, Cancellation);
    }

    public async Task DeleteColumnAsync(string list, string column)
    {
        var found = await ListAsync(list);
        await (await SiteAsync()).Lists[found.Id].Columns[found.Columns!.Single(candidate => candidate.Name == column).Id].DeleteAsync(null, Cancellation);
    }

    public async Task AddColumnAsync(string list, Models.ColumnDefinition column) =>
        await (await SiteAsync()).Lists[(await ListAsync(list)).Id].Columns.PostAsync(column, null, Cancellation);

    public async Task<string> AddRowAsync(string list, Dictionary<string, object> fields) =>
        (await (await SiteAsync()).Lists[(await ListAsync(list)).Id].Items.PostAsync(
            new Models.ListItem { Fields = new Models.FieldValueSet { AdditionalData = fields } }, null, Cancellation))!.Id!;

    public async Task DeleteRowAsync(string list, string row) =>
        await (await SiteAsync()).Lists[(await ListAsync(list)).Id].Items[row].DeleteAsync(null, Cancellation);

    public async Task<List<Models.ListItem>> RowsAsync(string list) => await RowsAsync(await ListAsync(list));

    public async Task<List<Models.ListItem>> RowsAsync(Models.List list) =>
        (await (await SiteAsync()).Lists[list.Id].Items.GetAsync(c =>
        {
            c.QueryParameters.Expand = ["fields"];
            c.QueryParameters.Top = 1000;
        }, Cancellation))!.Value!;

    public async Task<int> VersionsAsync(string list, string row) =>
        (await (await SiteAsync()).Lists[(await ListAsync(list)).Id].Items[row].Versions.GetAsync(null, Cancellation))!.Value!.Count;

    public async Task<JsonElement> GetAsync(string list, string path)
    {
        using var answer = await provisioner.Connection.SharePoint.GetAsync($"_api/web/lists(guid'{(await ListAsync(list)).Id}')/{path}", Cancellation);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task MergeAsync(string list, string path, object change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"_api/web/lists(guid'{(await ListAsync(list)).Id}'){path}") { Content = JsonContent.Create(change, options: AsWritten) };
        request.Headers.Add("X-HTTP-Method", "MERGE");
        request.Headers.Add("IF-MATCH", "*");
        using var answer = await provisioner.Connection.SharePoint.SendAsync(request, Cancellation);
    }

    public static string? Field(Models.ListItem row, string name) => row.Fields!.AdditionalData.TryGetValue(name, out var value) ? value?.ToString() : null;

    private async Task<Microsoft.Graph.Sites.Item.SiteItemRequestBuilder> SiteAsync()
    {
        var site = await provisioner.Connection.Graph.Sites[provisioner.Connection.Options.SiteKey].GetAsync(c => c.QueryParameters.Select = ["id"], Cancellation);
        return provisioner.Connection.Graph.Sites[site!.Id];
    }
}
