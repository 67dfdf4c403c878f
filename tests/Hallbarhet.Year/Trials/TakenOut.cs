using Hallbarhet.Provisioning;
using Hallbarhet.Year.Checks;

namespace Hallbarhet.Year.Trials;

/// <summary>A request for the year's records, as IT answers it: each file is there, and is what was published.</summary>
public static class TakenOut
{
    public static async Task<Check> TryAsync(Stage stage, YearOptions options)
    {
        var folder = Path.Combine(options.Out, "records");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(["records", "--year", "2026", "--tenant", stage.Tenant.ToString(), "--out", folder], output, errors);
        return Check.That("every record of the year can be taken out, unchanged", code == 0 ? [] : [$"exit code {code}: {errors}"]);
    }
}
