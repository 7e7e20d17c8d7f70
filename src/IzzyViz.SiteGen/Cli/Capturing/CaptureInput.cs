using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Cli.Inspecting;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>What <c>capture</c> feeds, and what its tokens are called.</summary>
internal sealed record CaptureInput
{
    // How long an encoder-decoder may write when nobody says what it should read.
    private const int MostWritten = 63;

    private const string Target = "decoder_input_ids";

    public required ImmutableSortedDictionary<string, Tensor> Tensors { get; init; }

    /// <summary>How many tokens the model is to write first.</summary>
    public int Steps { get; init; }

    /// <summary>Whether the model writes until it is done, because nobody said how much.</summary>
    public bool WritesToEnd { get; init; }

    /// <summary>How many tokens of each input were there before the model wrote; empty where it wrote none.</summary>
    public ImmutableSortedDictionary<string, int> Prompts { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public Func<int, string> LabelOf { get; init; } = id => $"{id}";

    /// <summary>The labels of the text's tokens, which can be better than those of their ids alone.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    public bool UsesCache => Tensors.TryGetValue("use_cache_branch", out var flag) && flag.ToInt64s() is [not 0, ..];

    /// <summary>Null, with findings, where the text is none for this model.</summary>
    public static CaptureInput? Read(ParseResult parsed, InspectedModel model, DiagnosticBag bag)
    {
        var input = parsed.GetValue(CaptureSettings.Inputs) is { } path ? OfFile(path, parsed.GetValue(CaptureSettings.Generate), model, bag) : OfText(parsed, model, bag);
        bag.AddRange(FeedNumbers.Unused(model.Folder, parsed.GetValue(CaptureSettings.Feed)!.Keys, input?.Tensors.Keys ?? []));
        return input;
    }

    /// <summary>The same with what the model writes.</summary>
    public CaptureInput Written(ModelSession session, InspectedModel model, DiagnosticBag bag)
    {
        if (session.Modules.All(m => m.Kind != AttentionKind.Decoder))
        {
            throw new DiagnosticException(ModelDiagnostics.CannotWriteOn.At(model.Folder.Path, model.Folder.Path, "it is no decoder"));
        }

        var written = session.Continue(Tensors, Steps);
        var tokens = written.ContainsKey(Target) ? Target : "input_ids";
        var (begun, all) = (Math.Max(1, LengthOf(Tensors, tokens)), LengthOf(written, tokens));
        if (all - begun < Steps && Stop(model.Folder.Config.EndOfText.Contains((int)written[tokens].ToInt64s()[^1])) is { } reason)
        {
            bag.Add(ModelDiagnostics.StoppedWriting.At(model.Folder.Path, model.Folder.Path, all - begun, Steps, reason));
        }

        return this with { Tensors = written, Prompts = all == LengthOf(Tensors, tokens) ? Prompts : Prompts.SetItem(tokens, begun) };
    }

    /// <summary>Why the model wrote less than it might; nothing to say where it is to write to its end.</summary>
    private string? Stop(bool hasEnded) => !hasEnded ? "it has positions for no more" : WritesToEnd ? null : "the last is its end token";

    /// <summary>The same with the tokens that follow from the options and the config.</summary>
    public CaptureInput Prepared(ModelSession session, DiagnosticBag bag)
    {
        var prepared = session.Prepare(Tensors);
        bag.AddRange(prepared.Findings);
        return this with { Tensors = prepared.Tensors };
    }

    private static int LengthOf(ImmutableSortedDictionary<string, Tensor> tensors, string name) => tensors.TryGetValue(name, out var tensor) ? (int)tensor.Dims[^1] : 0;

    private static CaptureInput OfFile(string path, int steps, InspectedModel model, DiagnosticBag bag)
    {
        var tensors = TensorsOf(path);
        var ignored = IgnoredInputs.Of(tensors.Keys, model.Structure);
        if (!ignored.IsEmpty)
        {
            bag.Add(ModelDiagnostics.InputsIgnored.At(path, model.Folder.Path, string.Join(", ", ignored), string.Join(", ", model.Structure.Inputs.Select(i => i.Name).Distinct(StringComparer.Ordinal))));
        }

        return new() { Tensors = tensors, Steps = steps };
    }

    private static ImmutableSortedDictionary<string, Tensor> TensorsOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DiagnosticException(ModelDiagnostics.InputFile.At(path, $"{path} is a folder; give the .safetensors file in it"));
        }

        try
        {
            return SafetensorsReader.Read(path).Tensors;
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(ModelDiagnostics.InputFile.At(path, e.Message.TrimEnd('.')), e);
        }
    }

    private static CaptureInput? OfText(ParseResult parsed, InspectedModel model, DiagnosticBag bag)
    {
        var encoder = ExampleEncoder.Open(model.Folder, model.Structure);
        var example = new Example
        {
            Id = "--text",
            Text = parsed.GetRequiredValue(CaptureSettings.Text),
            Pair = parsed.GetValue(CaptureSettings.Pair),
            Target = parsed.GetValue(CaptureSettings.Target),
            ContentHash = "",
        };
        if (encoder.Encode(example, bag) is not { } encoded)
        {
            return null;
        }

        Report(example, encoded, model, bag);
        var asked = parsed.GetValue(CaptureSettings.Generate);
        var isUntold = model.Structure.Task == ModelTask.Translator && encoded.Target is null;
        return new()
        {
            Tensors = ModelInput.Of(encoded).ToTensors(),
            Steps = asked > 0 ? asked : isUntold ? MostWritten : 0,
            WritesToEnd = asked == 0,
            LabelOf = encoder.LabelOf,
            Labels = [.. encoded.Source.Tokens.Select(t => t.Label)],
        };
    }

    private static void Report(Example example, EncodedExample encoded, InspectedModel model, DiagnosticBag bag)
    {
        if (encoded.Source is { Dropped: > 0 and var dropped, Count: var count })
        {
            bag.Add(TokenDiagnostics.TextCut.At(SourceLocation.None, example.Id, count + dropped, count, dropped));
        }

        if (example.Target is not null && encoded.Target is null)
        {
            bag.Add(TokenDiagnostics.TargetNotRead.At(SourceLocation.None, example.Id, model.Folder.Path));
        }
    }
}
