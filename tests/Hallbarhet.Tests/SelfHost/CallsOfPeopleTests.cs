using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Hosting.Access;
using Shouldly;
using Xunit;
using Directory = Hallbarhet.Tests.Hosting.Directory;

namespace Hallbarhet.Tests.SelfHost;

/// <summary>A host with a key and a directory: machines send the key, people a token, and neither opens the other's calls.</summary>
public sealed class CallsOfPeopleTests(CallsOfPeopleTests.GuardedHost host) : IClassFixture<CallsOfPeopleTests.GuardedHost>
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "api/workspace/provision", AppRoles.Plan, 202)]
    [InlineData("POST", "api/workspace/provision", AppRoles.Apply, 202)]
    [InlineData("POST", "api/workspace/provision", AppRoles.PreviewMail, 403)]
    [InlineData("GET", "api/mails/M3/preview", AppRoles.PreviewMail, 404, "no meeting is coming")]
    [InlineData("GET", "api/mails/M3/preview", AppRoles.Apply, 403)]
    [InlineData("GET", "api/workspace/provision/00000000-0000-0000-0000-000000000000", AppRoles.Plan, 404)]
    [InlineData("POST", "api/jobs/PlanYear", AppRoles.Apply, 401, "a job asks for the key")]
    public async Task A_token_opens_what_its_role_is_for(string method, string path, string role, int status, string? why = null) =>
        (await SendAsync(method, path, token: host.Directory.Token([role]))).ShouldBe(status, why);

    [Theory]
    [InlineData("POST", "api/jobs/PlanYear", 200)]
    [InlineData("GET", "api/status", 200)]
    [InlineData("POST", "api/workspace/provision", 401)]
    [InlineData("GET", "api/mails/M3/preview", 401)]
    public async Task The_key_opens_what_machines_call(string method, string path, int status) =>
        (await SendAsync(method, path, key: Key)).ShouldBe(status);

    [Fact]
    public async Task Who_may_plan_may_not_apply() =>
        (await SendAsync("POST", "api/workspace/provision", token: host.Directory.Token([AppRoles.Plan]), body: new { apply = "0123456789abcdef" })).ShouldBe(403);

    [Fact]
    public async Task While_Microsoft_365_is_away_a_call_says_so()
    {
        await host.Group.Tenant.FaultsAsync(new { method = "*", path = "*", mode = "refuse", status = 503 });
        (await SendAsync("GET", "api/status", key: Key)).ShouldBe(503);
        (await SendAsync("POST", "api/reports/1/compile", key: Key)).ShouldBe(503);
        (await SendAsync("POST", "api/jobs/PlanYear", key: Key)).ShouldBe(200, "a job tells it in its outcome");
        await host.Group.Tenant.FaultsAsync();
    }

    [Fact]
    public async Task Health_is_open() => (await SendAsync("GET", "health")).ShouldBe(200);

    [Theory]
    [InlineData("api/status?meeting=three", 400)]
    [InlineData("api/status?meeting=4711", 200)]
    public async Task A_meeting_is_named_by_its_number(string path, int status) => (await SendAsync("GET", path, key: Key)).ShouldBe(status);

    private async Task<int> SendAsync(string method, string path, string? token = null, string? key = null, object? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        if (body is not null) request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        using var answer = await host.Group.Http.SendAsync(request, Ct);
        return (int)answer.StatusCode;
    }

    public sealed class GuardedHost : IAsyncLifetime
    {
        internal Directory Directory { get; private set; } = null!;

        internal ServedGroup Group { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Directory = await Directory.StartAsync();
            Group = await ServedGroup.StartAsync(Ct, "--HostKey", Key, "--ApiAudience", Directory.Audience,
                "--EntraIssuer", Directory.Issuer, "--EntraMetadata", Directory.Metadata.ToString());
        }

        public async ValueTask DisposeAsync()
        {
            await Group.DisposeAsync();
            await Directory.DisposeAsync();
        }
    }
}
