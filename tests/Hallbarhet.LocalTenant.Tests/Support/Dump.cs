using System.Text;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>Everything that a tenant's reading operations answer, as text: two tenants with the same dump are the same to any client.</summary>
internal sealed class Dump
{
    private readonly TestTenant tenant;
    private readonly StringBuilder text = new();

    private Dump(TestTenant tenant) => this.tenant = tenant;

    /// <param name="tenant">The tenant, whose clock and grants are as they were left.</param>
    public static async Task<string> OfAsync(TestTenant tenant)
    {
        var dump = new Dump(tenant);
        foreach (var own in (string[])["clock", "identity", "mail"]) _ = await dump.GetAsync(tenant.Raw, "/_tenant/" + own);
        _ = await dump.GetAsync(tenant.AsSetup, "/v1.0/users?$select=id,displayName,mail,userPrincipalName,accountEnabled");
        foreach (var group in (await dump.GetAsync(tenant.AsSetup, "/v1.0/groups")).Values) await dump.GroupAsync($"/v1.0/groups/{group!["id"]}");
        foreach (var person in (string[])[TestTenant.Service, TestTenant.Karin, TestTenant.Omar]) await dump.MailboxAsync(person);
        return dump.text.ToString();
    }

    private async Task<Answer> GetAsync(HttpClient client, string path)
    {
        var answer = await client.GetJsonAsync(path);
        answer.Status.ShouldBe(200, $"{path}: {answer.Text}");
        _ = text.AppendLine(path).AppendLine(answer.Text);
        return answer;
    }

    private async Task GroupAsync(string group)
    {
        foreach (var part in (string[])["/members", "/owners"]) _ = await GetAsync(tenant.AsSetup, group + part);
        await SiteAsync($"/v1.0/sites/{(await GetAsync(tenant.AsSetup, group + "/sites/root")).Json["id"]}");
        foreach (var plan in (await GetAsync(tenant.AsRuntime, group + "/planner/plans")).Values)
            foreach (var part in (string[])["/details", "/buckets", "/tasks?$expand=details"])
                _ = await GetAsync(tenant.AsRuntime, $"/v1.0/planner/plans/{plan!["id"]}{part}");
    }

    private async Task SiteAsync(string site)
    {
        foreach (var part in (string[])["", "/pages", "/permissions", "/drives"]) _ = await GetAsync(tenant.AsSetup, site + part);
        var rest = $"/sites/{TestTenant.SiteName}/_api/web";
        foreach (var part in (string[])["", "/sitegroups", "/siteusers", "/navigation/quicklaunch", "/roleassignments"])
            _ = await GetAsync(tenant.SharePoint, rest + part);
        foreach (var list in (await GetAsync(tenant.AsSetup, site + "/lists?$select=id,name,displayName,description,list,system,webUrl&$expand=columns")).Values)
            await ListAsync($"{site}/lists/{list!["id"]}", $"{rest}/lists(guid'{list["id"]}')");
    }

    private async Task ListAsync(string list, string rest)
    {
        foreach (var part in (string[])["", "/views?$expand=ViewFields", "/fields", "/roleassignments"]) _ = await GetAsync(tenant.SharePoint, rest + part);
        foreach (var item in (await GetAsync(tenant.AsSetup, list + "/items?$expand=fields")).Values)
        {
            _ = await GetAsync(tenant.AsSetup, $"{list}/items/{item!["id"]}/versions?$expand=fields");
            if (item["driveItem"] is null && !list.Contains("users", StringComparison.Ordinal))
                _ = await AttachmentsAsync($"{rest}/items({item["id"]})/AttachmentFiles");
        }
        if ((await tenant.AsSetup.GetJsonAsync(list + "/drive")) is { Status: 200 } drive) await FolderAsync($"/v1.0/drives/{drive.Json["id"]}", "root");
    }

    /// <summary>Rows of libraries and of the user list have none.</summary>
    private async Task<Answer> AttachmentsAsync(string path)
    {
        var answer = await tenant.SharePoint.GetJsonAsync(path);
        _ = text.AppendLine(path).AppendLine(answer.Text);
        return answer;
    }

    private async Task FolderAsync(string drive, string id)
    {
        foreach (var child in (await GetAsync(tenant.AsSetup, $"{drive}/items/{id}/children")).Values)
            if (child!["folder"] is not null) await FolderAsync(drive, child["id"]!.ToString());
            else _ = await GetAsync(tenant.AsSetup, $"{drive}/items/{child["id"]}/content");
    }

    private async Task MailboxAsync(string person)
    {
        using var client = await tenant.AsAsync(person);
        foreach (var part in (string[])["/events", "/mailFolders"]) _ = await GetAsync(client, "/v1.0/me" + part);
        foreach (var message in (await GetAsync(client, "/v1.0/me/messages?$top=100")).Values)
            _ = await GetAsync(client, $"/v1.0/me/messages/{message!["id"]}/attachments");
    }
}
