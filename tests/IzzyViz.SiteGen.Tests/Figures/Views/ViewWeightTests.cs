using System.Text;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Views;

public class ViewWeightTests
{
    [Theory]
    [InlineData(24, 12, 12)]
    [InlineData(64, 12, 12)]
    [InlineData(512, 2, 4)]
    [InlineData(64, 32, 32)]
    public void A_model_view_stays_within_its_part_of_a_page(int tokens, int layers, int heads)
    {
        var options = ModelViewOptions.Default with { LinkOf = h => $"heads/{h.Short}.html" };
        AssertLight(ModelViewFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, layers, heads, tokens), options), 450_000, 3_500);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(512)]
    public void Views_of_one_text_stay_light(int tokens)
    {
        var maps = SampleMaps.Model(AttentionKind.Decoder, 6, 4, tokens);
        var layers = HeadMean.PerLayer(maps);
        AssertLight(HeadViewFigure.Draw(maps[..8], HeadViewOptions.Default), 100_000, 400);
        AssertLight(HeadSumFigure.Draw(maps[..4], HeadSumOptions.Default), 220_000, 400);
        AssertLight(RolloutFigure.Draw(layers, RolloutOptions.Default), 140_000, 400);
        AssertLight(LayerArcsFigure.Draw(layers, LayerArcsOptions.Default), 140_000, 400);
        AssertLight(TokenJourneyFigure.Draw(layers, TokenJourneyOptions.Default), 30_000, 200);
        AssertLight(TokenColoursFigure.Draw(layers[^1], TokenColoursOptions.Default), 110_000, 1_800);
    }

    [Fact]
    public void An_atlas_of_a_thousand_heads_fits_on_a_page()
    {
        var heads = RoleShares.Of([SampleMaps.Model(AttentionKind.Decoder, 32, 32, 12)]);
        AssertLight(HeadAtlasFigure.Draw(heads, HeadAtlasOptions.Default with { LinkOf = h => h.Short }), 260_000, 3_800);
        AssertLight(RoleMapFigure.Draw(heads, RoleMapOptions.Default with { LinkOf = h => h.Short }), 260_000, 3_800);
    }

    private static void AssertLight(Figure figure, int bytes, int elements)
    {
        var svg = FigureWriter.Inline(figure);
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 1, bytes);
        Assert.InRange(svg.Count(c => c == '<') - svg.Split("</").Length + 1, 1, elements);
    }
}
