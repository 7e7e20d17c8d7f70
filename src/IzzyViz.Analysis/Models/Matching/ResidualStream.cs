using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Where the residual stream after a layer is read, or why it cannot be.</summary>
internal sealed record StreamPlace(string Tensor, string? Refused)
{
    public static StreamPlace No(string why) => new("", why);
}

/// <summary>
/// Finds the residual stream between layers by the data flow: after a layer it is the last tensor that everything made of the layer's attention goes through
/// before the attention of the next layer. Where norms come first that is the sum before the next norm, where they come last the normed sum. The last layer ends
/// after the same operators as the layer before it.
/// </summary>
internal sealed class ResidualStream(DataFlow flow)
{
    private const int SumOutput = 3;
    private const int MostSteps = 4096;

    private readonly Dominance _dominance = new(flow);

    /// <param name="stack">The attention of one stack by layer number, in order.</param>
    public ImmutableArray<StreamPlace> Of(ImmutableArray<(int Layer, ImmutableArray<AttentionSite> Sites)> stack)
    {
        var places = ImmutableArray.CreateBuilder<StreamPlace>(stack.Length);
        for (var i = 0; i < stack.Length; i++)
        {
            places.Add(i == stack.Length - 1 ? Last(stack, i)
                : stack[i + 1].Layer != stack[i].Layer + 1 ? StreamPlace.No("the next layer has no attention that could tell where it ends")
                : Between(stack[i].Sites, stack[i + 1].Sites) is { } end ? Place(end) : StreamPlace.No("not all of it goes through one tensor"));
        }

        return places.MoveToImmutable();
    }

    private StreamPlace Last(ImmutableArray<(int Layer, ImmutableArray<AttentionSite> Sites)> stack, int index)
    {
        if (index == 0 || stack[index - 1].Layer != stack[index].Layer - 1 || Between(stack[index - 1].Sites, stack[index].Sites) is not { } end)
        {
            return StreamPlace.No("there is no layer before it that could tell where it ends");
        }

        var before = Chain(stack[index - 1].Sites).TakeWhile(n => !ReferenceEquals(n, end)).Append(end).Select(n => n.FullOp).ToList();
        var own = Chain(stack[index].Sites).Take(before.Count).ToList();
        return own.Count > 0 && own.Select(n => n.FullOp).SequenceEqual(before, StringComparer.Ordinal) ? Place(own[^1], end) : StreamPlace.No("it is built another way than the layer before it");
    }

    /// <summary>The last node of a layer's chain that the next layer's attention is made from.</summary>
    private OnnxNode? Between(ImmutableArray<AttentionSite> layer, ImmutableArray<AttentionSite> next)
    {
        var makers = Ancestors(next.SelectMany(s => s.IsFused ? s.Anchor.Inputs : [s.Query, s.Key, s.Value]));
        return Chain(layer).TakeWhile(makers.Contains).LastOrDefault();
    }

    private IEnumerable<OnnxNode> Chain(ImmutableArray<AttentionSite> sites)
    {
        var makers = sites.Select(s => flow.Producer(s.Result)).OfType<OnnxNode>();
        return _dominance.Meeting(makers) is { } meeting ? _dominance.Chain(meeting).Take(MostSteps) : [];
    }

    private HashSet<OnnxNode> Ancestors(IEnumerable<string> tensors)
    {
        var found = new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<string>(tensors);
        while (stack.TryPop(out var tensor))
        {
            if (flow.Producer(tensor) is { } node && found.Add(node))
            {
                foreach (var input in TopologicalOrder.Reads(node))
                {
                    stack.Push(input);
                }
            }
        }

        return found;
    }

    /// <summary>A fused sum and norm gives out both; the sum is the stream where anything goes on from it.</summary>
    private StreamPlace Place(OnnxNode node, OnnxNode? like = null)
    {
        var used = Enumerable.Range(0, (like ?? node).Outputs.Length).Where(o => flow.Consumers((like ?? node).Output(o)).Count > 0 && (like ?? node).Output(o).Length > 0).ToList();
        var output = used.Contains(SumOutput) && node.Domain == "com.microsoft" ? SumOutput : used is [var only] ? only : -1;
        return output >= 0 && node.Output(output) is { Length: > 0 } tensor ? new(tensor, null) : StreamPlace.No($"it is kept inside a {node.Op}");
    }
}
