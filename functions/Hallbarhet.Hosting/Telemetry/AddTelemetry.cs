using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hallbarhet.Hosting.Telemetry;

/// <summary>
/// OpenTelemetry, and Azure Monitor when its connection string is set. HTTP calls are not traced one by one: their addresses name
/// mailboxes, and the run's own count says how many there were.
/// </summary>
public static class TelemetryServices
{
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IServiceCollection AddHallbarhetTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(JobTelemetry.Name))
            .WithTracing(t => t.AddSource(JobTelemetry.Name))
            .WithMetrics(m => m.AddMeter(JobTelemetry.Name))
            .WithLogging(l => l.AddProcessor(new WithoutPersonalData()));
        services.Configure<OpenTelemetryLoggerOptions>(o => o.IncludeScopes = false);
        services.AddLogging(l => l.AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>(JobTelemetry.Name, LogLevel.Information));
        if (configuration[ConnectionString] is not { Length: > 0 } connection) return services;
        telemetry.WithTracing(t => t.AddAzureMonitorTraceExporter(o => Set(o, connection, configuration)))
            .WithMetrics(m => m.AddAzureMonitorMetricExporter(o => Set(o, connection, configuration)))
            .WithLogging(l => l.AddAzureMonitorLogExporter(o => Set(o, connection, configuration)));
        return services;
    }

    private static void Set(AzureMonitorExporterOptions options, string connection, IConfiguration configuration)
    {
        options.ConnectionString = connection;
        if (IdentityOf(configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]) is { } identity)
            options.Credential = new ManagedIdentityCredential(identity);
    }

    /// <summary>Reads the platform's own setting: <c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity.</summary>
    public static ManagedIdentityId? IdentityOf(string? setting)
    {
        var parts = (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        if (!string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase)) return null;
        return parts.TryGetValue("ClientId", out var id) ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned;
    }
}
