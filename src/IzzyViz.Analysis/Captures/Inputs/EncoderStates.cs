using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Hands what an encoder made on to its decoder.</summary>
internal static class EncoderStates
{
    public static IReadOnlyDictionary<string, Tensor> Added(IReadOnlyDictionary<string, Tensor> given, GraphRunner runner, GraphRun run)
    {
        if (runner.Analysis.File.Role != GraphRole.Encoder)
        {
            return given;
        }

        var all = given.ToDictionary(StringComparer.Ordinal);
        foreach (var name in runner.Outputs)
        {
            all[name] = run[name].ToTensor();
        }

        var hidden = runner.Outputs.FirstOrDefault(n => n is "last_hidden_state" or "encoder_hidden_states" or "hidden_states")
            ?? runner.Outputs.FirstOrDefault(n => all[n].Type.IsFloat() && all[n].Dims.Length == 3);
        if (hidden is not null)
        {
            all.TryAdd("encoder_hidden_states", all[hidden]);
        }

        return all;
    }
}
