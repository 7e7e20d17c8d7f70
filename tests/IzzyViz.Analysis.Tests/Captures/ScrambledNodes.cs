using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>The same computation with other names and in another order of nodes: what a graph says is only what flows where.</summary>
internal static class ScrambledNodes
{
    /// <param name="kept">Names that the outside knows.</param>
    public static ImmutableArray<OnnxNode> Of(ImmutableArray<OnnxNode> nodes, IEnumerable<string> kept, int seed)
    {
        // A branch knows the names around it, and is written already.
        if (nodes.Any(n => n.Attributes.Any(a => a.Graphs.Length > 0)))
        {
            return nodes;
        }

        var random = new Random(seed);
        var known = kept.ToHashSet(StringComparer.Ordinal);
        var names = nodes.SelectMany(n => n.Outputs).Where(o => o.Length > 0 && !known.Contains(o)).Distinct(StringComparer.Ordinal)
            .ToDictionary(o => o, _ => $"t{random.NextInt64():x}", StringComparer.Ordinal);
        string Renamed(string name) => names.GetValueOrDefault(name, name);
        return [.. Shuffled(nodes, random).Select(n => n with { Name = "", Inputs = [.. n.Inputs.Select(Renamed)], Outputs = [.. n.Outputs.Select(Renamed)] })];
    }

    private static IEnumerable<OnnxNode> Shuffled(ImmutableArray<OnnxNode> nodes, Random random)
    {
        var waiting = nodes.ToList();
        var missing = nodes.SelectMany(n => n.Outputs).ToHashSet(StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(n => !n.Inputs.Any(i => i.Length > 0 && missing.Contains(i))).ToList();
            var next = ready[random.Next(ready.Count)];
            waiting.Remove(next);
            missing.ExceptWith(next.Outputs);
            yield return next;
        }
    }
}
