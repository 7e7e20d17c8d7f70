using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;
using IzzyViz.DemoModels.Tokenizers;

namespace IzzyViz.DemoModels.Tests.Tokenizers;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The plot was not dull.", "[CLS] the plot was not dull . [SEP]")]
    [InlineData("We felt surprisingly zithery, yet", "[CLS] we felt surprising ##ly [UNK] , yet [SEP]")]
    public void WordPiece_takes_the_longest_piece(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', PolarityTask.Tokenizer.Encode(text).Select(id => PolarityVocabulary.Pieces[id])));

    [Theory]
    [InlineData("the 3rd of March, 1997", "the Ġ3 rd Ġof ĠMarch , Ġ1 9 9 7")]
    [InlineData("1997-03-13", "1 9 9 7 - 0 3 - 1 3")]
    [InlineData("3 Mar '97", "3 ĠMar Ġ' 9 7")]
    public void Byte_level_pieces_hold_one_digit_at_most(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', DatesTask.Tokenizer.Encode(text).Select(Piece)));

    private static string Piece(int id) => DatesTask.Tokenizer.Vocabulary.Pieces[id];

    [Fact]
    public void WordLevel_begins_with_the_start_token_and_knows_what_it_does_not_know()
    {
        var ids = InductionTask.Tokenizer.Encode("cat unicorn dog");
        Assert.Equal("<s> cat <unk> dog", string.Join(' ', ids.Select(id => InductionVocabulary.Pieces[id])));
    }

    [Fact]
    public void Merges_come_in_order_of_frequency_and_ties_in_order_of_spelling()
    {
        var vocabulary = BpeTrainer.Train(["ab ab cd", "12"], ["<pad>"]);
        Assert.Equal([("a", "b"), ("c", "d"), ("Ġ", "ab"), ("Ġ", "cd")], vocabulary.Merges);
        Assert.Equal("<pad>", vocabulary.Pieces[0]);
        Assert.Equal(1 + 256 + 4, vocabulary.Pieces.Length);
    }
}
