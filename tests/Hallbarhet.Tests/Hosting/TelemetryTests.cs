// CA1848, CA1873: these tests speak to the log as any library may.
#pragma warning disable CA1848, CA1873
using System.Diagnostics;
using Azure.Identity;
using Hallbarhet.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Hosting;

/// <summary>What leaves the machine as telemetry.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Mailbox = "karin.exempel@trollhattan.example";
    private readonly Kept kept = new();
    private readonly ServiceProvider services;

    public TelemetryTests() => services = new ServiceCollection().AddLogging()
        .AddHallbarhetTelemetry(new ConfigurationBuilder().Build())
        .ConfigureOpenTelemetryLoggerProvider(l => l.AddProcessor(kept))
        .BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public void A_log_record_keeps_its_ids_and_loses_addresses()
    {
        Logger("Hallbarhet.Hosting.Jobs.JobDesk").LogInformation("{Job} {Run}: {Done} done for {Text}", "SendAgendas", Guid.Empty, 3, $"users/{Mailbox}/messages");

        var record = kept.Records.ShouldHaveSingleItem();
        record.Attributes["Job"].ShouldBe("SendAgendas");
        record.Attributes["Run"].ShouldBe(Guid.Empty);
        record.Attributes["Done"].ShouldBe(3);
        record.Attributes["Text"].ShouldBe("users/(address)/messages");
    }

    [Theory]
    [InlineData("/v1.0/users/hallbarhetsgruppen%40trollhattan.example/messages", "/v1.0/users/(address)/messages")]
    [InlineData("to Karin <karin@trollhattan.example>, and Omar", "to Karin <(address)>, and Omar")]
    [InlineData("M2/Meeting/3/1/Member/7", "M2/Meeting/3/1/Member/7")]
    public void Addresses_are_found_however_they_are_written(string text, string left)
    {
        Logger("Hallbarhet").LogInformation("{Text}", text);
        kept.Records.ShouldHaveSingleItem().Attributes["Text"].ShouldBe(left);
    }

    [Fact]
    public void Of_an_exception_only_its_kind_and_its_place_are_told()
    {
        try
        {
            throw new InvalidOperationException($"Karin wrote: my number is 19121212-1212, {Mailbox}", new FormatException("inner words"));
        }
        catch (InvalidOperationException e)
        {
            Logger("Hallbarhet").LogError(e, "The tick failed");
        }

        var error = kept.Records.ShouldHaveSingleItem().Exception.ShouldNotBeNull();
        error.Message.ShouldBe("System.InvalidOperationException");
        error.InnerException.ShouldBeNull();
        error.ToString().ShouldContain(nameof(Of_an_exception_only_its_kind_and_its_place_are_told));
        error.ToString().ShouldNotContain("Karin");
    }

    [Fact]
    public void Others_are_heard_only_when_they_warn()
    {
        Logger("Azure.Core").LogInformation("GET https://graph.microsoft.com/v1.0/users/someone");
        kept.Records.ShouldBeEmpty();
        Logger("Azure.Core").LogWarning("slow");
        kept.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void Runs_are_traced_and_counted_and_http_calls_are_not()
    {
        services.GetRequiredService<TracerProvider>().ShouldNotBeNull();
        services.GetRequiredService<MeterProvider>().ShouldNotBeNull();
        new ActivitySource(JobTelemetry.Name).HasListeners().ShouldBeTrue();
        new ActivitySource("System.Net.Http").HasListeners().ShouldBeFalse();
    }

    [Fact]
    public void With_a_connection_string_the_exporters_are_there()
    {
        const string connection = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:9/";
        using var exporting = new ServiceCollection().AddLogging().AddHallbarhetTelemetry(new ConfigurationBuilder()
            .AddInMemoryCollection([new(TelemetryServices.ConnectionString, connection)]).Build()).BuildServiceProvider();
        exporting.GetRequiredService<TracerProvider>().ShouldNotBeNull();
        exporting.GetRequiredService<ILoggerFactory>().CreateLogger("Hallbarhet").IsEnabled(LogLevel.Information).ShouldBeTrue();
    }

    [Fact]
    public void The_identity_that_sends_is_the_one_of_the_platforms_setting()
    {
        TelemetryServices.IdentityOf(null).ShouldBeNull();
        TelemetryServices.IdentityOf("Authorization=AAD")!.ToString().ShouldBe(ManagedIdentityId.SystemAssigned.ToString());
        TelemetryServices.IdentityOf("ClientId=abc;Authorization=AAD")!.ToString().ShouldBe("ClientId abc");
    }

    private ILogger Logger(string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    /// <summary>Stands behind the gate, where an exporter stands. Records are used again by the library, so what counts is copied.</summary>
    private sealed class Kept : BaseProcessor<LogRecord>
    {
        public List<(Dictionary<string, object?> Attributes, Exception? Exception)> Records { get; } = [];

        public override void OnEnd(LogRecord data) =>
            Records.Add((data.Attributes?.ToDictionary(a => a.Key, a => a.Value) ?? [], data.Exception));
    }
}
