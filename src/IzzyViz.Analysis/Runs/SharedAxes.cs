using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Runs;

/// <summary>The axes of one example's modules and what is measured over them, made once for all modules that see the same cells.</summary>
internal sealed class SharedAxes(EncodedExample example, ImmutableArray<StatisticDefinition> statistics)
{
    private readonly List<(AttentionKind Kind, AttentionAxes Axes, HeadStatistics Measured)> _known = [];

    public (AttentionAxes Axes, HeadStatistics Measured) Of(CapturedModule module)
    {
        var kind = module.Module.Kind;
        foreach (var known in _known.Where(k => k.Kind == kind && IsSame(k.Axes.Mask, module.Mask)))
        {
            return (known.Axes, known.Measured);
        }

        var axes = AxesOf(module);
        _known.Add((kind, axes, new(axes, kind, statistics)));
        return (axes, _known[^1].Measured);
    }

    /// <summary>Modules of one capture share their masks, but for full ones, which are nothing to share.</summary>
    private static bool IsSame(AttentionMask a, AttentionMask b) =>
        ReferenceEquals(a, b) || (a.IsFull && b.IsFull && (a.Queries, a.Keys) == (b.Queries, b.Keys));

    private AttentionAxes AxesOf(CapturedModule module)
    {
        var target = example.Target ?? example.Source;
        return module.Module.Kind switch
        {
            AttentionKind.Decoder => new(target, target, module.Mask),
            AttentionKind.Cross => new(target, example.Source, module.Mask),
            _ => new(example.Source, example.Source, module.Mask),
        };
    }
}
