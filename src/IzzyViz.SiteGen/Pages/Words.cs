using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Pages;

/// <summary>The words pages use for what the code has names for.</summary>
internal static class Words
{
    public static string Of(AttentionKind kind) => kind switch
    {
        AttentionKind.Encoder => "encoder",
        AttentionKind.Decoder => "decoder",
        AttentionKind.Cross => "cross-attention",
        AttentionKind.Text => "text tower",
        AttentionKind.Vision => "image tower",
        _ => "attention pooling",
    };

    public static string Of(CaptureMechanism mechanism) => mechanism switch
    {
        CaptureMechanism.Tap => "read from a tensor the graph has",
        CaptureMechanism.Native => "the fused operator's own score output",
        CaptureMechanism.SideBranch => "the fused operator written as a projection and an operator that gives its scores",
        _ => "an output the model already has",
    };

    public static string Of(RowSum sum) => sum switch
    {
        RowSum.One => "1",
        RowSum.AtMostOne => "at most 1",
        _ => "any",
    };

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Quantity.Count(count).Text} {many}";

    public static string Count(int count, string one) => Count(count, one, one + "s");

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes}\u00a0bytes",
        < 1 << 20 => $"{bytes / 1024.0:0.0}\u00a0KiB",
        < 1 << 30 => $"{bytes / 1048576.0:0.0}\u00a0MiB",
        _ => $"{bytes / 1073741824.0:0.00}\u00a0GiB",
    };

    /// <summary>First letter upper case, for the start of a sentence or a label.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
