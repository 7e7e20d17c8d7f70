using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>The colour of a role: a hue for those that name a pattern, a shade for those that only say how far away.</summary>
internal static class RoleColors
{
    public static Paint Of(KeyRole role) => role switch
    {
        KeyRole.Self or KeyRole.Aligned => Paint.Category(2),
        KeyRole.Special => Paint.Category(7),
        KeyRole.First => Paint.Category(4),
        KeyRole.Previous => Paint.Category(0),
        KeyRole.Next => Paint.Category(1),
        KeyRole.SameToken => Paint.Category(3),
        KeyRole.AfterSameToken => Paint.Category(6),
        KeyRole.NearBefore or KeyRole.Earlier => Paint.Level(9),
        KeyRole.NearAfter or KeyRole.Later => Paint.Level(6),
        KeyRole.FarBefore => Paint.Level(4),
        _ => Paint.Level(2),
    };

    /// <summary>The parts of a bar, in the order of the roles.</summary>
    public static IEnumerable<(KeyRole Role, SceneRect Box)> Bar(ImmutableArray<double> shares, SceneRect bar)
    {
        var x = bar.X;
        for (var role = 0; role < shares.Length; role++)
        {
            var width = shares[role] * bar.Width;
            if (width > 0.05)
            {
                yield return ((KeyRole)role, bar with { X = x, Width = width });
            }

            x += width;
        }
    }

    /// <summary>All bars of a picture, one path per role.</summary>
    public static IEnumerable<SceneNode> Draw(IEnumerable<(KeyRole Role, SceneRect Box)> parts) =>
        parts.GroupBy(p => p.Role).OrderBy(g => g.Key).Select(g => new TilesNode([.. g.Select(p => p.Box)]) { Fill = Of(g.Key) });
}
