using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;

namespace IzzyViz.Analysis.Models;

/// <summary>Everything that can be wrong with a model or cannot be read from it, in code order.</summary>
public static class ModelDiagnostics
{
    public static readonly DiagnosticDescriptor Missing =
        new("IZV3001", Severity.Error, "There is no model at '{0}': give an .onnx file or a folder that holds one.");

    public static readonly DiagnosticDescriptor Ambiguous =
        new("IZV3002", Severity.Error, "'{0}' holds several models: {1}. Choose one with --file.");

    public static readonly DiagnosticDescriptor Pointer =
        new("IZV3003", Severity.Error, "'{0}' is a {1} pointer and not the file itself: run '{2}'.");

    public static readonly DiagnosticDescriptor Unreadable =
        new("IZV3004", Severity.Error, "'{0}' is not a readable ONNX model, or is cut short: {1}.");

    public static readonly DiagnosticDescriptor WrongFormat =
        new("IZV3005", Severity.Error, "'{0}' is {1}, which hides the graph: give the .onnx file it was made from.");

    public static readonly DiagnosticDescriptor TooNew =
        new("IZV3006", Severity.Error, "'{0}' uses {1} {2}; ONNX Runtime here knows up to {3}. Export it with an earlier version.");

    public static readonly DiagnosticDescriptor UnknownOperator =
        new("IZV3007", Severity.Error, "Node '{0}' is a {1}, which has no CPU kernel in ONNX Runtime: {2}.");

    public static readonly DiagnosticDescriptor ExternalData =
        new("IZV3008", Severity.Error, "Tensor '{0}' lies in '{1}', {2}.");

    public static readonly DiagnosticDescriptor Oversize =
        new("IZV3009", Severity.Error, "'{0}' holds {1}, which no model needs: it is damaged, or made to take all memory.");

    public static readonly DiagnosticDescriptor NoAttention =
        new("IZV3010", Severity.Error, "'{0}' has no attention over tokens that can be captured: {1}.");

    public static readonly DiagnosticDescriptor NotTokenAttention =
        new("IZV3011", Severity.Info, "Softmax '{0}' is not attention over tokens: {1}.");

    public static readonly DiagnosticDescriptor UnsupportedForm =
        new("IZV3012", Severity.Warning, "The attention of node '{0}' ({1}) cannot be captured: {2}.");

    public static readonly DiagnosticDescriptor NeedsInput =
        new("IZV3013", Severity.Error, "Graph input '{0}' ({1}) cannot be derived: give it {2}.");

    public static readonly DiagnosticDescriptor RuntimeRefused =
        new("IZV3014", Severity.Error, "ONNX Runtime refuses '{0}': {1}.");

    public static readonly DiagnosticDescriptor RunFailed =
        new("IZV3015", Severity.Error, "Running '{0}' failed: {1}.");

    public static readonly DiagnosticDescriptor CheckFailed =
        new("IZV3016", Severity.Warning, "Module {0} failed its self-check and is not written: {1}.");

    public static readonly DiagnosticDescriptor OutputsChanged =
        new("IZV3017", Severity.Warning, "Output '{0}' of '{1}' differs by {2} when attention is captured; at most {3} is accepted.");

    public static readonly DiagnosticDescriptor EndsProcess =
        new("IZV3018", Severity.Error, "Node '{0}' ({1}) would end the process in ONNX Runtime: {2}.");

    public static readonly DiagnosticDescriptor WrongInput =
        new("IZV3019", Severity.Error, "Input '{0}' has the shape [{1}]; the graph takes [{2}].");

    public static readonly DiagnosticDescriptor Config =
        new("IZV3020", Severity.Error, "'{0}' is not a configuration in JSON: {1}.");

    public static readonly DiagnosticDescriptor InputsIgnored =
        new("IZV3021", Severity.Info, "'{0}' does not take {1}, which was ignored; it takes {2}.");

    public static readonly DiagnosticDescriptor InputFile =
        new("IZV3022", Severity.Error, "The inputs cannot be read: {0}.");

    public static readonly DiagnosticDescriptor CannotWriteOn =
        new("IZV3023", Severity.Error, "'{0}' cannot go on writing: {1}.");

    public static readonly DiagnosticDescriptor NothingOfLayers =
        new("IZV3024", Severity.Error, "'{0}' has no attention in the layers asked for; it has {1}.");

    public static readonly DiagnosticDescriptor StartsAlone =
        new("IZV3025", Severity.Info, "The decoder of '{0}' was given no tokens: it reads its start token ({1}) alone. Give what it is to read as --target beside --text, or as decoder_input_ids in --inputs.");

    public static readonly DiagnosticDescriptor FeedUnknown =
        new("IZV3026", Severity.Error, "'{0}' has no input '{1}' that a number could be fed to; it takes {2}.");

    public static readonly DiagnosticDescriptor FeedUnused =
        new("IZV3027", Severity.Warning, "The number for '{0}' is not used: the inputs hold it already.");

    public static readonly DiagnosticDescriptor NotWhole =
        new("IZV3028", Severity.Error, "Input '{0}' takes whole numbers, and {1} is none.");

    public static readonly DiagnosticDescriptor IdOutside =
        new("IZV3029", Severity.Error, "Input '{0}' holds the token id {1}; the model's embedding has {2} rows, so its ids are 0 to {3}.");

    public static readonly DiagnosticDescriptor NotAlike =
        new("IZV3030", Severity.Error, "Inputs '{0}' [{1}] and '{2}' [{3}] stand for the same tokens and differ in size.");

    public static readonly DiagnosticDescriptor NoProjections =
        new("IZV3031", Severity.Warning, "Not all of the queries, keys and values of module {0} are written: {1}.");

    public static readonly DiagnosticDescriptor MoreThanProduct =
        new("IZV3032", Severity.Info, "The weights of module {0} follow from more than the product of its queries and keys: the graph adds a bias, or caps or rounds the scores.");

    public static readonly DiagnosticDescriptor NoHidden =
        new("IZV3033", Severity.Warning, "The residual stream after {0} is not written: {1}.");

    public static readonly DiagnosticDescriptor TooLarge =
        new("IZV3034", Severity.Error, "A tensor of '{0}' takes {1} GB; at most 2 GB can be read at once: shorten the input.");

    public static readonly DiagnosticDescriptor TooManyTokens =
        new("IZV3035", Severity.Error, "Input '{0}' has {1} tokens; the model has {2} positions. Shorten it.");

    public static readonly DiagnosticDescriptor PositionOutside =
        new("IZV3036", Severity.Error, "Input '{0}' holds the position {1}; the model has {2} positions, 0 to {3}.");

    public static readonly DiagnosticDescriptor NothingToRead =
        new("IZV3037", Severity.Error, "Input '{0}' has the shape [{1}]: there is nothing in it to read.");

    public static readonly DiagnosticDescriptor StoppedWriting =
        new("IZV3038", Severity.Info, "'{0}' wrote {1} of {2} tokens: {3}.");

    public static readonly DiagnosticDescriptor LayersMissing =
        new("IZV3039", Severity.Warning, "'{0}' has no attention in layer {1} of those asked for; it has {2}.");

    internal static Diagnostic Describe(PointerFile pointer) => Pointer.At(pointer.Path, pointer.Path, pointer.Keeper, pointer.PullCommand);
}
