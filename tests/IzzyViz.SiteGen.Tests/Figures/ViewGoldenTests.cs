using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>The views of other tools and the figures of evolution, kept as files: look at the picture before accepting a change.</summary>
public class ViewGoldenTests
{
    [Fact]
    public void Head_view() => Match("head-view", HeadViewFigure.Draw(SampleMaps.Encoder(12)[4..], HeadViewOptions.Default));

    [Fact]
    public void Head_view_of_a_long_causal_text() => Match("head-view-long", HeadViewFigure.Draw(SampleMaps.Decoder(100)[..2], HeadViewOptions.Default));

    [Fact]
    public void Head_view_of_cross_attention() => Match("head-view-cross", HeadViewFigure.Draw(SampleMaps.Cross(6, 11)[..3], HeadViewOptions.Default));

    [Fact]
    public void Model_view_of_two_kinds() => Match("model-view", ModelViewFigure.Draw([.. SampleMaps.Encoder(10), .. SampleMaps.Cross(6, 10)], ModelViewOptions.Default));

    [Fact]
    public void Neuron_view() => Match("neuron-view", NeuronViewFigure.Draw(SampleVectors.Of(9, 24), NeuronViewOptions.Default));

    [Fact]
    public void Heads_taken_together() => Match("head-sum", HeadSumFigure.Draw(SampleMaps.Encoder(12)[..4], HeadSumOptions.Default));

    [Fact]
    public void Coloured_tokens() => Match("token-colours", TokenColoursFigure.Draw(SampleMaps.Single(24, isCausal: true), TokenColoursOptions.Default with { From = 9 }));

    [Fact]
    public void Coloured_tokens_in_every_script() => Match("token-colours-scripts", TokenColoursFigure.Draw(SampleMaps.OfMixed(), TokenColoursOptions.Default with { Width = 360 }));

    [Fact]
    public void Coloured_tokens_from_right_to_left() => Match("token-colours-arabic", TokenColoursFigure.Draw(SampleMaps.OfArabic(), TokenColoursOptions.Default with { To = 3 }));

    [Fact]
    public void Rollout() => Match("rollout", RolloutFigure.Draw(HeadMean.PerLayer(SampleMaps.Model(AttentionKind.Encoder, 4, 4, 12)), RolloutOptions.Default));

    [Fact]
    public void Arcs_through_the_layers() => Match("layer-arcs", LayerArcsFigure.Draw(HeadMean.PerLayer(SampleMaps.Model(AttentionKind.Encoder, 4, 4, 12)), LayerArcsOptions.Default));

    [Fact]
    public void Journey_of_a_token() => Match("token-journey", TokenJourneyFigure.Draw(HeadMean.PerLayer(SampleMaps.Model(AttentionKind.Decoder, 6, 4, 14)), TokenJourneyOptions.Default));

    [Fact]
    public void While_a_text_is_written() => Match("generation", GenerationFigure.Draw(HeadMean.Of(SampleMaps.Decoder(16)), new() { Prompt = 9 }));

    [Fact]
    public void While_a_translation_is_written() => Match("generation-cross", GenerationFigure.Draw(HeadMean.Of(SampleMaps.Cross(7, 12)), new() { Prompt = 1 }));

    [Fact]
    public void Attention_by_role() => Match("role-map", RoleMapFigure.Draw(RoleShares.Of([SampleMaps.Encoder(12), SampleMaps.Encoder(20)]), RoleMapOptions.Default));

    [Fact]
    public void Atlas_of_the_heads() => Match("head-atlas", HeadAtlasFigure.Draw(RoleShares.Of([SampleMaps.Model(AttentionKind.Encoder, 4, 8, 20)]), HeadAtlasOptions.Default));

    private static void Match(string name, Figure figure) => Golden.Match(FigureWriter.Standalone(figure), $"Figures/Goldens/{name}.svg", typeof(ViewGoldenTests).Assembly);
}
