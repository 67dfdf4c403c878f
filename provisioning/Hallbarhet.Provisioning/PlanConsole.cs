using Hallbarhet.Workspace.Planning;
using Spectre.Console;

namespace Hallbarhet.Provisioning;

/// <summary>Shows a plan, in colour on a terminal and plain anywhere else.</summary>
internal static class PlanConsole
{
    public static async Task WriteAsync(TextWriter output, Plan plan, string format)
    {
        var text = format switch
        {
            "json" => PlanRenderer.Json(plan),
            "markdown" => PlanRenderer.Markdown(plan),
            _ => PlanRenderer.Text(plan),
        };
        if (format == "text" && output == Console.Out && !Console.IsOutputRedirected)
            WriteInColour(text);
        else
            await output.WriteAsync(text);
    }

    private static void WriteInColour(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            AnsiConsole.Write(new Text(line + "\n", StyleOf(line)) { Overflow = Overflow.Fold });
    }

    private static Style StyleOf(string line) => line switch
    {
        _ when line.Contains(" LOSES DATA", StringComparison.Ordinal) => new Style(Color.Red, decoration: Decoration.Bold),
        [' ', ' ', '+', ..] => new Style(Color.Green),
        [' ', ' ', '~', ..] => new Style(Color.Yellow),
        [' ', ' ', '±', ..] or ['x', ' ', ..] => new Style(Color.Red),
        ['!', ' ', ..] => new Style(Color.Yellow, decoration: Decoration.Bold),
        ['i', ' ', ..] => new Style(Color.Grey),
        _ => new Style(decoration: Decoration.Bold),
    };
}
