using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>A module, the probes that read it, and where the residual stream after its layer is; null where nobody asked.</summary>
internal sealed record ProbedModule(AttentionModule Module, ImmutableArray<Probe> Probes, StreamPlace? Stream)
{
    /// <summary>What has to be fetched to read the module and, if wanted, to check it.</summary>
    public IEnumerable<string> Tensors(bool verify) => Probes.SelectMany(p => Tensors(p, verify)).Distinct(StringComparer.Ordinal);

    /// <summary>The modules of a graph that are asked for, in the order of the data flow.</summary>
    public static ImmutableArray<ProbedModule> Of(GraphAnalysis analysis, ModelConfig config, CaptureOptions options)
    {
        var located = ModuleList.Of(analysis, config);
        var streams = options.What.HasFlag(CaptureParts.Hidden) ? Streams(analysis, located) : [];
        return [.. located.Where(m => m.Module.Refused is null && (options.Layers.IsEmpty || options.Layers.Contains(m.Module.Layer)))
            .Select(m => new ProbedModule(m.Module, [.. m.Sites.Select(s => ProbePlanner.Plan(analysis.Flow, s, options.What))], streams.GetValueOrDefault(m.Module.Name)))];
    }

    private static IEnumerable<string> Tensors(Probe probe, bool verify) =>
        [.. probe.Fetched, .. verify && probe.Check is { } check ? [check.Values.Tensor, check.Result.Tensor] : Array.Empty<string>(), .. probe.Projection?.Fetched ?? []];

    /// <summary>The same with each head read on its own.</summary>
    public ProbedModule Sliced(DataFlow flow, long batch) => Probes.Length > 1 ? this : this with { Probes = [HeadSlices.Of(flow, Probes[0], (Module.Heads, batch))] };

    private static Dictionary<string, StreamPlace> Streams(GraphAnalysis analysis, ImmutableArray<LocatedModule> located)
    {
        var stream = new ResidualStream(analysis.Flow);
        return located.Where(m => m.Module.Kind is not (AttentionKind.Cross or AttentionKind.Pool)).GroupBy(m => m.Module.Kind)
            .SelectMany(stack => stack.OrderBy(m => m.Module.Layer).ToImmutableArray() is var layers ? layers.Zip(stream.Of([.. layers.Select(m => (m.Module.Layer, m.Sites))])) : [])
            .ToDictionary(p => p.First.Module.Name, p => p.Second, StringComparer.Ordinal);
    }
}
