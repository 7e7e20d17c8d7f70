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

        var all = WithoutTokens(given, runner).ToDictionary(StringComparer.Ordinal);
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

    /// <summary>What an encoder read as its tokens is not what its decoder writes, though both call it <c>input_ids</c>.</summary>
    public static IReadOnlyDictionary<string, Tensor> WithoutTokens(IReadOnlyDictionary<string, Tensor> given, GraphRunner runner)
    {
        var taken = new GivenTensors([.. runner.Analysis.Flow.FedInputs], runner.Analysis.File.Role, given).NamesOfTokens();
        return given.Where(g => !taken.Contains(g.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }
}
