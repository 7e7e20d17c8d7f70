using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>
/// Regions grown from the strongest cells, never over a masked cell or over another region. A region takes the growth with the highest score
/// as long as it stays above a share of the best score it ever had, and ends as it was when it had that. Many more are grown than are wanted,
/// and those that stand out most from the whole map are kept: a single strong cell is no block.
/// </summary>
internal sealed class MergingFinder
{
    private const int SeedsPerRegion = 12;

    private readonly WeightMap _map;
    private readonly MergingSettings _settings;
    private readonly RegionScore _score;
    private readonly List<RegionBox> _found = [];

    private MergingFinder(WeightMap map, MergingSettings settings) => (_map, _settings, _score) = (map, settings, new(map));

    public static ImmutableArray<RegionBox> Find(WeightMap map, MergingSettings settings, bool isCompatible) =>
        isCompatible ? CompatibleMerging.Find(map, settings) : new MergingFinder(map, settings).Find();

    private ImmutableArray<RegionBox> Find()
    {
        foreach (var seed in RegionSeeds.Of(_map, _settings, SeedsPerRegion).Where(s => !_found.Exists(r => r.Overlaps(s))))
        {
            Add(Grown(seed));
        }

        return [.. _found.OrderByDescending(_score.Contrast).ThenBy(r => (r.Top, r.Left)).Take(_settings.Count)];
    }

    // A new region that is of one piece with one found before becomes one with it.
    private void Add(RegionBox region)
    {
        var other = _found.FindIndex(r => IsNear(r, region) && _score.IsOne(r, region, _settings.MergeThreshold) && IsFree(r.With(region), except: r));
        if (other < 0)
        {
            _found.Add(region);
            return;
        }

        _found[other] = _found[other].With(region);
    }

    private RegionBox Grown(RegionBox seed)
    {
        var (at, best, bar) = (seed, seed, _score.Contrast(seed));
        while (Next(at, bar * _settings.Threshold) is { } next)
        {
            at = next.Box;
            (best, bar) = next.Score > bar ? (at, next.Score) : (best, bar);
        }

        return best;
    }

    private (RegionBox Box, double Score)? Next(RegionBox box, double bar)
    {
        (RegionBox Box, double Score)? best = null;
        foreach (var candidate in RegionGrowth.Of(box, _map, _settings.Steps).Where(c => IsFree(c, except: null)))
        {
            if (_score.Contrast(candidate) is var score && score > (best?.Score ?? bar))
            {
                best = (candidate, score);
            }
        }

        return best;
    }

    private bool IsFree(RegionBox box, RegionBox? except)
    {
        if (_found.Exists(r => r != except && r.Overlaps(box)))
        {
            return false;
        }

        for (var row = box.Top; row <= box.Bottom; row++)
        {
            for (var column = box.Left; column <= box.Right; column++)
            {
                if (!_map.Axes.Mask[row, column])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsNear(RegionBox one, RegionBox other) =>
        Math.Max(one.Left, other.Left) - Math.Min(one.Right, other.Right) <= _settings.Proximity
        && Math.Max(one.Top, other.Top) - Math.Min(one.Bottom, other.Bottom) <= _settings.Proximity;
}
