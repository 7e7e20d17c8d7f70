using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Tests.Arrays;

public class ArrayChangesTests
{
    [Fact]
    public void Pieces_of_a_word_are_summed_as_keys_and_averaged_as_queries()
    {
        var merged = ArrayChanges.MergeWords(Read("""{"tokens":["[CLS]","burn","##ing"],"matrix":[[0.5,0.3,0.2],[0.2,0.4,0.4],[0.6,0.1,0.3]]}"""));
        Assert.Equal(["[CLS]", "burning"], merged.Axes.Keys.Tokens.Select(t => t.Label));
        Assert.Equal([0.5, 0.5, 0.4, 0.6], merged.First.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Contains("summed over the pieces attended to and averaged", merged.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_words_are_marked_by_how_they_begin_the_rest_goes_on()
    {
        var merged = ArrayChanges.MergeWords(Read("""{"tokens":["<s>","▁lan","tern","▁is","."],"matrix":[[1,0,0,0,0],[0,1,0,0,0],[0,0,1,0,0],[0,0,0,1,0],[0,0,0,0,1]]}"""));
        Assert.Equal(["<s>", "▁lantern", "▁is", "."], merged.Axes.Keys.Tokens.Select(t => t.Label));
    }

    [Fact]
    public void Masked_cells_add_nothing_and_words_exist_where_any_piece_does()
    {
        var merged = ArrayChanges.MergeWords(Read("""{"tokens":["a","##b","c"],"matrix":[[1,5,5],[0.5,0.5,5],[0.2,0.2,0.6]],"mask":"causal"}"""));
        Assert.Equal((true, false, true), (merged.Axes.Mask[0, 0], merged.Axes.Mask[0, 1], merged.Axes.Mask[1, 1]));
        Assert.Equal(1, merged.First[0, 0], 12);
    }

    [Fact]
    public void Hidden_tokens_are_named_with_the_weight_they_take_and_rows_are_not_scaled_up()
    {
        var plain = ArrayChanges.HideSpecial(Read("""{"tokens":["[CLS]","a","b"],"matrix":[[1,0,0],[0.5,0.25,0.25],[0.1,0.4,0.5]]}"""));
        Assert.Equal(["a", "b"], plain.Axes.Keys.Tokens.Select(t => t.Label));
        Assert.Equal([0.25, 0.25, 0.4, 0.5], plain.First.Values.ToArray());
        Assert.Equal("Special tokens are hidden ([CLS]): 30.0\u00a0% of the weight of the rows shown goes to them, and rows are not scaled up for it.", plain.Notes[^1]);
    }

    private static FigureArrays Read(string json) => JsonArrays.Read("a.json", System.Text.Encoding.UTF8.GetBytes(json));
}
