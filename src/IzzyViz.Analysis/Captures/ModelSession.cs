using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures;

/// <summary>A model ready to run, its attention among its outputs. One run at a time.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly ImmutableArray<GraphRunner> _runners;
    private readonly ModelFolder _folder;
    private readonly TokenInputs _tokens;

    private bool? _isCausal;

    private ModelSession(ModelFolder folder, ImmutableArray<GraphRunner> runners, CaptureOptions options)
    {
        (_folder, _runners, _tokens) = (folder, runners, new(folder, runners, options.Feed));
        Modules = [.. runners.SelectMany(r => r.Modules).Select(m => m.Module).OrderBy(m => m.Kind).ThenBy(m => m.Layer)];
    }

    /// <summary>What each run captures, in the order of kind and layer; heads are known after calibration.</summary>
    public ImmutableArray<AttentionModule> Modules { get; private set; }

    /// <exception cref="DiagnosticException">The model cannot be read, or the runtime refuses it.</exception>
    public static ModelSession Open(ModelFolder folder, CaptureOptions? options = null)
    {
        var used = options ?? CaptureOptions.Default;
        var session = new ModelSession(folder, [.. folder.Graphs.Select(g => Runner(g, folder.Config, used))], used);
        if (used.Calibrate && session._runners.Any(r => r.Modules.Length > 0))
        {
            session.Calibrate();
        }

        return session;
    }

    private static GraphRunner Runner(GraphFile file, ModelConfig config, CaptureOptions options)
    {
        var bag = new DiagnosticBag();
        return GraphAnalysis.Open(file, options.UseCache, bag) is { } analysis && !bag.HasErrors
            ? new(analysis, config, options)
            : throw new DiagnosticException(bag.Items.First(d => d.Severity == Severity.Error));
    }

    /// <summary>What a run is fed for tensors given by name, as far as that is tokens: with those that follow from the options, and with the start token of a decoder that was given none.</summary>
    /// <exception cref="DiagnosticException">A decoder has no tokens to read, and its config does not tell what it starts with.</exception>
    public PreparedInputs Prepare(IReadOnlyDictionary<string, Tensor> given) => _tokens.Prepare(given);

    /// <summary>Runs one example.</summary>
    public Capture Run(ModelInput input) => Run(input.ToTensors());

    /// <summary>Runs tensors as they are, by name; what the graphs need besides is derived.</summary>
    public Capture Run(IReadOnlyDictionary<string, Tensor> given)
    {
        var reader = new CaptureReader(_folder, _isCausal);
        given = Prepared(given, reader);
        var (runs, modules) = (ImmutableArray.CreateBuilder<GraphRun>(), new List<CapturedModule>());
        foreach (var runner in _runners)
        {
            runs.Add(runner.Run(given));
            modules.AddRange(reader.Modules(runner, runs[^1], runner.Modules));
            reader.ReadHidden(runner, runs[^1]);
            given = EncoderStates.Added(given, runner, runs[^1]);
        }

        return reader.Finish([.. modules.OrderBy(m => m.Module.Kind).ThenBy(m => m.Module.Layer)], (_runners[^1], runs[^1]), [.. runs]);
    }

    /// <summary>Runs one example and shows its modules one by one; see the other form.</summary>
    public Capture Visit(ModelInput input, Action<CapturedModule> visit) => Visit(input.ToTensors(), visit);

    /// <summary>
    /// Runs tensors and shows each module in the order of the data flow. A module's memory ends when the visit returns, so that where all maps together
    /// are larger than <see cref="CaptureOptions.MapMemory"/> the graph is run layer by layer and no more than one layer's maps are there at a time.
    /// </summary>
    /// <returns>The capture without its modules.</returns>
    public Capture Visit(IReadOnlyDictionary<string, Tensor> given, Action<CapturedModule> visit)
    {
        var reader = new CaptureReader(_folder, _isCausal);
        given = Prepared(given, reader);
        var runs = ImmutableArray.CreateBuilder<GraphRun>();
        foreach (var runner in _runners)
        {
            runs.Add(new ModuleVisit(runner, reader, visit).Run(given));
            given = EncoderStates.Added(given, runner, runs[^1]);
        }

        return reader.Finish([], (_runners[^1], runs[^1]), [.. runs]);
    }

    /// <summary>Once per model: whether capturing changes what the model says.</summary>
    public OutputComparison CheckOutputs(ModelInput input) => CheckOutputs(input.ToTensors());

    /// <summary>The same over tensors as they are, by name.</summary>
    public OutputComparison CheckOutputs(IReadOnlyDictionary<string, Tensor> given)
    {
        var whole = OutputComparison.Equal;
        given = Prepare(given).Tensors;
        foreach (var runner in _runners)
        {
            using var run = runner.IsTooLarge(given) ? runner.Stream(given, (_, _) => { }) : runner.Run(given);
            using var plain = runner.RunPlain(run.Feeds);
            whole = whole.With(OutputComparison.Of(runner, run, plain));
            given = EncoderStates.Added(given, runner, run);
        }

        return whole;
    }

    /// <summary>What an encoder-decoder writes for a source, greedily: target ids from the start token to the end token.</summary>
    /// <param name="most">Bound on the length.</param>
    public ImmutableArray<int> Translate(ModelInput input, int most = 64) => new Continuation(_folder, _runners).Translate(input, most);

    /// <summary>The inputs of one example with what a decoder writes behind its tokens, greedily; fewer steps where it writes its end token or has no more positions.</summary>
    /// <exception cref="DiagnosticException">The model has no logits, or the inputs are a batch, padded, or hold a filled cache.</exception>
    public ImmutableSortedDictionary<string, Tensor> Continue(IReadOnlyDictionary<string, Tensor> given, int steps) => new Continuation(_folder, _runners).Continue(_tokens.Prepare(given, starts: false).Tensors, steps);

    private ImmutableSortedDictionary<string, Tensor> Prepared(IReadOnlyDictionary<string, Tensor> given, CaptureReader reader)
    {
        var prepared = Prepare(given);
        reader.Add(prepared.Findings);
        return prepared.Tensors;
    }

    private void Calibrate()
    {
        try
        {
            using var capture = Run(Calibration.Input(_runners));
            _isCausal = IsCausal(capture);
            Modules = [.. capture.Modules.Select(m => m.Module)];
        }
        catch (DiagnosticException e) when (IsNoFault(e.Diagnostic.Descriptor))
        {
            // A model of images or of a fixed length cannot be tried on tokens of ours: the first example tells.
            _isCausal = null;
        }
    }

    private static bool IsNoFault(DiagnosticDescriptor found) => found == ModelDiagnostics.NeedsInput || found == ModelDiagnostics.WrongInput || found == ModelDiagnostics.TooManyTokens;

    /// <summary>Of one graph whose self-attention stands alone; null for others.</summary>
    private bool? IsCausal(Capture capture)
    {
        var alone = capture.Modules.Where(m => m.Module.Kind is AttentionKind.Encoder or AttentionKind.Decoder).ToList();
        var standsAlone = alone.Count > 0 && _runners.Length == 1 && capture.Modules.All(m => m.Module.Kind != AttentionKind.Cross);
        return standsAlone ? alone.TrueForAll(m => m.Module.Kind == AttentionKind.Decoder) : null;
    }

    public void Dispose()
    {
        foreach (var runner in _runners)
        {
            runner.Dispose();
        }
    }
}
