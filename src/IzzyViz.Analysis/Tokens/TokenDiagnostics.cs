using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Tokens;

/// <summary>IZV25xx: what can be wrong between a row and the token ids a model reads.</summary>
public static class TokenDiagnostics
{
    public static readonly DiagnosticDescriptor TokenizerUnusable = new(
        "IZV2501", Severity.Error, "The tokenizer cannot be used: {0}: {1} {2}");

    public static readonly DiagnosticDescriptor TokenizerMissing = new(
        "IZV2502", Severity.Error, "Example '{0}' is text, and the model at '{1}' has no tokenizer. Put its tokenizer.json beside the model, or give ready input_ids.");

    public static readonly DiagnosticDescriptor TextCut = new(
        "IZV2503", Severity.Warning, "Example '{0}' has {1} tokens and the model has {2} positions; the last {3} were cut off.");

    public static readonly DiagnosticDescriptor IdOutOfRange = new(
        "IZV2504", Severity.Error, "Example '{0}' has token id {1}, and the model's embedding has {2} rows: this tokenizer does not belong to this model.");

    public static readonly DiagnosticDescriptor NoTokens = new(
        "IZV2505", Severity.Error, "Example '{0}' has no tokens: its text holds nothing that the tokenizer keeps.");

    public static readonly DiagnosticDescriptor PairNotTaken = new(
        "IZV2506", Severity.Error, "Example '{0}' is a pair of texts, and a {1} tokenizer reads one text only.");

    public static readonly DiagnosticDescriptor TextsUnreadable = new(
        "IZV2507", Severity.Error, "The texts cannot be read: {0} A JSON array of strings, or of pairs [text, pair], is needed.");

    public static readonly DiagnosticDescriptor TextFailed = new(
        "IZV2508", Severity.Error, "Text {0}: {1}");

    public static readonly DiagnosticDescriptor TargetNotRead = new(
        "IZV2509", Severity.Warning, "Example '{0}' has a target, and the model at '{1}' is no encoder-decoder that would read one: it was left out.");

    public static readonly DiagnosticDescriptor Conversation = new(
        "IZV2510", Severity.Error, "Entry {0} is a conversation, which only the model's own chat template makes a text of; apply it once with the framework, give the text, and add --no-special-tokens.");

    public static readonly DiagnosticDescriptor NoText = new(
        "IZV2511", Severity.Error, "Example '{0}' is text, and the model at '{1}' reads none but {2}: capture it with --inputs, a .safetensors file that holds that.");
}
