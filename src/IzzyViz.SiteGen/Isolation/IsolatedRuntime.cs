using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Runs;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>A model in a process that is not the tool's own, so that a model that takes its process down takes nothing else.</summary>
internal sealed class IsolatedRuntime(RunModel model, ModelProcess process) : IModelRuntime
{
    private bool _hasAnswered;

    public RunModel Model => model;

    public async ValueTask<ComputedExample?> AnalyseAsync(AnalysisRequest request, DiagnosticBag bag, CancellationToken cancellation)
    {
        var question = new AnalyseExample(request.Example, [.. request.Statistics.Select(s => s.Id)], request.KeepsMaps);
        var (reply, body) = await AskAsync(question, request.Example, bag, cancellation);
        return reply.Numbers is { } numbers ? new(body[..numbers], body[numbers..]) : null;
    }

    public async ValueTask<double?> CompareOutputsAsync(Example example, DiagnosticBag bag, CancellationToken cancellation) =>
        (await AskAsync(new CompareOutputs(example), example, bag, cancellation)).Reply.Difference;

    public void Dispose()
    {
        // The process is its entry's, and the next model replaces this one in it.
    }

    private async Task<(Reply Reply, ReadOnlyMemory<byte> Body)> AskAsync(Request request, Example example, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(cancellation);
            var answer = await process.Child.AskAsync(request, cancellation);
            Replies.Settle(answer.Reply, bag);
            _hasAnswered = true;
            return answer;
        }
        catch (ProcessEndedException ended)
        {
            var where = $"at example '{example.Id}'" + (_hasAnswered ? "" : ", its first");
            process.Dispose();
            _hasAnswered = false;
            throw Replies.Crash(ended.Ending, (model.Id, where), example.Location);
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (process.Holder == this)
        {
            return;
        }

        var open = new OpenModel(model.Id, model.Folder.Path, model.Folder.File, model.ContentHash, model.Options);
        Replies.Settle((await process.Child.AskAsync(open, cancellation)).Reply, new());
        process.Holder = this;
    }
}
