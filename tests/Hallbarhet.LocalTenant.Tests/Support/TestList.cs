using System.Globalization;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A tenant with one list, and what tests do to it.</summary>
internal sealed class TestList(TestTenant tenant, string id) : IAsyncDisposable
{
    public TestTenant Tenant => tenant;

    public string Address => $"{tenant.Sites}/lists/{id}";

    public string Items => $"{Address}/items";

    public static async Task<TestList> StartAsync(LocalTenantOptions? options, params string[] columns)
    {
        var tenant = await TestTenant.StartAsync(options);
        return new(tenant, await tenant.AddListAsync("Rows", [.. columns.Select(c => (JsonObject)JsonNode.Parse(c)!)]));
    }

    public static Task<TestList> StartAsync(params string[] columns) => StartAsync(null, columns);

    public Task<Answer> AddAsync(string fields) => tenant.AsRuntime.SendTextAsync("POST", Items, $$"""{"fields":{{fields}}}""");

    /// <param name="count">How many rows.</param>
    /// <param name="fields">Their fields, with # for the row's number.</param>
    public async Task FillAsync(int count, string fields)
    {
        for (var n = 1; n <= count; n++)
            (await AddAsync(fields.Replace("#", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))).Status.ShouldBe(201);
    }

    public Task<Answer> GetAsync(string query, params (string, string)[] headers) => tenant.AsRuntime.GetJsonAsync(Items + query, headers);

    public Task<Answer> FollowAsync(Answer page, string link = "@odata.nextLink") => tenant.AsRuntime.GetJsonAsync(page.Json[link]!.GetValue<string>());

    public static string Ids(Answer page) => string.Join(',', page.Values.Select(v => v!["id"]!.GetValue<string>()));

    public ValueTask DisposeAsync() => tenant.DisposeAsync();
}
