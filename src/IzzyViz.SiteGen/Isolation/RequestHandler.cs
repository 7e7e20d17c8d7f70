using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Capturing;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>Does what is asked, inside the process that may be lost over it.</summary>
internal sealed class RequestHandler : IDisposable
{
    private ModelRuntime? _runtime;

    public async Task<(Reply Reply, ReadOnlyMemory<byte> Body)> AnswerAsync(Request request)
    {
        var bag = new DiagnosticBag();
        try
        {
            var (reply, body) = await DoAsync(request, bag);
            return (reply with { Findings = bag.Items }, body);
        }
        catch (Exception exception)
        {
            // This process has no other Main; the tool's own reports what is sent back.
            var stack = exception is DiagnosticException ? null : exception.ToString();
            return (new() { Findings = bag.Items, Failure = Failures.Describe(exception), Stack = stack }, default);
        }
    }

    public void Dispose() => _runtime?.Dispose();

    private async Task<(Reply Reply, ReadOnlyMemory<byte> Body)> DoAsync(Request request, DiagnosticBag bag)
    {
        switch (request)
        {
            case OpenModel open:
                Dispose();
                _runtime = Open(open);
                return (new(), default);
            case AnalyseExample analyse:
                return await AnalyseAsync(analyse, bag);
            case CompareOutputs compare:
                return (new() { Difference = await _runtime!.CompareOutputsAsync(compare.Example, bag, CancellationToken.None) }, default);
            case RunCapture capture:
                CaptureCommand.Capture(Verbs.CreateRoot().Parse(capture.Arguments), bag);
                return (new(), default);
            default:
                throw new InvalidOperationException($"A request of the kind {request.GetType().Name} is not known.");
        }
    }

    /// <summary>What is wrong with the model was reported where it was read first.</summary>
    private static ModelRuntime Open(OpenModel open)
    {
        var bag = new DiagnosticBag();
        return ModelFolder.Find(open.Path, open.File, bag) is { } folder && ModelReader.Inspect(folder, bag) is { } structure
            ? new(new(open.Id, folder, structure, open.ContentHash, open.Options))
            : throw new DiagnosticException(bag.Items[0]);
    }

    private async Task<(Reply Reply, ReadOnlyMemory<byte> Body)> AnalyseAsync(AnalyseExample analyse, DiagnosticBag bag)
    {
        ImmutableArray<StatisticDefinition> statistics = [.. analyse.Statistics.Select(id => StatisticCatalogue.All.First(s => s.Id == id))];
        var computed = await _runtime!.AnalyseAsync(new(analyse.Example, statistics, analyse.KeepsMaps), bag, CancellationToken.None);
        return computed is { } result
            ? (new() { Numbers = result.Numbers.Length }, (byte[])[.. result.Numbers.Span, .. result.Maps.Span])
            : (new(), default);
    }
}
