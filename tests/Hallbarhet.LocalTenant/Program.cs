using System.Runtime.InteropServices;
using Hallbarhet.LocalTenant;

if (!CommandLine.TryRead(args, out var options, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
try
{
    await using var server = await LocalTenantServer.StartAsync(options, stop.Token);
    Console.WriteLine(CommandLine.Settings(server));
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (Exception e) when (e is InvalidOperationException or ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
