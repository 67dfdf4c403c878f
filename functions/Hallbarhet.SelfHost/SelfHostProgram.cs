using Hallbarhet.Hosting.Settings;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Options;

namespace Hallbarhet.SelfHost;

/// <summary>The service without Azure: <c>--urls http://127.0.0.1:PORT [--tenant URL] [--clock system|tenant]</c>.</summary>
public static class SelfHostProgram
{
    /// <returns>0 after an ordered stop, 1 when a setting is missing or wrong; the reason stands on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = SelfHostApp.Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures) await Console.Error.WriteLineAsync(failure);
            return 1;
        }
        catch (Exception e) when (e is SetupProblemException or HostSettingException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
