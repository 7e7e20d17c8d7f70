using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>
/// How many keys back a query sees, where the mask of a site is made by comparing keys with queries less a number: key &gt; query − window, or its opposite.
/// </summary>
internal sealed class SlidingWindow
{
    private const int Budget = 300;

    private readonly DataFlow _flow;
    private readonly AttentionSite _site;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private SlidingWindow(DataFlow flow, AttentionSite site) => (_flow, _site) = (flow, site);

    public static int? Of(DataFlow flow, AttentionSite site) => site.Anchor.Int("local_window_size", -1) is > 0 and var written ? (int)written : new SlidingWindow(flow, site).Found();

    /// <summary>The narrowest of the windows that all have to let a key through.</summary>
    private int? Found()
    {
        var stack = new Stack<(string Tensor, bool IsEither)>(_site.Anchor.Inputs.Select(i => (i, false)));
        var found = new List<long>();
        while (stack.TryPop(out var top) && _seen.Count < Budget)
        {
            if (!_seen.Add(top.Tensor) || _flow.Producer(top.Tensor) is not { } node || node == _site.Scoring?.Node)
            {
                continue;
            }

            if (Width(node) is { } width && !top.IsEither)
            {
                found.Add(width);
            }

            foreach (var input in Makers(node))
            {
                stack.Push((input, top.IsEither || node.Op == "Or"));
            }
        }

        return found.Count > 0 ? (int)found.Min() : null;
    }

    /// <summary>What a mask is made of, as far as it stays a mask: a table of biases is none.</summary>
    private static IEnumerable<string> Makers(OnnxNode node) => node.Op switch
    {
        "And" or "Or" or "Not" or "Cast" or "Identity" or "Reshape" or "Unsqueeze" or "Squeeze" or "Expand" or "Slice" or "Transpose" or "Where" or "Add" or "Sub" or "Mul" or "Div"
            or "Softmax" or "Max" or "Min" or "Clip" or "Exp" => node.Inputs.Where(i => i.Length > 0),
        _ => [],
    };

    private long? Width(OnnxNode node) => node.Op switch
    {
        "Greater" => Width(node.Input(0), node.Input(1), 0),
        "GreaterOrEqual" => Width(node.Input(0), node.Input(1), 1),
        "Less" => Width(node.Input(1), node.Input(0), 0) ?? Width(node.Input(0), node.Input(1), 1),
        "LessOrEqual" => Width(node.Input(1), node.Input(0), 1) ?? Width(node.Input(0), node.Input(1), 0),
        _ => null,
    };

    /// <summary>Keys lie along the last axis, queries along the one before it.</summary>
    private long? Width(string keys, string queries, int more)
    {
        var (key, query) = (Positions.Of(_flow, keys), Positions.Of(_flow, queries));
        return key is { IsColumn: false } && query is { IsColumn: true } && key.Offset - query.Offset is > 0 and var width ? width + more : null;
    }
}
