using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.Analysis.Captures;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>The options of <c>capture</c>.</summary>
internal static class CaptureSettings
{
    public static readonly Option<string?> Inputs = new("--inputs") { Description = "Tensors to feed, by name (.safetensors).", HelpName = "file" };
    public static readonly Option<string?> Text = new("--text") { Description = "A text to feed, through the model's tokenizer.", HelpName = "text" };
    public static readonly Option<string?> Pair = new("--pair") { Description = "A second text.", HelpName = "text" };
    public static readonly Option<string?> Target = new("--target") { Description = "What an encoder-decoder reads as its own words; else what it writes.", HelpName = "text" };
    public static readonly Option<string> Out = CommonOptions.Out("Where the attention goes (.safetensors).");

    public static readonly Option<int> Generate = new("--generate")
    {
        Description = "Let a decoder write so many tokens first; the matrices cover prompt and continuation.",
        HelpName = "n",
    };

    public static readonly Option<ImmutableArray<int>> Layers = new("--layers")
    {
        Description = "Which layers, as in 0,2-4.",
        HelpName = "list",
        DefaultValueFactory = _ => [],
        CustomParser = LayerList.Parse,
    };

    public static readonly Option<ImmutableSortedDictionary<string, double>> Feed = new("--feed")
    {
        Description = "A number for an input that cannot be derived.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ImmutableSortedDictionary<string, double>.Empty,
        CustomParser = FeedValues.Parse,
    };

    public static readonly Option<long> Memory = new("--memory")
    {
        Description = "How much the maps of all layers may take at once, as in 512MB or 4GB; what takes more is run layer by layer.",
        HelpName = "size",
        DefaultValueFactory = _ => CaptureOptions.Default.MapMemory,
        CustomParser = MemorySize.Parse,
    };

    public static readonly Option<CaptureParts> What = new("--what")
    {
        Description = "What to write, of attention, q, k, v, hidden.",
        HelpName = "list",
        DefaultValueFactory = _ => CaptureParts.Attention,
        CustomParser = PartList.Parse,
    };

    /// <summary>What no single option can tell.</summary>
    public static IEnumerable<string> Problems(CommandResult parsed)
    {
        var text = parsed.GetValue(Text);
        if ((text is null) == (parsed.GetValue(Inputs) is null))
        {
            yield return "Give either --text or --inputs.";
        }

        if (text is null && (parsed.GetValue(Pair) ?? parsed.GetValue(Target)) is not null)
        {
            yield return "--pair and --target need --text.";
        }

        if (parsed.GetValue(Generate) < 0)
        {
            yield return "--generate needs a number of tokens.";
        }
    }

    public static CaptureOptions Options(ParseResult parsed) => new()
    {
        Threads = parsed.GetValue(CommonOptions.Threads) ?? 0,
        WithOutputs = false,
        Calibrate = false,
        Layers = parsed.GetValue(Layers),
        What = parsed.GetValue(What),
        MapMemory = parsed.GetValue(Memory),
        Feed = parsed.GetValue(Feed)!,
    };
}
