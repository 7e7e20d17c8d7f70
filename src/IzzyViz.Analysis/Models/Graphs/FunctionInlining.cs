using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Replaces calls of model-local functions by the functions' nodes.</summary>
internal static class FunctionInlining
{
    /// <exception cref="InvalidDataException">Functions call each other without end, or are not told apart by their names.</exception>
    /// <exception cref="OversizeException">They grow without bound.</exception>
    public static OnnxModel Apply(OnnxModel model)
    {
        var functions = ByName(model);
        new FunctionCalls(functions).Check(model.Graph);
        while (functions.Count > 0 && model.Graph.Nodes.Any(n => functions.ContainsKey((n.Domain, n.Op))))
        {
            var nodes = model.Graph.Nodes.SelectMany((n, i) => functions.TryGetValue((n.Domain, n.Op), out var f) ? Body(n, f, $"{n.Label}/{i}") : [n]);
            model = model with { Graph = model.Graph with { Nodes = [.. nodes] } };
        }

        return model with { Functions = [] };
    }

    private static Dictionary<(string Domain, string Name), OnnxFunction> ByName(OnnxModel model)
    {
        var functions = new Dictionary<(string, string), OnnxFunction>();
        foreach (var function in model.Functions)
        {
            if (!functions.TryAdd((function.Domain, function.Name), function))
            {
                throw new InvalidDataException($"it has two functions '{function.Name}'");
            }
        }

        return functions;
    }

    private static IEnumerable<OnnxNode> Body(OnnxNode call, OnnxFunction function, string prefix)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "" };
        foreach (var (formal, index) in function.Inputs.Select((f, i) => (f, i)))
        {
            names[formal] = call.Input(index);
        }

        var aliases = new List<OnnxNode>();
        foreach (var (formal, index) in function.Outputs.Select((f, i) => (f, i)).Where(o => call.Output(o.i).Length > 0))
        {
            if (!names.TryAdd(formal, call.Output(index)))
            {
                aliases.Add(new() { Op = "Identity", Name = $"{prefix}/{formal}", Inputs = [names[formal]], Outputs = [call.Output(index)] });
            }
        }

        return function.Nodes.Select(n => Renamed(n, call, function, t => names.TryGetValue(t, out var known) ? known : names[t] = $"{prefix}/{t}", prefix)).ToList().Concat(aliases);
    }

    private static OnnxNode Renamed(OnnxNode node, OnnxNode call, OnnxFunction function, Func<string, string> rename, string prefix) => node with
    {
        Name = $"{prefix}/{node.Label}",
        Inputs = [.. node.Inputs.Select(rename)],
        Outputs = [.. node.Outputs.Select(rename)],
        Attributes = [.. node.Attributes.Select(a => Resolved(a, call, function)).OfType<OnnxAttribute>()],
        Scope = $"{call.Name} {call.Scope} {node.Scope}",
    };

    private static OnnxAttribute? Resolved(OnnxAttribute attribute, OnnxNode call, OnnxFunction function) =>
        attribute.Reference is not { Length: > 0 } reference ? attribute
            : (call.Attribute(reference) ?? function.Defaults.FirstOrDefault(d => d.Name == reference))?.Renamed(attribute.Name);
}
