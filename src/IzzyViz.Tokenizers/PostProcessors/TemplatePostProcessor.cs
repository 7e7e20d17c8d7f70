using System.Collections.Immutable;
using IzzyViz.Tokenizers.Encodings;

namespace IzzyViz.Tokenizers.PostProcessors;

/// <summary>Fills a template for one text or for two. BertProcessing and RobertaProcessing are templates too.</summary>
internal sealed class TemplatePostProcessor(ImmutableArray<TemplatePiece> single, ImmutableArray<TemplatePiece> pair) : PostProcessor
{
    public override int AddedTokens(bool isPair) => (isPair ? pair : single).Sum(p => p.Tokens.Length);

    public override List<TokenRun> Apply(List<TokenRun> runs, bool addSpecialTokens)
    {
        var output = new List<TokenRun>();
        foreach (var piece in runs.Count == 2 ? pair : single)
        {
            if (piece.Segment >= 0)
            {
                runs[piece.Segment].SetType(piece.TypeId);
                output.Add(runs[piece.Segment]);
            }
            else if (addSpecialTokens)
            {
                output.Add(new([.. piece.Tokens]));
            }
        }

        return output;
    }
}
