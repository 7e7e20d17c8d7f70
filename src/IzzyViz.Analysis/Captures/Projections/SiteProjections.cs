using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>What one site gave, and what was proved of it.</summary>
internal sealed record SiteProjections
{
    /// <summary>Scores of a quantised graph may be rounded behind the product; where that shows, the product is what is proved.</summary>
    private const double LargestRounding = 2e-2;

    public Block? Query { get; init; }

    public Block? Key { get; init; }

    public Block? Value { get; init; }

    public ImmutableArray<double> Scales { get; init; } = [];

    public double ScoreError { get; init; } = double.NaN;

    public double ProductError { get; init; } = double.NaN;

    public double ValueError { get; init; } = double.NaN;

    /// <summary>Reads a site and drops what cannot be proved.</summary>
    public static SiteProjections Read(ProjectionProbe probe, WeightsBuffer weights, GraphRun run, CheckContext context)
    {
        var query = Of(probe.Query, weights, run, weights.Dims[2]);
        var (key, value) = (Of(probe.Key, weights, run, weights.Dims[3]), Of(probe.Value, weights, run, weights.Dims[3]));
        var scored = query is null || key is null || query.Size != key.Size ? new() : Scored(query, key, probe, weights, (run, context));
        var error = value is null ? double.NaN : ValueProof.Of(value, weights, run[probe.Result], probe.ResultScale);
        return scored with { Value = error <= context.ValueTolerance ? value : null, ValueError = error };
    }

    private static Block? Of(Operand? operand, WeightsBuffer weights, GraphRun run, long tokens) =>
        operand is null || OperandReader.Read(run[operand.Tensor], operand, weights.Dims, tokens) is not { } block ? null : block with { Tensor = operand.Tensor };

    private static SiteProjections Scored(Block query, Block key, ProjectionProbe probe, WeightsBuffer weights, (GraphRun Run, CheckContext Context) of)
    {
        var fit = new ScoreFit(query, key, weights, Form(probe, query.Size, of.Run));
        var heads = Enumerable.Range(0, (int)weights.Dims[1]).Select(h => fit.Head(h, of.Context.Real)).ToList();
        var told = heads.Where(h => !double.IsNaN(h.Error)).ToList();
        var scoreError = told.Count == 0 ? double.NaN : told.Max(h => h.Error);
        var productError = probe.ProductSums.Length == 0 ? double.NaN
            : ScoreProof.Of(query, key, (of.Run[probe.ProductSums].Singles().ToArray(), of.Run[probe.Factors].Singles().ToArray(), probe.ProductScale), heads.Count);
        var follows = scoreError <= Math.Min(of.Context.ValueTolerance, LargestRounding) && told.TrueForAll(h => h.Scale > 0);
        return !follows && !(productError <= of.Context.ValueTolerance) ? new() { ScoreError = scoreError, ProductError = productError }
            : new() { Query = query, Key = key, ScoreError = scoreError, ProductError = productError, Scales = follows ? [.. heads.Select(h => h.Scale)] : [] };
    }

    /// <summary>A mask of booleans adds nothing; it forbids, which the probabilities show.</summary>
    private static ScoreForm Form(ProjectionProbe probe, int size, GraphRun run)
    {
        var bias = probe.Bias.Length > 0 && run[probe.Bias] is { } value && value.Type().IsFloat() && value.Shape().Length <= 4 ? value : null;
        var scale = probe.Scale > 0 ? probe.Scale : 1 / MathF.Sqrt(size);
        return new(bias is null ? [] : bias.Singles().ToArray(), bias?.Shape() ?? [], scale, probe.Cap);
    }
}
