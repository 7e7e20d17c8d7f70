using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>
/// A graph that is run part by part, each part a session over its own share of the weights that ends with its run: one module's maps are in memory at a time, and
/// one part's weights in the form that the runtime brings them into. Where maps are this large, opening a part again for the next example is little.
/// </summary>
internal sealed class SegmentedGraph(GraphAnalysis analysis, SegmentPlan plan, CaptureOptions options)
{
    /// <summary>Runs all parts; a module's tensors are released once it was visited.</summary>
    /// <returns>What is wanted in the end; the caller disposes it.</returns>
    public IReadOnlyDictionary<string, OrtValue> Run(ImmutableSortedDictionary<string, Tensor> feeds, Action<int, IReadOnlyDictionary<string, OrtValue>> visit)
    {
        using var arena = new SharedArena();
        var alive = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            for (var i = 0; i < plan.Segments.Length; i++)
            {
                Step(i, feeds, alive);
                if (plan.Segments[i].Module is { } module)
                {
                    visit(module, plan.Wanted[i].ToDictionary(t => t, t => alive[t], StringComparer.Ordinal));
                    Release(alive, i);
                }
            }

            return plan.Wanted[^1].Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => Taken(alive, t), StringComparer.Ordinal);
        }
        finally
        {
            foreach (var value in alive.Values)
            {
                value.Dispose();
            }
        }
    }

    private void Step(int index, ImmutableSortedDictionary<string, Tensor> feeds, Dictionary<string, OrtValue> alive)
    {
        var segment = plan.Segments[index];
        if (segment.Given.IsEmpty)
        {
            return;
        }

        var carried = segment.Carried.ToDictionary(t => t, t => alive[t], StringComparer.Ordinal);
        using var session = Open(segment, feeds, carried);
        foreach (var (name, value) in segment.Given.Zip(session.Run(feeds, segment.Given, carried)))
        {
            alive[name] = value;
        }
    }

    /// <summary>
    /// What is carried has a type and sizes once it is there, so a part is opened when it is run. Where all sizes are known the runtime writes scores, scaled scores
    /// and weights in one place.
    /// </summary>
    private GraphSession Open(Segment segment, ImmutableSortedDictionary<string, Tensor> feeds, Dictionary<string, OrtValue> carried)
    {
        var outputs = segment.Given.ToHashSet(StringComparer.Ordinal);
        var graph = plan.Graph with
        {
            Nodes = segment.Nodes,
            Inputs = [.. feeds.Where(f => !carried.ContainsKey(f.Key)).Select(f => OnnxValue.Of(f.Key, f.Value.Type, f.Value.Dims.AsSpan())), .. carried.Select(c => OnnxValue.Of(c.Key, c.Value.Type(), c.Value.Shape()))],
            Values = [.. plan.Graph.Values.Where(v => !carried.ContainsKey(v.Name))],
        };
        return new(analysis, ShadowModel.Build(analysis, graph, outputs), options, isPart: true);
    }

    private void Release(Dictionary<string, OrtValue> alive, int index)
    {
        foreach (var name in alive.Keys.Where(n => !plan.LastUse.TryGetValue(n, out var last) || last <= index).ToList())
        {
            Taken(alive, name).Dispose();
        }
    }

    private static OrtValue Taken(Dictionary<string, OrtValue> alive, string name)
    {
        alive.Remove(name, out var value);
        return value!;
    }
}
