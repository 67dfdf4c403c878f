using System.Text;
using Hallbarhet.Hosting.Http;
using Hallbarhet.Hosting.Jobs;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Functions;

/// <summary>The function list in docs/operations.md comes from the catalogs. APPROVE=1 writes it anew.</summary>
public sealed class FunctionListTests
{
    private const string Begin = "<!-- functions:begin -->";
    private const string End = "<!-- functions:end -->";
    private static readonly string File = Path.Combine(Repository.Root, "docs", "operations.md");

    [Fact]
    public void The_operations_page_lists_every_function_with_its_route_or_schedule()
    {
        var page = System.IO.File.ReadAllText(File);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        (from >= 0 && to > from).ShouldBeTrue($"{File} needs the lines {Begin} and {End}.");
        var wanted = page[..(from + Begin.Length)] + "\n" + List() + page[to..];
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") System.IO.File.WriteAllText(File, wanted);
        System.IO.File.ReadAllText(File).ShouldBe(wanted, "Run with APPROVE=1 and read what it writes.");
    }

    private static string List()
    {
        var text = new StringBuilder();
        text.Append("Schedules are NCRONTAB with seconds in UTC, on purpose wider than Stockholm's working hours in summer and winter: each job decides in ");
        text.Append("Stockholm time whether anything is due. A missed, late or doubled tick does no harm; a timer is not repeated, the next tick is.\n\n");
        text.Append("| Timer | App setting | Default |\n|---|---|---|\n");
        foreach (var job in JobCatalog.All) text.Append(null, $"| {job.Name} | `{job.ScheduleKey}` | `{job.DefaultSchedule}` |\n");
        text.Append("\n| HTTP function | Call | Lets in | Does |\n|---|---|---|---|\n");
        foreach (var call in HttpCatalog.All)
            text.Append(null, $"| {call.Name} | `{call.Method} /api/{call.Route}` | {Guard(call)} | {call.Does} |\n");
        text.Append("\n| Queue function | Reads | Does |\n|---|---|---|\n");
        text.Append("| DoWork | `hallbarhet-work` | What was answered with 202, on any instance; five attempts a minute apart. |\n");
        text.Append("| ShowPoison | `hallbarhet-work-poison` | What was given up: shown by its status address, by Status, and mailed to IT (M12). |\n");
        return text.ToString();
    }

    private static string Guard(HttpEntry call) =>
        call.IsByKey ? "function key" : "token with " + string.Join(" or ", call.Roles.Select(r => $"`{r}`"));
}
