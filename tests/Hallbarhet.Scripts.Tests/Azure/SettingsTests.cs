using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hallbarhet.Hosting.Access;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Provisioning;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Configuration;

namespace Hallbarhet.Scripts.Tests.Azure;

/// <summary>What Bicep sets is what the host reads: names, schedules, identities, queues and roles.</summary>
public sealed partial class SettingsTests
{
    private static readonly Type[] FlatOptions = [typeof(GroupOptions), typeof(MailOptions), typeof(AccessOptions), typeof(ProvisioningOptions)];

    /// <summary>Read by the Functions host and by its exporter, not by our options.</summary>
    private static readonly string[] OfThePlatform =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    /// <summary>For tests with another directory than Entra; Azure takes Entra's own.</summary>
    private static readonly string[] NeverInAzure = [nameof(AccessOptions.EntraMetadata), nameof(AccessOptions.EntraIssuer)];

    private static readonly string[] WritingFiles = ["app", "main"];

    public static TheoryData<string> Environments => ["test", "production"];

    [Fact]
    public void Schedules_are_those_of_the_job_catalog()
    {
        var schedules = JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Text("scripts/azure/schedules.json"))!;

        schedules.ShouldBe(JobCatalog.All.ToDictionary(j => j.ScheduleKey, j => j.DefaultSchedule), ignoreOrder: true);
    }

    [Fact]
    public void Every_setting_that_Bicep_writes_is_read_by_somebody()
    {
        var written = Written().Concat(OfParameters("test")).Except(OfThePlatform);

        written.Where(name => !Readable().Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_setting_of_the_group_is_written(string environment)
    {
        var written = Written().Concat(OfParameters(environment)).ToHashSet();

        FlatOptions.SelectMany(o => o.GetProperties()).Where(p => p.CanWrite).Select(p => p.Name).Except(NeverInAzure).Where(name => !written.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Example_parameters_make_settings_that_the_host_accepts(string environment)
    {
        var configuration = Configuration(environment);

        configuration.Get<GroupOptions>()!.Problems().ShouldBeEmpty();
        configuration.Get<MailOptions>()!.Problems().ShouldBeEmpty();
        configuration.Get<AccessOptions>()!.Problems().ShouldBeEmpty();
        configuration.Get<MailOptions>()!.MailLive.ShouldBeFalse("the first start redirects all mail");
        configuration.GetSection(Microsoft365Options.SectionName).Get<Microsoft365Options>()!.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void Queues_are_those_that_the_triggers_read()
    {
        var name = Regex.Match(Repository.Text("functions/Hallbarhet.Functions/StorageWorkQueue.cs"), "string Name = \"([^\"]+)\"").Groups[1].Value;

        Repository.Text("scripts/azure/storage.bicep").ShouldContain($"var queueNames = ['{name}', '{name}-poison']");
    }

    [Fact]
    public void Deployers_may_give_away_exactly_the_roles_that_Bicep_gives()
    {
        var given = Repository.Files("scripts/azure", "*.bicep").SelectMany(f => Role().Matches(Repository.Text(f))).Select(m => m.Value).Distinct();
        var allowed = Role().Matches(Repository.Text("scripts/entra/Grant-Azure.ps1")).Select(m => m.Value).Distinct();

        allowed.Order().ShouldBe(given.Order());
    }

    [Fact]
    public void Registered_roles_are_those_that_the_calls_ask_for()
    {
        var script = Repository.Text("scripts/entra/New-ApiRegistration.ps1");

        Regex.Matches(script, "Value = '([^']+)'").Select(m => m.Groups[1].Value).ShouldBe(AppRoles.All);
        script.ShouldContain($"[ValidateSet({string.Join(", ", AppRoles.All.Select(r => $"'{r}'"))})]");
    }

    [Fact]
    public void Status_of_long_work_is_kept_in_the_container_that_Bicep_empties()
    {
        var name = Regex.Match(Repository.Text("functions/Hallbarhet.Functions/BlobWorkStore.cs"), "string Name = \"([^\"]+)\"").Groups[1].Value;

        Repository.Text("scripts/azure/storage.bicep").ShouldContain($"prefixMatch: ['{name}/']");
    }

    [Fact]
    public void Host_waits_longer_than_the_lease_of_a_job_and_gives_work_up_after_some_attempts()
    {
        var host = JsonDocument.Parse(Repository.Text("functions/Hallbarhet.Functions/host.json")).RootElement;

        TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(TimeSpan.FromMinutes(10));
        host.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32().ShouldBeInRange(2, 10);
        // The alerts read what the exporter of this mode writes.
        host.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
    }

    /// <summary>Names in app.bicep and main.bicep that become app settings.</summary>
    private static IEnumerable<string> Written() => WritingFiles.SelectMany(f => Setting().Matches(Repository.Text($"scripts/azure/{f}.bicep"))).Select(m => m.Groups[1].Value).Distinct();

    private static HashSet<string> Readable() =>
    [
        .. FlatOptions.SelectMany(o => o.GetProperties()).Select(p => p.Name),
        .. typeof(Microsoft365Options).GetProperties().Select(p => $"{Microsoft365Options.SectionName}__{p.Name}"),
    ];

    private static IEnumerable<string> OfParameters(string environment) => Parameters(environment).GetProperty("groupSettings").GetProperty("value").EnumerateObject().Select(p => p.Name);

    private static JsonElement Parameters(string environment) => JsonDocument.Parse(
        JsonDocument.Parse(Bicep.Compile($"scripts/azure/{environment}.bicepparam")).RootElement.GetProperty("parametersJson").GetString()!).RootElement.GetProperty("parameters");

    /// <summary>As the app would see them: a parameter is the setting of the same name with a capital, or of Microsoft365.</summary>
    private static IConfiguration Configuration(string environment)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var parameter in Parameters(environment).EnumerateObject().Where(p => p.Name != "groupSettings"))
        {
            var name = char.ToUpperInvariant(parameter.Name[0]) + parameter.Name[1..];
            settings[typeof(Microsoft365Options).GetProperty(name) is null ? name : $"{Microsoft365Options.SectionName}:{name}"] = parameter.Value.GetProperty("value").ToString();
        }
        foreach (var setting in Parameters(environment).GetProperty("groupSettings").GetProperty("value").EnumerateObject()) settings[setting.Name] = setting.Value.GetString();
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    [GeneratedRegex(@"(?:^\s+|\{ )([A-Z][A-Za-z0-9]*(?:_+[A-Za-z0-9_]+)?): ", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Role();
}
