using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>Questions about everything a tensor is made from, asked of a bounded neighbourhood.</summary>
internal static class Upstream
{
    private const int Budget = 200;

    /// <summary>Whether no node behind a tensor is of a kind; false where the neighbourhood is too large to say.</summary>
    public static bool None(DataFlow flow, string tensor, Func<OnnxNode, bool> kind)
    {
        var stack = new Stack<string>([tensor]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (stack.TryPop(out var top))
        {
            if (!seen.Add(top) || flow.Producer(top) is not { } node)
            {
                continue;
            }

            if (kind(node) || seen.Count > Budget)
            {
                return false;
            }

            foreach (var input in node.Inputs.Where(i => i.Length > 0))
            {
                stack.Push(input);
            }
        }

        return true;
    }
}
