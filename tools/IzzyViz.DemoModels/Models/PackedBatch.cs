using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Models;

/// <summary>Samples laid end to end.</summary>
internal sealed record PackedBatch(int[] Ids, Packing Packing, int[] SourceIds, Packing SourcePacking, int[] Targets)
{
    public static PackedBatch Of(IReadOnlyCollection<Sample> samples) => new(
        [.. samples.SelectMany(s => s.Ids)],
        Packing.Of(samples.Select(s => s.Ids.Length)),
        [.. samples.SelectMany(s => s.Source)],
        Packing.Of(samples.Select(s => s.Source.Length)),
        [.. samples.SelectMany(s => s.Targets)]);
}
