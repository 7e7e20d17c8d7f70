using IzzyViz.Analysis.Tests.Captures.Architectures;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Every form that has a file of its own.</summary>
internal static class FormCatalogue
{
    public static readonly IReadOnlyDictionary<string, Func<FormCase>> All = new[]
    {
        GroupQueryForm.Cases,
        StandardAttentionForm.Cases,
        PackedAttentionForm.Cases,
        PackedCacheForm.Cases,
        MultiHeadForm.Cases,
        QuantisedAttentionForm.Cases,
        HalfPrecisionForm.Cases,
        QuantisedWeightsForm.Cases,
        FourBitWeightsForm.Cases,
        MergedDecoderForm.Cases,
        SharedFunctionForm.Cases,
        CachedCrossForm.Cases,
        LearnedQueryForm.Cases,
        WindowForm.Cases,
        RolledImageForm.Cases,
        WrittenSoftmaxForm.Cases,
        MixedHeadsForm.Cases,
        HeadLayoutForm.Cases,
        LaidFlatForm.Cases,
        SharedKeysForm.Cases,
        PackedProjectionForm.Cases,
        JointStreamsForm.Cases,
    }.SelectMany(c => c).ToDictionary(c => c.Name, c => c.Make, StringComparer.Ordinal);
}
