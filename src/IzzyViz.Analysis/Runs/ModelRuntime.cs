using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Runs;

/// <summary>A model's session and tokenizer, each opened when it is first needed: a build that finds everything in the store opens neither.</summary>
public sealed class ModelRuntime(RunModel model) : IModelRuntime
{
    private readonly Lazy<ModelSession> _session = new(() => ModelSession.Open(model.Folder, model.Options));
    private readonly Lazy<ExampleEncoder> _encoder = new(() => ExampleEncoder.Open(model.Folder, model.Structure));

    // A model's own lack is the same in every example.
    private readonly HashSet<DiagnosticDescriptor> _told = [];

    public RunModel Model => model;

    public ModelSession Session => _session.Value;

    public ExampleEncoder Encoder => _encoder.Value;

    public bool IsTranslator => model.Structure.Task == ModelTask.Translator;

    public ValueTask<ComputedExample?> AnalyseAsync(AnalysisRequest request, DiagnosticBag bag, CancellationToken cancellation) =>
        ValueTask.FromResult(Analyse(request, bag));

    public ValueTask<double?> CompareOutputsAsync(Example example, DiagnosticBag bag, CancellationToken cancellation) =>
        ValueTask.FromResult(Encoder.Encode(example, bag) is { } encoded ? Session.CheckOutputs(ModelInput.Of(encoded)).Difference : (double?)null);

    internal void TellOnce(IEnumerable<Diagnostic> findings, DiagnosticBag bag) => bag.AddRange(findings.Where(f => _told.Add(f.Descriptor)));

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private ComputedExample? Analyse(AnalysisRequest request, DiagnosticBag bag)
    {
        if (new ExampleAnalysis(this, request.Statistics, bag).Analyse(request.Example, request.KeepsMaps) is not { } summary)
        {
            return null;
        }

        var maps = request.KeepsMaps ? ExampleSummaryFile.Write(summary) : [];
        var numbers = request.KeepsMaps ? summary with { Modules = [.. summary.Modules.Select(m => m with { Maps = [] })] } : summary;
        return new(ExampleSummaryFile.Write(numbers), maps);
    }
}
