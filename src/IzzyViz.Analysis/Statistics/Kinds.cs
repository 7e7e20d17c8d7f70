using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Statistics;

/// <summary>Which kinds of attention a statistic makes sense for.</summary>
internal static class Kinds
{
    public static bool All(AttentionKind kind) => true;

    /// <summary>Queries and keys are the same tokens.</summary>
    public static bool Self(AttentionKind kind) => kind is not (AttentionKind.Cross or AttentionKind.Pool);

    /// <summary>The same tokens, in the order of a text: image patches have no previous one.</summary>
    public static bool SelfOverText(AttentionKind kind) => kind is AttentionKind.Encoder or AttentionKind.Decoder or AttentionKind.Text;

    /// <summary>Text that is seen both ways.</summary>
    public static bool SelfBothWays(AttentionKind kind) => kind is AttentionKind.Encoder or AttentionKind.Text;
}
