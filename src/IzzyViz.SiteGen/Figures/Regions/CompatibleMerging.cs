using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>
/// IzzyViz's second finder, step by step: what it accepts lowers the bar for what comes next, growth is thrown away where regions merge,
/// and regions may overlap.
/// </summary>
internal sealed class CompatibleMerging
{
    private const int MostSweeps = 1000;
    private readonly WeightMap _map;
    private readonly MergingSettings _settings;
    private readonly RegionScore _score;
    private readonly Queue<RegionBox> _waiting;
    private readonly List<RegionBox?> _regions;

    private CompatibleMerging(WeightMap map, MergingSettings settings)
    {
        (_map, _settings, _score) = (map, settings, new(map));
        var seeds = RegionSeeds.Compatible(map, settings);
        _regions = [.. seeds.Take(settings.Count)];
        _waiting = new(seeds.Skip(settings.Count));
    }

    public static ImmutableArray<RegionBox> Find(WeightMap map, MergingSettings settings) => new CompatibleMerging(map, settings).Find();

    private ImmutableArray<RegionBox> Find()
    {
        for (var sweep = 0; sweep < MostSweeps && Sweep(); sweep++)
        {
        }

        var found = _regions.OfType<RegionBox>().ToList();
        while (found.Count < _settings.Count && _waiting.TryDequeue(out var seed))
        {
            found.Add(seed);
        }

        // It sorts upwards and reads the list backwards, equals included.
        return [.. found.OrderBy(_score.Mean).Reverse()];
    }

    private bool Sweep()
    {
        var hasChanged = false;
        for (var i = 0; i < _regions.Count; i++)
        {
            if (_regions[i] is { } region && Grown(region) is var best && best != region)
            {
                hasChanged |= Adopt(i, region, best);
            }
        }

        return hasChanged;
    }

    private bool Adopt(int index, RegionBox region, RegionBox grown)
    {
        var others = Near(index, grown);
        if (others.Count == 0)
        {
            _regions[index] = grown;
            return true;
        }

        if (!others.TrueForAll(o => _score.IsOne(region, _regions[o]!.Value, _settings.MergeThreshold)))
        {
            return false;
        }

        _regions[index] = others.Aggregate(region, (whole, o) => whole.With(_regions[o]!.Value));
        others.ForEach(o => _regions[o] = null);
        others.ForEach(_ => Refill());
        return true;
    }

    private void Refill()
    {
        if (_waiting.TryDequeue(out var seed))
        {
            _regions[_regions.IndexOf(null)] = seed;
        }
    }

    // Overlapping ones first, then those with a small gap.
    private List<int> Near(int index, RegionBox grown)
    {
        var live = Enumerable.Range(0, _regions.Count).Where(i => i != index && _regions[i] is not null).ToList();
        var overlapping = live.Where(i => _regions[i]!.Value.Overlaps(grown)).ToList();
        return [.. overlapping, .. live.Except(overlapping).Where(i => IsNear(_regions[i]!.Value, grown))];
    }

    private bool IsNear(RegionBox one, RegionBox other) =>
        Math.Max(one.Left, other.Left) - Math.Min(one.Right, other.Right) <= _settings.Proximity
        && Math.Max(one.Top, other.Top) - Math.Min(one.Bottom, other.Bottom) <= _settings.Proximity;

    private RegionBox Grown(RegionBox region)
    {
        var (best, bar) = (region, _score.Of(region));
        foreach (var candidate in RegionGrowth.Of(region, _map, _settings.Steps))
        {
            if (_score.Of(candidate) is var score && score > bar * _settings.Threshold)
            {
                (best, bar) = (candidate, score);
            }
        }

        return best;
    }
}
