using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures;

/// <summary>From raw tensors of a run to named, checked modules.</summary>
internal static class CaptureReader
{
    public static Capture Read(ModelFolder folder, ImmutableArray<(GraphRunner Runner, GraphRun Run)> graphs, bool? isCausal)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var modules = graphs.SelectMany(g => Modules(g.Runner, g.Run, findings, isCausal)).OrderBy(m => m.Module.Kind).ThenBy(m => m.Module.Layer).ToImmutableArray();
        foreach (var module in modules.Where(m => !m.Check.Passed))
        {
            findings.Add(ModelDiagnostics.CheckFailed.At(folder.Path, module.Module.Name, Explain(module.Check)));
        }

        var (runner, run) = graphs[^1];
        return new([.. graphs.Select(g => g.Run)])
        {
            Modules = modules,
            Outputs = runner.Outputs.ToImmutableSortedDictionary(n => n, n => new CapturedOutput(run[n]), StringComparer.Ordinal),
            Findings = findings.ToImmutable(),
        };
    }

    private static IEnumerable<CapturedModule> Modules(GraphRunner runner, GraphRun run, ImmutableArray<Diagnostic>.Builder findings, bool? isCausal)
    {
        var read = runner.Modules.Select(m => (Probed: m, Weights: Weights(m, run))).ToList();
        foreach (var (probed, _) in read.Where(r => r.Weights is null))
        {
            var shape = string.Join(", ", run[probed.Probes[0].Output].Shape());
            findings.Add(ModelDiagnostics.UnsupportedForm.At(runner.Analysis.File.Path, probed.Module.Tensor, probed.Module.Name, $"its shape [{shape}] has no reading as heads, queries and keys"));
        }

        var context = new RunContext(runner, run);
        var causal = isCausal ?? context.IsStackCausal(read.Where(r => r.Weights is not null).Select(r => (r.Probed.Module, r.Weights!)));
        foreach (var (probed, weights) in read.Where(r => r.Weights is not null))
        {
            yield return Module(Settled(probed.Module, weights!, causal), weights!, context.For(probed));
        }
    }

    /// <summary>What only a run can tell: heads, and whether a stack that stands alone is causal.</summary>
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
        return module with { Heads = heads, KeyValueHeads = shared, Kind = kind };
    }

    private static CapturedModule Module(AttentionModule module, WeightsBuffer weights, CheckContext context)
    {
        var (mask, source) = MaskFinder.Of(module, weights, context.Real);
        return new(module, weights) { Mask = mask, MaskSource = source, Check = SelfChecker.Check(module, weights, mask, context) };
    }

    private static WeightsBuffer? Weights(ProbedModule module, GraphRun run)
    {
        var parts = module.Probes.Select(p => WeightsBuffer.Of(run[p.Output], p, run.Lengths.Batch, run.Lengths.Past + run.Lengths.Tokens)).ToList();
        return parts.Contains(null) ? null : parts.Count == 1 ? parts[0] : WeightsBuffer.Joined(parts!);
    }

    private static string Explain(SelfCheck check) => check switch
    {
        { IsFinite: false } => "it holds values that are not finite",
        { ShapeFits: false } => "its shape is not that of the tokens",
        { MaskedMaximum: > SelfChecker.LargestMasked } => $"a masked cell has the weight {check.MaskedMaximum:0.0e0}",
        { ValueError: > 1e-3 } => $"weights times values differ from the graph's own result by {check.ValueError:0.0e0}",
        _ => $"its rows miss their sum by {check.RowSumError:0.0e0}",
    };
}
