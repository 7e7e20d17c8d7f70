using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Projections;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>From raw tensors of one example's runs to named, checked modules.</summary>
/// <param name="isCausal">Whether self-attention that stands alone is causal; null where it is for this example to say.</param>
internal sealed class CaptureReader(ModelFolder folder, bool? isCausal)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly SortedDictionary<string, CapturedTensor> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, ImmutableArray<long> Dims)> _layers = new(StringComparer.Ordinal);
    private readonly MaskFinder _masks = new();
    private bool? _isCausal = isCausal;

    public void Add(ImmutableArray<Diagnostic> findings) => _findings.AddRange(findings);

    /// <summary>The modules whose tensors are in a run.</summary>
    public IEnumerable<CapturedModule> Modules(GraphRunner runner, GraphRun run, ImmutableArray<ProbedModule> modules)
    {
        var read = modules.Select(m => (Probed: m, Sites: Sites(m, run))).Select(r => (r.Probed, r.Sites, Weights: Weights(r.Sites))).ToList();
        foreach (var (probed, _, _) in read.Where(r => r.Weights is null))
        {
            var shape = string.Join(", ", run[probed.Probes[0].Fetched[0]].Shape());
            _findings.Add(ModelDiagnostics.UnsupportedForm.At(runner.Analysis.File.Path, probed.Module.Tensor, probed.Module.Name, $"its shape [{shape}] has no reading as heads, queries and keys"));
        }

        var context = new RunContext(runner, run);
        _isCausal ??= context.IsStackCausal(read.Where(r => r.Weights is not null).Select(r => (r.Probed.Module, r.Weights!)));
        foreach (var (probed, sites, weights) in read.Where(r => r.Weights is not null))
        {
            yield return Module(probed, weights!, context.For(probed, sites!.Value), (runner, run, sites!.Value));
        }
    }

    /// <summary>The residual stream behind each module that was read, from the run that holds it.</summary>
    public void ReadHidden(GraphRunner runner, GraphRun run)
    {
        var swaps = runner.Analysis.Flow.Nodes.Any(n => n.Is("Transpose") && n.Ints("perm") is [1, 0, 2]);
        foreach (var module in runner.Modules.Where(m => m.Stream is not null && _layers.ContainsKey(m.Module.Name)))
        {
            var (name, dims) = _layers[module.Module.Name];
            var why = module.Stream!.Refused;
            if (why is null && HiddenReader.Read(run[module.Stream.Tensor], dims, swaps) is { } hidden)
            {
                _hidden[name] = hidden with { Tensor = module.Stream.Tensor };
            }
            else
            {
                why ??= $"the shape [{string.Join(", ", run[module.Stream.Tensor].Shape())}] has not one row for each of its tokens";
                _findings.Add(ModelDiagnostics.NoHidden.At(runner.Analysis.File.Path, name, why));
            }
        }
    }

    /// <param name="outputs">The last graph's, which are the model's.</param>
    public Capture Finish(ImmutableArray<CapturedModule> modules, (GraphRunner Runner, GraphRun Run) outputs, ImmutableArray<IDisposable> owned) => new(owned)
    {
        Modules = modules,
        Hidden = _hidden.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Outputs = outputs.Runner.Outputs.ToImmutableSortedDictionary(n => n, n => new CapturedOutput(outputs.Run[n]), StringComparer.Ordinal),
        Findings = _findings.ToImmutable(),
    };

    private CapturedModule Module(ProbedModule probed, WeightsBuffer weights, CheckContext context, (GraphRunner Runner, GraphRun Run, ImmutableArray<WeightsBuffer> Sites) of)
    {
        var module = Settled(probed.Module, weights, _isCausal);
        var (mask, source) = _masks.Of(module, weights, context.Real);
        var check = SelfChecker.Check(module, weights, mask, context);
        _layers[probed.Module.Name] = (module.Name, weights.Dims);
        if (!check.Passed)
        {
            _findings.Add(ModelDiagnostics.CheckFailed.At(folder.Path, module.Name, CheckText.Explain(check, weights.Dims, context)));
        }

        var projections = check.Passed && (of.Runner.Parts & CaptureParts.Projections) != CaptureParts.None
            ? new ProjectionReader(of.Runner.Parts, of.Runner.Analysis.File.Path, _findings).Read(module, probed, of.Sites, (of.Run, context)) : CapturedProjections.None;
        return new(module, weights) { Mask = mask, MaskSource = source, Check = check, Projections = projections };
    }

    /// <summary>What only a run can tell: heads, whether a stack that stands alone is causal, and whether a window holds.</summary>
    private static AttentionModule Settled(AttentionModule module, WeightsBuffer weights, bool? causal)
    {
        var heads = (int)weights.Dims[1];
        var shared = module.KeyValueHeads > 0 && heads % module.KeyValueHeads == 0 ? module.KeyValueHeads : heads;
        var kind = (module.Kind, causal) switch
        {
            (AttentionKind.Encoder, true) => AttentionKind.Decoder,
            (AttentionKind.Decoder, false) => AttentionKind.Encoder,
            var (same, _) => same,
        };

        // What the config says of a window may not have come into the graph.
        var window = module.Window is { } width && MaskFinder.ReachesBeyond(width, weights) ? null : module.Window;
        return module with { Heads = heads, KeyValueHeads = shared, Kind = kind, Window = window };
    }

    private static ImmutableArray<WeightsBuffer>? Sites(ProbedModule module, GraphRun run)
    {
        var parts = module.Probes.Select(p => Site(p, run)).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<WeightsBuffer>()];
    }

    private static WeightsBuffer? Site(Probe probe, GraphRun run)
    {
        var heads = probe.Fetched.Select(t => WeightsBuffer.Of(run[t], probe, run.Lengths.Batch, run.Lengths.Past + run.Lengths.Tokens)).ToList();
        return heads.Contains(null) ? null : heads.Count == 1 ? heads[0] : WeightsBuffer.Joined(heads!);
    }

    private static WeightsBuffer? Weights(ImmutableArray<WeightsBuffer>? sites) => sites is not { } parts ? null : parts.Length == 1 ? parts[0] : WeightsBuffer.Joined(parts);
}
