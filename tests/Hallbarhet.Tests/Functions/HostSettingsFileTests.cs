using System.Text.Json.Nodes;
using Hallbarhet.SelfHost;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Functions;

/// <summary>host.json holds decisions (docs/decisions/0020); a value that changes there is decided again here.</summary>
public sealed class HostSettingsFileTests
{
    private readonly JsonNode host = JsonNode.Parse(File.ReadAllText(Path.Combine(FunctionsSource.Folder, "host.json")))!;

    [Theory]
    [InlineData("version", "2.0", "the only one that the runtime 4 reads")]
    [InlineData("functionTimeout", "00:30:00", "provisioning a new site takes minutes; what takes longer has hung")]
    [InlineData("telemetryMode", "OpenTelemetry", "one kind of telemetry, and the worker's own goes through the gate for personal data")]
    [InlineData("logging.logLevel.default", "Warning", "the platform's own chatter costs by the gigabyte")]
    [InlineData("logging.logLevel.Function", "Information", "which function ran, and how it ended")]
    [InlineData("concurrency.dynamicConcurrencyEnabled", "false", "one piece of work at a time in an instance, and that is fixed")]
    [InlineData("extensions.http.routePrefix", "api", "the same addresses as in SelfHost")]
    [InlineData("extensions.queues.batchSize", "1", "work is long and each instance takes one piece; more instances share the rest")]
    [InlineData("extensions.queues.newBatchThreshold", "0", "nothing is fetched while something is done")]
    [InlineData("extensions.queues.visibilityTimeout", "00:01:00", "the pause before the next attempt")]
    [InlineData("extensions.queues.maxPollingInterval", "00:00:10", "a person waits for the status address")]
    [InlineData("extensions.queues.messageEncoding", "base64", "as the sender writes it")]
    public void A_setting_is_as_decided(string path, string value, string why)
    {
        var found = path.Split('.').Aggregate<string, JsonNode?>(host, (node, name) => node?[name]);
        found.ShouldNotBeNull().ToString().ShouldBe(value, why);
    }

    [Fact]
    public void Both_hosts_try_as_often_and_pause_as_long()
    {
        var queues = host["extensions"]!["queues"]!;
        queues["maxDequeueCount"]!.GetValue<int>().ShouldBe(WorkLoop.Attempts);
        TimeSpan.Parse(queues["visibilityTimeout"]!.GetValue<string>(), null).ShouldBe(Patience.Usual.Pause);
    }

    [Fact]
    public void A_timer_is_not_repeated_the_next_tick_is() => host["retry"].ShouldBeNull();
}
