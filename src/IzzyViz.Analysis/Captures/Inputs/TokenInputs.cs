using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>
/// Completes the tokens that a model's graphs read: a number that the options set is one token, and a decoder that was given nothing to read
/// begins with its start token. It never reads its encoder's tokens.
/// </summary>
internal sealed class TokenInputs(ModelFolder folder, ImmutableArray<GraphRunner> runners, ImmutableSortedDictionary<string, double> feed)
{
    private const string Decoder = "decoder_";
    private const string Target = "decoder_input_ids";

    /// <param name="starts">Whether a decoder without tokens reads its start token; else it is left without.</param>
    /// <exception cref="DiagnosticException">A decoder has no tokens to read, and nothing tells what it starts with.</exception>
    public PreparedInputs Prepare(IReadOnlyDictionary<string, Tensor> given, bool starts = true)
    {
        var (all, findings) = (given.ToImmutableSortedDictionary(StringComparer.Ordinal).ToBuilder(), ImmutableArray.CreateBuilder<Diagnostic>());
        foreach (var (runner, input) in runners.SelectMany(r => Missing(r, all).Select(i => (r, i))).ToList())
        {
            if (Number(runner, input.Name) is { } number)
            {
                all[IsTarget(runner, input.Name) ? Target : input.Name] = One(number, all);
            }
            else if (starts && IsTarget(runner, input.Name))
            {
                all[Target] = One(Start(runner, input), all);
                findings.Add(ModelDiagnostics.StartsAlone.At(folder.Path, folder.Path, Start(runner, input)));
            }
        }

        return new() { Tensors = all.ToImmutable(), Findings = findings.ToImmutable() };
    }

    /// <summary>Token inputs of a graph that nothing was given for.</summary>
    private List<OnnxValue> Missing(GraphRunner runner, IReadOnlyDictionary<string, Tensor> given)
    {
        foreach (var earlier in runners.TakeWhile(r => r != runner))
        {
            given = EncoderStates.WithoutTokens(given, earlier);
        }

        var inputs = runner.Analysis.Flow.FedInputs.ToImmutableArray();
        var tensors = new GivenTensors(inputs, runner.Analysis.File.Role, given);
        return [.. inputs.Where(i => tensors.RoleOf(i) == InputRole.Tokens && (tensors.Find(i.Name) ?? tensors.OnlyTokens()) is null)];
    }

    private static bool IsTarget(GraphRunner runner, string input) => runner.Analysis.File.Role == GraphRole.Decoder || input == Target;

    private double? Number(GraphRunner runner, string input)
    {
        var isEncoders = runners.TakeWhile(r => r != runner).SelectMany(r => r.Analysis.Flow.FedInputs).Any(i => i.Name == input);
        return feed.TryGetValue($"{Decoder}{input}", out var own) && runner.Analysis.File.Role != GraphRole.Encoder ? own
            : feed.TryGetValue(input, out var number) && !isEncoders ? number : null;
    }

    private int Start(GraphRunner runner, OnnxValue input) =>
        folder.Config.DecoderStart ?? throw new DiagnosticException(FeedBuilder.Needed(runner.Analysis, input, Target));

    private static Tensor One(double number, IReadOnlyDictionary<string, Tensor> given) => DerivedTensors.Filled((long)number, BatchOf(given), 1);

    private static long BatchOf(IReadOnlyDictionary<string, Tensor> given) => given.Values.FirstOrDefault(t => t.Dims.Length >= 2)?.Dims[0] ?? 1;
}
