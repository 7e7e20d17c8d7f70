using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>Whether a module's tokens are more than the text that is fed: patches of an image, frames of sound, laid beside them in one sequence.</summary>
internal static class OtherStreams
{
    private const string Embeddings = "inputs_embeds";

    public static bool Reach(GraphRunner runner, AttentionModule module)
    {
        var flow = runner.Analysis.Flow;
        var own = flow.Reach(module.Tensor);
        return flow.FedInputs.Select((input, index) => (input, index)).Any(i => IsStream(i.input) && own.Overlaps(InputSet.Of(i.index)));
    }

    private static bool IsStream(OnnxValue input) =>
        input.Type.IsFloat() && input.Dims is { Length: >= 3 } && input.Name != Embeddings && InputRoles.Of(input) == InputRole.User;
}
