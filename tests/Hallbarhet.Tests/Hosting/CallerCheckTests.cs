using Hallbarhet.Hosting.Access;
using Hallbarhet.Microsoft365.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Hosting;

/// <summary>Who may make the calls that people make; both hosts ask the same code.</summary>
public sealed class CallerCheckTests : IAsyncLifetime
{
    private static readonly string[] Planner = [AppRoles.Plan];
    private Directory directory = null!;

    public async ValueTask InitializeAsync() => directory = await Directory.StartAsync();

    public ValueTask DisposeAsync() => directory.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_directory_with_the_role_is_let_in() =>
        (await AskAsync(directory.Token(Planner))).ShouldBeNull();

    [Fact]
    public async Task An_application_may_be_named_by_its_uri() =>
        (await AskAsync(directory.Token(Planner), o => o.ApiAudience = "api://" + Directory.Audience)).ShouldBeNull();

    [Fact]
    public async Task A_token_without_the_role_is_told_which_it_needs()
    {
        (await AskAsync(directory.Token([AppRoles.PreviewMail]))).ShouldBe(403);
        (await AskAsync(directory.Token([]))).ShouldBe(403);
    }

    [Fact]
    public async Task A_token_for_another_application_is_refused() =>
        (await AskAsync(directory.Token(Planner, audience: "https://graph.microsoft.com"))).ShouldBe(401);

    [Fact]
    public async Task A_token_of_another_directory_is_refused() =>
        (await AskAsync(directory.Token(Planner, issuer: "https://login.example/another/v2.0"))).ShouldBe(401);

    [Fact]
    public async Task A_token_that_has_expired_is_refused() =>
        (await AskAsync(directory.Token(Planner, minutes: -30))).ShouldBe(401);

    [Fact]
    public async Task A_token_that_a_stranger_signed_is_refused() =>
        (await AskAsync(directory.Token(Planner, byStranger: true))).ShouldBe(401);

    [Fact]
    public async Task A_token_that_nobody_signed_is_refused()
    {
        var parts = directory.Token(Planner).Split('.');
        var none = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        (await AskAsync($"{none}.{parts[1]}.")).ShouldBe(401);
        (await AskAsync("not a token")).ShouldBe(401);
    }

    [Fact]
    public async Task A_call_without_a_token_is_refused_whatever_a_gateway_says_of_the_caller()
    {
        var principal = Convert.ToBase64String("""{"claims":[{"typ":"roles","val":"Workspace.Plan"}]}"""u8);
        (await AskAsync(null, header: ("X-MS-CLIENT-PRINCIPAL", principal))).ShouldBe(401);
    }

    [Fact]
    public async Task Without_a_directory_the_calls_are_closed_except_on_this_machine_with_a_local_tenant()
    {
        (await AskAsync(null, o => o.ApiAudience = null)).ShouldBe(403);
        (await AskAsync(null, o => o.ApiAudience = null, isLocal: true)).ShouldBeNull();
        (await AskAsync(null, isLocal: true)).ShouldBe(401, "a directory that is set counts here too");
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_is_nobodys_fault_and_lets_nobody_in() =>
        (await AskAsync(directory.Token(Planner), o => o.EntraMetadata = new Uri("http://127.0.0.1:9/openid-configuration"))).ShouldBe(503);

    [Fact]
    public void The_address_of_the_keys_must_be_one_that_cannot_be_forged()
    {
        new AccessOptions { EntraMetadata = new Uri("http://login.example/keys") }.Problems().ShouldHaveSingleItem().ShouldContain("EntraMetadata");
        new AccessOptions { ApiAudience = "a" }.MetadataOf("t").ToString().ShouldBe("https://login.microsoftonline.com/t/v2.0/.well-known/openid-configuration");
        new AccessOptions { ApiAudience = "a" }.IssuerOf("t").ShouldBe("https://login.microsoftonline.com/t/v2.0");
    }

    /// <returns>The status that refuses; null when let in.</returns>
    private async Task<int?> AskAsync(
        string? token, Action<AccessOptions>? change = null, bool isLocal = false, (string Name, string Value)? header = null)
    {
        var options = new AccessOptions { ApiAudience = Directory.Audience, EntraIssuer = Directory.Issuer, EntraMetadata = directory.Metadata };
        change?.Invoke(options);
        var check = new CallerCheck(Options.Create(options), new Microsoft365Options(), new OpenOnThisMachine(isLocal), NullLogger<CallerCheck>.Instance);
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        if (token is not null) context.Request.Headers.Authorization = $"Bearer {token}";
        if (header is { } more) context.Request.Headers[more.Name] = more.Value;
        if (await check.RefusalAsync(context.Request, [AppRoles.Plan, AppRoles.Apply], TestContext.Current.CancellationToken) is not { } refusal) return null;
        await refusal.ExecuteAsync(context);
        return context.Response.StatusCode;
    }
}
