using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IzzyViz.Analysis.Statistics;

/// <summary>Every statistic, in the order in which pages show them.</summary>
public static class StatisticCatalogue
{
    private static readonly FrozenDictionary<string, StatisticDefinition> ById;

    static StatisticCatalogue()
    {
        All =
        [
            Entropy.Definition,
            NormalizedEntropy.Definition,
            Confidence.Definition,
            AttentionDistance.Definition,
            SinkMass.Definition,
            SpecialTokenMass.Definition,
            PreviousToken.Definition,
            NextToken.Definition,
            SelfToken.Definition,
            DuplicateToken.Definition,
            Induction.Definition,
        ];
        ById = All.ToFrozenDictionary(d => d.Id, StringComparer.Ordinal);
    }

    public static ImmutableArray<StatisticDefinition> All { get; }

    public static bool TryGet(string id, [NotNullWhen(true)] out StatisticDefinition? definition) => ById.TryGetValue(id, out definition);
}
