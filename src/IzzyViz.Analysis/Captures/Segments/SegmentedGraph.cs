using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>A graph that is run part by part, each part a session over its own share of the weights, so that one module's maps are in memory at a time.</summary>
internal sealed class SegmentedGraph(GraphAnalysis analysis, SegmentPlan plan, CaptureOptions options) : IDisposable
{
    private readonly GraphSession?[] _sessions = new GraphSession?[plan.Segments.Length];

    /// <summary>Runs all parts; a module's tensors are released once it was visited.</summary>
    /// <returns>What is wanted in the end; the caller disposes it.</returns>
    public IReadOnlyDictionary<string, OrtValue> Run(ImmutableSortedDictionary<string, Tensor> feeds, Action<int, IReadOnlyDictionary<string, OrtValue>> visit)
    {
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

    public void Dispose()
    {
        foreach (var session in _sessions)
        {
            session?.Dispose();
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
        _sessions[index] ??= Open(segment, carried);
        foreach (var (name, value) in segment.Given.Zip(_sessions[index]!.Run(feeds, segment.Given, carried)))
        {
            alive[name] = value;
        }
    }

    /// <summary>What is carried has a type once it is there, so a part is opened when it is first run.</summary>
    private GraphSession Open(Segment segment, Dictionary<string, OrtValue> carried)
    {
        var outputs = segment.Given.ToHashSet(StringComparer.Ordinal);
        var graph = plan.Graph with
        {
            Nodes = segment.Nodes,
            Inputs = [.. analysis.Flow.FedInputs.Where(i => !carried.ContainsKey(i.Name)), .. carried.Select(c => OnnxValue.Of(c.Key, c.Value.Type(), c.Value.Shape().Length))],
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
