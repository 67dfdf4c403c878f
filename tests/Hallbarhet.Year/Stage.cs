using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year;

/// <summary>The tenant, the people in it and the day it is. Acts and checks meet the product only through what stands here.</summary>
public sealed class Stage(Uri tenant, Content content) : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private readonly HttpClient own = new() { BaseAddress = tenant };
    private readonly Dictionary<string, GraphCaller> callers = [];

    public Uri Tenant => tenant;

    public Content Content => content;

    public Site Site { get; set; } = null!;

    /// <summary>Planner task, list and row ids that acts have to find again, by the content's keys.</summary>
    public Dictionary<string, int> Ids { get; } = [];

    /// <summary>Site user ids by the people's keys.</summary>
    public Dictionary<string, int> UserIds { get; } = [];

    public DateTimeOffset Now { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Things that the acts did, for the day's tick after them.</summary>
    public int ActsDone { get; set; }

    /// <summary>Statuses set that ask the service for something at once; what else people do waits for the afternoon.</summary>
    public int ButtonsPressed { get; set; }

    /// <summary>What people could not do.</summary>
    public List<string> Mishaps { get; } = [];

    public static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    public static DateTimeOffset At(DateOnly date, int hour, int minute = 0)
    {
        var local = date.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    public async Task SetClockAsync(DateTimeOffset now)
    {
        using var answer = await own.PostAsJsonAsync("_tenant/clock", new { now = now.ToUniversalTime() });
        answer.EnsureSuccessStatusCode();
        Now = Local(now);
    }

    /// <summary>Lets time pass from what the tenant's clock says now, which somebody may have moved.</summary>
    public async Task AdvanceClockAsync(TimeSpan by)
    {
        using var answer = await own.PostAsJsonAsync("_tenant/clock", new { advance = by });
        answer.EnsureSuccessStatusCode();
        Now = Local((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset());
    }

    public async Task<JsonElement> TenantAsync(string path) => await own.GetFromJsonAsync<JsonElement>("_tenant/" + path);

    public async Task TellTenantAsync(string path, JsonNode body)
    {
        using var answer = await own.PostAsJsonAsync("_tenant/" + path, body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the service itself, without the people, has asked of Microsoft 365 so far.</summary>
    public async Task<ServiceCost> ServiceCostAsync()
    {
        var log = await TenantAsync($"log?since={int.MaxValue}");
        return log.GetProperty("identities").TryGetProperty("runtime", out var own)
            ? new ServiceCost(own.GetProperty("requests").GetInt32(), own.GetProperty("resourceUnits").GetInt32(), own.GetProperty("writes").GetInt32())
            : new ServiceCost(0, 0, 0);
    }

    /// <summary>
    /// The client of a person, by address or by the key of the example group. What somebody without an account says, Karin writes down.
    /// </summary>
    public async Task<GraphCaller> AsAsync(string person)
    {
        var upn = person.Contains('@') ? person : Person.Of(Person.Of(person).HasAccount ? person : "karin").Upn;
        if (callers.TryGetValue(upn, out var known)) return known;
        return callers[upn] = new GraphCaller(tenant, await TokenAsync(upn, "https://graph.microsoft.com"), await TokenAsync(upn, "https://" + Founding.SiteHost), upn);
    }

    /// <summary>Null for somebody whom the site does not know (yet).</summary>
    public int? UserId(string? key) => key is not null && UserIds.TryGetValue(key, out var id) ? id : null;

    /// <summary>Null for what nobody has written down (yet).</summary>
    public int? Id(string kind, string? key) => key is not null && Ids.TryGetValue(kind + key, out var id) ? id : null;

    public void Dispose()
    {
        own.Dispose();
        foreach (var caller in callers.Values) caller.Dispose();
    }

    private async Task<string> TokenAsync(string upn, string resource)
    {
        using var answer = await own.PostAsJsonAsync("_tenant/token", new { user = upn, resource });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}

/// <param name="Requests">Round trips; a batch counts as one.</param>
/// <param name="ResourceUnits">As SharePoint counts them: 1 for a single read, 2 for a query or write, 5 for permissions.</param>
/// <param name="Writes">Calls that are no GET, parts of batches counted singly.</param>
public sealed record ServiceCost(int Requests, int ResourceUnits, int Writes);
