using Hallbarhet.Hosting.Http;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.SelfHost;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Functions;

/// <summary>Azure's edition and SelfHost do the same, although the tests cannot run the former.</summary>
public sealed class ParityTests
{
    public static TheoryData<string> Jobs => [.. JobCatalog.All.Select(j => j.Name)];

    public static TheoryData<string> Calls => [.. HttpCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_job_has_exactly_one_timer_which_bears_its_name_and_reads_its_schedule(string job)
    {
        var timer = FunctionsSource.All.Where(f => f.Body.Contains($"TickAsync(nameof({job})", StringComparison.Ordinal)).ShouldHaveSingleItem();
        timer.Name.ShouldBe(job);
        timer.Schedule.ShouldBe($"%{JobCatalog.Find(job)!.ScheduleKey}%");
        timer.Body.ShouldBe($"desk.TickAsync(nameof({job}), ct)");
    }

    [Fact]
    public void No_timer_is_without_its_job() =>
        FunctionsSource.All.Where(f => f.Schedule is not null).Select(f => f.Name).Order()
            .ShouldBe(JobCatalog.All.Select(j => j.Name).Order());

    [Theory]
    [MemberData(nameof(Calls))]
    public void An_http_function_has_the_route_and_method_of_the_catalog_and_asks_for_a_key_or_a_token(string call)
    {
        var entry = HttpCatalog.Find(call);
        var http = FunctionsSource.All.Where(f => f.Name == call).ShouldHaveSingleItem().Http.ShouldNotBeNull();
        http.Route.ShouldBe(entry.Route);
        http.Method.ToUpperInvariant().ShouldBe(entry.Method);
        http.Level.ShouldBe(entry.IsByKey ? "AuthorizationLevel.Function" : "AuthorizationLevel.Anonymous", "whoever sends a token has no key");
    }

    [Fact]
    public void No_http_function_is_missing_in_the_catalog() =>
        FunctionsSource.All.Where(f => f.Http is not null).Select(f => f.Name).Order().ShouldBe(HttpCatalog.All.Select(c => c.Name).Order());

    [Fact]
    public async Task SelfHost_answers_every_http_function_at_the_same_route_and_no_other_below_api()
    {
        await using var host = SelfHostApp.Build(["--urls", "http://127.0.0.1:0", "--tenant", "http://127.0.0.1:9", "--MailRedirectAllTo", "it@trollhattan.example"]);
        var endpoints = ((IEndpointRouteBuilder)host).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(e => $"{e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single()} {e.RoutePattern.RawText}"
                         + (e.Metadata.GetMetadata<ByToken>() is null ? " by key" : " by token"));
        endpoints.Order().ShouldBe(HttpCatalog.All.Select(c => $"{c.Method} /api/{c.Route} by {(c.IsByKey ? "key" : "token")}").Order());
    }

    [Fact]
    public void The_queue_has_a_reader_and_so_has_the_queue_of_what_failed() =>
        FunctionsSource.All.Where(f => f.Queue is not null).Select(f => f.Queue).Order()
            .ShouldBe(["StorageWorkQueue.Name", "StorageWorkQueue.Poison"]);

    [Fact]
    public void A_function_binds_and_calls_and_nothing_else()
    {
        FunctionsSource.All.ShouldAllBe(f => f.IsOneExpression);
        FunctionsSource.All.Count(f => f.Schedule is null && f.Http is null && f.Queue is null).ShouldBe(0);
        FunctionsSource.All.Select(f => f.Name).ShouldBeUnique();
    }
}
