using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>Tokens that are turned round, and turned back behind what reads them from the end: a recurrent layer in both directions, a running sum from behind.</summary>
internal sealed class Turns(DataFlow flow)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a node turns round what was turned before, on every way on which it is fed.</summary>
    public bool IsTurnedBack(OnnxNode node) => IsTurn(node) && IsTurned(node.Input(0));

    private bool IsTurn(OnnxNode node) => node.Op == "ReverseSequence" || (node.Op == "Slice" && flow.Constant(node.Input(4))?.Int64s()?.Any(step => step < 0) == true);

    private bool IsTurned(string tensor)
    {
        if (flow.Producer(tensor) is not { } node || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        if (!_known.TryGetValue(tensor, out var known))
        {
            var fed = node.Inputs.Where(flow.IsData).ToList();
            _known[tensor] = known = IsTurn(node) ? !IsTurned(node.Input(0)) : fed.Count > 0 && fed.TrueForAll(IsTurned);
        }

        return known;
    }
}
