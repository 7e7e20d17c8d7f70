using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>What model-local functions grow to where each call is replaced by the function's nodes, counted before any node is made.</summary>
internal sealed class FunctionCalls(IReadOnlyDictionary<(string Domain, string Name), OnnxFunction> functions)
{
    private const int DeepestCalls = 32;
    private const int MostGrowth = 200_000;

    // Names are copied too, and carry those of the calls around them: so many characters take the room of another node.
    private const int CharactersOfNode = 256;
    private const int CharactersOfReference = 8;

    private readonly Dictionary<OnnxFunction, long> _sizes = [];
    private readonly HashSet<OnnxFunction> _open = [];

    /// <exception cref="InvalidDataException">Functions call themselves.</exception>
    /// <exception cref="OversizeException">They grow to more than any real model.</exception>
    public void Check(OnnxGraph graph)
    {
        if (graph.Nodes.Sum(GrowthOf) > MostGrowth)
        {
            throw new OversizeException($"functions that call each other so often that they would grow to more than {MostGrowth} nodes");
        }
    }

    private OnnxFunction? Callee(OnnxNode node) => functions.GetValueOrDefault((node.Domain, node.Op));

    private long SizeOf(OnnxFunction function)
    {
        if (_sizes.TryGetValue(function, out var known))
        {
            return known;
        }

        if (_open.Count == DeepestCalls || !_open.Add(function))
        {
            throw new InvalidDataException($"its functions call each other without end: '{function.Name}'");
        }

        var size = 0L;
        foreach (var node in function.Nodes)
        {
            size = Math.Min(int.MaxValue, size + 1 + (Characters(node) / CharactersOfNode) + GrowthOf(node));
        }

        _open.Remove(function);
        return _sizes[function] = size;
    }

    /// <summary>What a call grows to; nothing for a node that is no call. Kept small enough that the sum over any file is no overflow.</summary>
    private long GrowthOf(OnnxNode node) =>
        Callee(node) is { } function ? Math.Min(int.MaxValue, SizeOf(function) * (1 + (node.Label.Length / CharactersOfNode))) : 0;

    private static int Characters(OnnxNode node) => node.Label.Length + node.Inputs.Sum(n => n.Length + CharactersOfReference) + node.Outputs.Sum(n => n.Length + CharactersOfReference);
}
