using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Hosting.Access;
using Shouldly;
using Xunit;
using Directory = Hallbarhet.Tests.Hosting.Directory;

namespace Hallbarhet.Tests.SelfHost;

/// <summary>A host with a key and a directory: machines send the key, people a token, and neither opens the other's calls.</summary>
public sealed class CallsOfPeopleTests : IAsyncLifetime
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private Directory directory = null!;
    private ServedGroup group = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        directory = await Directory.StartAsync();
        group = await ServedGroup.StartAsync(Ct, "--HostKey", Key, "--ApiAudience", Directory.Audience,
            "--EntraIssuer", Directory.Issuer, "--EntraMetadata", directory.Metadata.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await group.DisposeAsync();
        await directory.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "api/workspace/provision", AppRoles.Plan, 202)]
    [InlineData("POST", "api/workspace/provision", AppRoles.Apply, 202)]
    [InlineData("POST", "api/workspace/provision", AppRoles.PreviewMail, 403)]
    [InlineData("GET", "api/mails/M3/preview", AppRoles.PreviewMail, 404, "no meeting is coming")]
    [InlineData("GET", "api/mails/M3/preview", AppRoles.Apply, 403)]
    [InlineData("GET", "api/workspace/provision/00000000-0000-0000-0000-000000000000", AppRoles.Plan, 404)]
    [InlineData("POST", "api/jobs/PlanYear", AppRoles.Apply, 401, "a job asks for the key")]
    public async Task A_token_opens_what_its_role_is_for(string method, string path, string role, int status, string? why = null) =>
        (await SendAsync(method, path, token: directory.Token([role]))).ShouldBe(status, why);

    [Theory]
    [InlineData("POST", "api/jobs/PlanYear", 200)]
    [InlineData("GET", "api/status", 200)]
    [InlineData("POST", "api/workspace/provision", 401)]
    [InlineData("GET", "api/mails/M3/preview", 401)]
    public async Task The_key_opens_what_machines_call(string method, string path, int status) =>
        (await SendAsync(method, path, key: Key)).ShouldBe(status);

    [Fact]
    public async Task Who_may_plan_may_not_apply() =>
        (await SendAsync("POST", "api/workspace/provision", token: directory.Token([AppRoles.Plan]), body: new { apply = "0123456789abcdef" })).ShouldBe(403);

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
        using var answer = await group.Http.SendAsync(request, Ct);
        return (int)answer.StatusCode;
    }
}
