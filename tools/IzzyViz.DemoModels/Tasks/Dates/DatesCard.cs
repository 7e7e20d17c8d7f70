using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Dates;

/// <summary>What the model card says; the figures are measured when it is written.</summary>
internal static class DatesCard
{
    public const int HeldOutSamples = 1000;
    public const int HeldOutSeed = 4245;

    public static ImmutableArray<WrittenDate> HeldOutDates()
    {
        var random = new Random(HeldOutSeed);
        return [.. Enumerable.Range(0, HeldOutSamples).Select(_ => DateStyles.DrawHeldOut(random))];
    }

    public static string Write(EncoderDecoder model) => $"""
        # dates

        Translates a date as people write it ("the 3rd of March, 1997", "3 Mar '97") to ISO 8601 ("1997-03-03"). Each digit of the
        answer has a known source, so the cross-attention can be read as an alignment.

        - **Architecture**: Marian; {DatesTask.Shape.Layers} encoder and {DatesTask.Shape.Layers} decoder layers of {DatesTask.Shape.Heads} heads, width {DatesTask.Shape.Width}, {model.Parameters.Count:N0} weights, sinusoidal
          positions.
        - **Files**: `encoder_model.onnx` (`input_ids`, `attention_mask` to `last_hidden_state`), `decoder_model.onnx` (`input_ids`,
          `encoder_hidden_states`, `encoder_attention_mask` to `logits`), both opset 17 without attention outputs; `tokenizer.json`
          (byte-level BPE, {DatesTask.Tokenizer.Vocabulary.Pieces.Length} pieces; every digit is a token of its own), `config.json`. The decoder starts from `<pad>`.
        - **Data**: dates from {DateStyles.FirstYear} to {DateStyles.LastYear} in {DateStyles.Names.Length} styles, {DatesTask.Plan.Steps:N0} batches of {DatesTask.Plan.BatchSize}, seed {DatesTask.Plan.Seed}. One date in eight, chosen by
          its hash, is never trained on in any style; the figures below and `datasets/dates.tsv` use only those.
        - **Licence**: MIT. Trained by this project from random weights.

        ## Exact match on {HeldOutSamples:N0} held-out dates (greedy)

        {ExactMatch(model)}

        ## Where the heads look

        Share of the attention of the positions that write year, month and day that goes to the tokens that say them, for dates
        written like "3 March 1997".

        {Alignment(model)}

        ## Limits

        English months, day before month in dotted dates, two-digit years from 50 to 99 in the last century and from 00 to 49 in this
        one. It does not check that a date exists, and makes a date of any text it is given.

        ## Retraining

            dotnet run --project tools/IzzyViz.DemoModels -c Release -- dates --out models/dates

        takes one to two minutes on one core. The same machine gives the same weights; others may differ in the last digits, so
        retraining is tested by score.

        """;

    private static string ExactMatch(EncoderDecoder model)
    {
        var dates = HeldOutDates();
        return MarkdownTable.Of(
            ["style", "n", "exact match"],
            [Row("all", dates), .. DateStyles.Names.Select(style => Row(style, [.. dates.Where(date => date.Style == style)]))]);

        string[] Row(string name, ImmutableArray<WrittenDate> some) =>
            [name, $"{some.Length}", $"{Score.Exact(model, some.Select(DatesTask.ToSample)):F3}"];
    }

    private static string Alignment(EncoderDecoder model)
    {
        ImmutableArray<ImmutableArray<HeadScore>> columns = [.. DateAlignment.Parts.Select(part => DateAlignment.Of(model, part))];
        return MarkdownTable.Of(
            ["head", .. DateAlignment.Parts.Select(part => part.Name)],
            columns[0].Select((head, i) => new[] { HeadNames.Cross(head) }.Concat(columns.Select(column => $"{column[i].Value:F2}")).ToArray()));
    }
}
