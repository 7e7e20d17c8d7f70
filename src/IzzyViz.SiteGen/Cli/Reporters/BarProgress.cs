using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Reporters;

internal sealed class BarProgress(IAnsiConsole console) : IProgressTalk
{
    public Task<T> TrackAsync<T>(Func<IStages, Task<T>> work) => console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context => work(new Stages(context)));

    private sealed class Stages(ProgressContext context) : IStages
    {
        public IStage Begin(string what, long total, string? ahead = null)
        {
            // A bar without steps is full from the start.
            var task = context.AddTask(Markup.Escape(what), maxValue: Math.Max(1, total));
            task.Increment(total == 0 ? 1 : 0);
            return new Stage(task);
        }
    }

    private sealed class Stage(ProgressTask task) : IStage
    {
        public void Advance(long steps = 1) => task.Increment(steps);
    }
}
