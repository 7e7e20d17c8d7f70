using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>What a model writes by itself: an encoder-decoder for a source, a decoder behind the tokens it is given.</summary>
/// <param name="runners">The decoder's last; what is before it runs once.</param>
internal sealed class Continuation(ModelFolder folder, ImmutableArray<GraphRunner> runners)
{
    /// <param name="most">Bound on the length.</param>
    public ImmutableArray<int> Translate(ModelInput input, int most)
    {
        var start = folder.Config.DecoderStart ?? folder.Config.Padding ?? 0;
        return Write((input with { Target = [] }).ToTensors(), new("decoder_input_ids", [start]), most - 1);
    }

    public ImmutableSortedDictionary<string, Tensor> Continue(IReadOnlyDictionary<string, Tensor> given, int steps)
    {
        var isTaught = runners.SelectMany(r => r.Analysis.Flow.FedInputs).Any(i => i.Name.StartsWith("decoder_input", StringComparison.Ordinal) || i.Name == "encoder_hidden_states");
        var prompt = Prompt.Of(given, isTaught ? "decoder_input_ids" : "input_ids", folder);
        var rest = prompt.Without(given);
        return Prompt.Extended(rest, prompt.Input, Write(rest, prompt, steps));
    }

    private ImmutableArray<int> Write(IReadOnlyDictionary<string, Tensor> given, Prompt prompt, int steps)
    {
        foreach (var runner in runners.SkipLast(1))
        {
            using var run = runner.Run(given);
            given = EncoderStates.Added(given, runner, run);
        }

        return new GreedyWriter(folder, runners[^1], prompt.Input).Write(given, prompt.Ids, steps);
    }
}
