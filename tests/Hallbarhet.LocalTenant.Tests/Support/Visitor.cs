using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A person who looks at the tenant's pages with a browser that runs no scripts.</summary>
internal sealed class Visitor(TestTenant tenant, string? upn)
{
    public const string Site = $"/sites/{TestTenant.SiteName}";

    public Task<Answer> OpenAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public async Task<string> ReadAsync(string address)
    {
        var answer = await OpenAsync(address);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Text;
    }

    public Task<Answer> SubmitAsync(string address, params (string Name, string Value)[] fields) => SendAsync(new(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    /// <summary>Sends a form that is accepted, and opens the page that it leads to.</summary>
    public async Task<string> SubmitAndFollowAsync(string address, params (string Name, string Value)[] fields)
    {
        var answer = await SubmitAsync(address, fields);
        answer.Status.ShouldBe(303, answer.Text);
        return await ReadAsync(answer.Headers.Location!.ToString());
    }

    private Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (upn is not null) request.Headers.Add("Cookie", $"other=1; person={Uri.EscapeDataString(upn)}");
        return tenant.Raw.AnswerAsync(request);
    }
}

/// <summary>A list to look at: <c>Lists/Meetings</c> with a column of each kind.</summary>
internal static class WebStage
{
    public const string List = Visitor.Site + "/Lists/Meetings";

    private static readonly string[] Columns =
    [
        """{"name":"Status","displayName":"Läge","choice":{"choices":["Utkast","Godkänd","Skickad"]},"defaultValue":{"value":"Utkast"}}""",
        """{"name":"Tags","displayName":"Ämnen","choice":{"choices":["Vatten","Luft","Mark"],"displayAs":"checkBoxes"}}""",
        """{"name":"StartsAt","displayName":"Börjar","dateTime":{"format":"dateTime"}}""",
        """{"name":"DueOn","displayName":"Klart senast","dateTime":{"format":"dateOnly"}}""",
        """{"name":"Minutes","displayName":"Minuter","number":{}}""",
        """{"name":"Open","displayName":"Öppen","boolean":{}}""",
        """{"name":"Note","displayName":"Anteckning","text":{"allowMultipleLines":true}}""",
        """{"name":"Chair","displayName":"Ordförande","personOrGroup":{"chooseFromType":"peopleOnly"}}""",
        """{"name":"Present","displayName":"Närvarande","personOrGroup":{"allowMultipleSelection":true,"chooseFromType":"peopleOnly"}}""",
        """{"name":"Secret","displayName":"Hemlig nyckel","hidden":true,"text":{}}""",
    ];

    public static async Task<TestTenant> StartAsync(LocalTenantOptions? options = null)
    {
        var tenant = await TestTenant.StartAsync(options);
        _ = await tenant.AddListAsync("Goals");
        _ = await tenant.AddListAsync("Meetings", [.. Columns.Select(c => (JsonObject)JsonNode.Parse(c)!), Lookup(await GoalsAsync(tenant))]);
        return tenant;
    }

    public static Task<Answer> AddAsync(this TestTenant tenant, string list, string fields) =>
        tenant.AsRuntime.SendTextAsync("POST", $"{tenant.Sites}/lists/{list}/items", $$"""{"fields":{{fields}}}""");

    /// <summary>Sets a property of a column, a view or the list over SharePoint REST.</summary>
    public static async Task RestAsync(this TestTenant tenant, string path, string body, string? method = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Visitor.Site}/_api/web/lists/getbytitle('Meetings'){path}")
        {
            Content = new StringContent(body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json;odata=nometadata");
        if (method is not null) request.Headers.Add("X-HTTP-Method", method);
        if (method is not null) request.Headers.Add("If-Match", "*");
        var answer = await tenant.SharePoint.AnswerAsync(request);
        answer.Status.ShouldBeLessThan(300, answer.Text);
    }

    public static Task FormatAsync(this TestTenant tenant, string column, string format) =>
        tenant.RestAsync($"/fields/getbyinternalnameortitle('{column}')", new JsonObject { ["CustomFormatter"] = format }.ToJsonString(), "MERGE");

    /// <summary>A view of its own with its columns; it becomes the default view.</summary>
    public static async Task ViewAsync(this TestTenant tenant, string title, string query, int rows, params string[] columns)
    {
        var parameters = new JsonObject
        {
            ["Title"] = title,
            ["Query"] = query,
            ["RowLimit"] = rows,
            ["Paged"] = true,
            ["SetAsDefaultView"] = true,
            ["ViewFields"] = new JsonArray([.. columns.Select(c => (JsonNode)c)]),
        };
        await tenant.RestAsync("/views/add", new JsonObject { ["parameters"] = parameters }.ToJsonString());
    }

    /// <summary>Members may only read the list from now on.</summary>
    public static async Task MembersReadAsync(this TestTenant tenant)
    {
        await tenant.RestAsync("/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", "");
        await tenant.RestAsync("/roleassignments/addroleassignment(principalid=5,roledefid=1073741826)", "");
    }

    /// <summary>A page's text as a person reads it, without markup.</summary>
    public static string Plain(string html) => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "<[^>]*>", " "), @"\s+", " ")).Trim();

    /// <summary>The text in a page's element with an id, up to the end tag of that name.</summary>
    public static string Element(string html, string tag, string id) =>
        Regex.Match(html, $@"<{tag}[^>]*\bid=""{id}""[^>]*>(.*?)</{tag}>", RegexOptions.Singleline).Groups[1].Value;

    private static JsonObject Lookup(string goals) => (JsonObject)JsonNode.Parse(
        $$"""{"name":"Goals","displayName":"Mål","lookup":{"listId":"{{goals}}","columnName":"Title","allowMultipleValues":true} }""")!;

    private static async Task<string> GoalsAsync(TestTenant tenant)
    {
        (await tenant.AddAsync("Goals", """{"Title":"Frisk luft"}""")).Status.ShouldBe(201);
        (await tenant.AddAsync("Goals", """{"Title":"Levande sjöar"}""")).Status.ShouldBe(201);
        return (await tenant.AsSetup.GetJsonAsync(tenant.Sites + "/lists/Goals")).Json["id"]!.GetValue<string>();
    }
}
