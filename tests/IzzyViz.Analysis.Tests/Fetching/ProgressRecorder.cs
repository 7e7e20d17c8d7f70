using IzzyViz.Analysis.Fetching;

namespace IzzyViz.Analysis.Tests.Fetching;

/// <summary>Keeps every report, and lets others wait until a file has come so far.</summary>
internal sealed class ProgressRecorder : IProgress<FetchProgress>
{
    private readonly List<(long Received, TaskCompletionSource Reached)> _waiting = [];

    public List<FetchProgress> Reports { get; } = [];

    public Task Reaches(long received)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((received, reached));
        return reached.Task;
    }

    public void Report(FetchProgress value)
    {
        Reports.Add(value);
        _waiting.Where(w => value.Received >= w.Received).ToList().ForEach(w => w.Reached.TrySetResult());
    }
}
