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
            AnsiConsole.Write(new Text(line + "\n", new Style(Colour(line))));
    }

    private static Color Colour(string line) => line.TrimStart() switch
    {
        ['+', ..] => Color.Green,
        ['~', ..] => Color.Yellow,
        ['!', ..] => Color.Red,
        _ => Color.Default,
    };
}
