using Hallbarhet.Functions;
using Hallbarhet.Hosting;
using Hallbarhet.Hosting.Access;
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
var tenant = LocalTenant.From(builder.Configuration);
tenant.AddTo(builder.Services);
builder.Services.AddSingleton(new OpenOnThisMachine(tenant.Address is not null))
    .AddSingleton<SharePointFor>(_ => connection => SharePointClients.Choose(connection, c => new PnpSharePoint(c)))
    .AddHallbarhet(builder.Configuration)
    .AddSingleton<AppStorage>()
    .AddSingleton<IWorkQueue, StorageWorkQueue>()
    .AddSingleton<IWorkStore, BlobWorkStore>()
    .AddOpenTelemetry().UseFunctionsWorkerDefaults();
await builder.Build().RunAsync();
