namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>A line when a stage begins and after every tenth of it: logs stay short, and no clock is needed.</summary>
internal sealed class LineProgress(Action<string> say) : IProgressTalk
{
    public Task<T> TrackAsync<T>(Func<IStages, Task<T>> work) => work(new Stages(say));

    private sealed class Stages(Action<string> say) : IStages
    {
        public IStage Begin(string what, long total, string? ahead = null)
        {
            say($"{what}: {ahead ?? $"{total} to do"}");
            return new Stage(what, total, say);
        }
    }

    private sealed class Stage(string what, long total, Action<string> say) : IStage
    {
        private readonly Lock _gate = new();
        private long _done;

        public void Advance(long steps = 1)
        {
            lock (_gate)
            {
                var before = Tenth(_done);
                _done += steps;
                if (Tenth(_done) > before)
                {
                    say($"{what}: {_done} of {total}");
                }
            }
        }

        private long Tenth(long done) => total == 0 ? 0 : done * 10 / total;
    }
}

/// <summary>For those who asked for quiet.</summary>
internal sealed class NoProgress : IProgressTalk
{
    public Task<T> TrackAsync<T>(Func<IStages, Task<T>> work) => new LineProgress(static _ => { }).TrackAsync(work);
}
