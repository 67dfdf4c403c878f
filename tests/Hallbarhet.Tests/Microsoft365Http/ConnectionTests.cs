using System.Net;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Kiota.Abstractions;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365Http;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(400, typeof(RequestRejectedException))]
    [InlineData(401, typeof(SetupProblemException))]
    [InlineData(403, typeof(AccessDeniedException))]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(409, typeof(ConflictException))]
    [InlineData(410, typeof(NotFoundException))]
    [InlineData(412, typeof(PreconditionFailedException))]
    [InlineData(423, typeof(ServiceUnavailableException))]
    [InlineData(429, typeof(ServiceUnavailableException))]
    [InlineData(500, typeof(ServiceUnavailableException))]
    [InlineData(501, typeof(RequestRejectedException))]
    public async Task What_may_be_done_about_an_error_is_its_type(int status, Type expected)
    {
        using var service = StubService.With((HttpStatusCode)status, "0", """{"error":{"code":"someCode","message":"Something happened."}}""");
        using var connection = service.Connect(maxRetries: 0);
        var error = await Should.ThrowAsync<Microsoft365Exception>(() => connection.Graph.Users["u"].GetAsync(null, TestContext.Current.CancellationToken));
        error.ShouldBeOfType(expected);
        error.Code.ShouldBe("someCode");
        error.Message.ShouldStartWith($"GET /v1.0/users/u was answered {status} someCode: Something happened.");
    }

    [Fact]
    public async Task SharePoint_errors_are_read_in_their_own_form()
    {
        using var service = StubService.With(HttpStatusCode.BadRequest,
            body: """{"odata.error":{"code":"-2130575276, Microsoft.SharePoint.SPException","message":{"lang":"en-US","value":"The user does not exist."}}}""");
        using var connection = service.Connect(maxRetries: 0);
        var error = await Should.ThrowAsync<RequestRejectedException>(() => connection.SharePoint.GetAsync(new Uri("_api/web", UriKind.Relative), TestContext.Current.CancellationToken));
        error.Message.ShouldEndWith("The user does not exist.");
        service.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer t");
    }

    [Fact]
    public async Task The_run_goes_out_with_every_call_and_counts_its_round_trips()
    {
        using var service = StubService.With(HttpStatusCode.OK);
        using var connection = service.Connect();
        var id = Guid.NewGuid();
        using (var run = Microsoft365Run.Start(id))
        {
            await connection.Graph.Users["u"].GetAsync(null, TestContext.Current.CancellationToken);
            await connection.SharePoint.GetAsync(new Uri("_api/web", UriKind.Relative), TestContext.Current.CancellationToken);
            run.Requests.ShouldBe(2);
        }
        await connection.Graph.Users["u"].GetAsync(null, TestContext.Current.CancellationToken);
        service.Calls.Select(call => call.RunId == id.ToString()).ShouldBe([true, true, false]);
        service.Calls.ShouldAllBe(call => call.Agent == "NONISV|Trollhattan|HallbarhetM365/1.0");
        connection.Counter.Requests.ShouldBe(3);
    }

    [Fact]
    public void A_wrong_setting_is_named_together_with_what_to_write()
    {
        var options = Microsoft365Options.ForLocalTenant(new Uri("http://127.0.0.1:9/"), LocalTenantIdentities.Runtime);
        var error = Should.Throw<SetupProblemException>(() => new Microsoft365Connection(options with { SiteHost = "https://contoso.sharepoint.com", SitePath = "sites/x/" }));
        error.Message.Split(Environment.NewLine).ShouldBe(
        [
            "Microsoft365:SiteHost must be SharePoint's host name alone, for example contoso.sharepoint.com.",
            "Microsoft365:SitePath must start with a slash and not end with one, for example /sites/ekologiska-hallbarhetsgruppen.",
        ]);
    }

    [Fact]
    public async Task A_tenant_that_is_not_there_is_said_in_one_sentence()
    {
        using var connection = new Microsoft365Connection(Microsoft365Options.ForLocalTenant(new Uri("http://127.0.0.1:9/"), LocalTenantIdentities.Runtime));
        var error = await Should.ThrowAsync<SetupProblemException>(() => connection.Graph.Users["u"].GetAsync(null, TestContext.Current.CancellationToken));
        error.Message.ShouldStartWith("Microsoft 365 cannot be reached at http://127.0.0.1:9 (");
        error.Message.ShouldEndWith("Check the address in the settings and the network.");
    }

    [Fact]
    public async Task An_address_on_another_host_gets_no_token()
    {
        using var service = StubService.With(HttpStatusCode.OK);
        using var connection = service.Connect();
        var request = new RequestInformation { HttpMethod = Method.PUT, URI = new Uri("http://localhost:9/upload/1") };
        request.SetStreamContent(new MemoryStream([1]), "application/octet-stream");
        await connection.Graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, null, TestContext.Current.CancellationToken);
        service.Calls.ShouldHaveSingleItem().Authorization.ShouldBeNull();
    }
}
