using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>What a run's feeds and the graph's precision say about all of its modules.</summary>
internal sealed class RunContext(GraphRunner runner, GraphRun run)
{
    private readonly RealTokens _real = Padding(runner, run);
    private readonly bool _isRounded = Precisions.IsSensitive(runner.Analysis.Model.Graph);
    private readonly bool _isHalf = Precisions.Of(runner.Analysis.Model.Graph) == "fp16";
    private readonly bool _swaps = runner.Analysis.Flow.Nodes.Any(n => n.Is("Transpose") && n.Ints("perm") is [not 0, ..]);
    private readonly bool _hasTokens = run.Feeds.Keys.Any(k => k is "input_ids" or "inputs_embeds");

    /// <summary>Whether self-attention that stands alone is causal: all of it, or none. Null where that is not for the numbers to say.</summary>
    public bool? IsStackCausal(IEnumerable<(AttentionModule Module, WeightsBuffer Weights)> modules)
    {
        var all = modules.ToList();
        if (runner.Analysis.File.Role != GraphRole.Single || all.Any(m => m.Module.Kind == AttentionKind.Cross))
        {
            return null;
        }

        var answers = all.Where(m => m.Module.Kind is AttentionKind.Encoder or AttentionKind.Decoder).Select(m => MaskFinder.IsCausal(m.Weights, _real)).OfType<bool>().ToList();
        return answers.Count == 0 || (_isRounded && !answers.All(a => a)) ? null : answers.All(a => a);
    }

    /// <param name="sites">The weights of each probe.</param>
    public CheckContext For(ProbedModule module, ImmutableArray<WeightsBuffer> sites)
    {
        var isHalf = _isHalf || sites.Any(s => s.IsHalf);
        var tolerance = isHalf ? 2e-2 : _isRounded ? 0.1 : 1e-3;
        var decides = _hasTokens && !OtherStreams.Reach(runner, module.Module) && (runner.Analysis.File.Role != GraphRole.Single || runner.Modules.All(m => m.Module.Kind is AttentionKind.Encoder or AttentionKind.Decoder));
        return new(_real, Worst([.. module.Probes.Zip(sites, ValueError)], tolerance), isHalf ? 1e-2 : 1e-4, tolerance, decides ? run.Lengths.Tokens : 0, run.Lengths.Past + run.Lengths.Tokens)
        {
            Batch = run.Lengths.Batch,
            MayRelateExamples = _swaps && module.Probes.Any(p => p.MayRelateExamples),
        };
    }

    /// <summary>One head that could not be compared leaves the module unproved; one that differs refutes it.</summary>
    private static double Worst(double[] errors, double tolerance) =>
        errors.Where(e => e > tolerance).DefaultIfEmpty(Array.Exists(errors, double.IsNaN) ? double.NaN : errors.Max()).Max();

    private double ValueError(Probe probe, WeightsBuffer weights) => probe.Check is { } check && runner.VerifiesValues
        ? ValueCheck.Error(weights, run[check.Values.Tensor], run[check.Result.Tensor], check) : double.NaN;

    /// <summary>Only a graph with one stack over tokens can be read by one mask.</summary>
    private static RealTokens Padding(GraphRunner runner, GraphRun run) =>
        run.Feeds.GetValueOrDefault("attention_mask") is { Dims.Length: 2 } mask && runner.Modules.All(m => m.Module.Kind is AttentionKind.Encoder or AttentionKind.Decoder && !OtherStreams.Reach(runner, m.Module))
            ? new(mask) : RealTokens.All;
}
