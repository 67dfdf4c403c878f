using Hallbarhet.Workspace;
using Spectre.Console;

namespace Hallbarhet.Provisioning;

/// <summary>Shows how far an apply has come: a bar with the time left on a terminal, plain lines anywhere else.</summary>
internal static class ProgressConsole
{
    public static async Task<ApplyResult> WatchAsync(TextWriter output, Func<IProgress<ApplyProgress>, Task<ApplyResult>> apply)
    {
        if (output != Console.Out || Console.IsOutputRedirected)
            return await apply(new Lines(output));
        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => apply(new Bar(context.AddTask("Applying"))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<ApplyProgress>
    {
        public void Report(ApplyProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }

    /// <summary>One line when something new is done; what is corrected downwards is not told.</summary>
    private sealed class Lines(TextWriter output) : IProgress<ApplyProgress>
    {
        private int told;

        public void Report(ApplyProgress value)
        {
            if (value.Done <= told)
                return;
            told = value.Done;
            output.WriteLine($"{value.Done} of {value.Total} changes");
        }
    }
}
