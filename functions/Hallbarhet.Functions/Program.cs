using Hallbarhet.Functions;
using Hallbarhet.Hosting;
using Hallbarhet.Hosting.Provisioning;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.Hosting.Work;
using Hallbarhet.Microsoft365.PnP;
using Hallbarhet.Microsoft365.SharePoint;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
LocalTenant.From(builder.Configuration).AddTo(builder.Services);
builder.Services.AddSingleton<SharePointFor>(_ => connection => SharePointClients.Choose(connection, c => new PnpSharePoint(c)))
    .AddHallbarhet(builder.Configuration)
    .AddSingleton<AppStorage>()
    .AddSingleton<IWorkQueue, StorageWorkQueue>()
    .AddSingleton<IWorkStore, BlobWorkStore>()
    .AddOpenTelemetry().UseFunctionsWorkerDefaults();
await builder.Build().RunAsync();
