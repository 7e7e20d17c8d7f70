using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Tokenizers;
using Microsoft.ML.Tokenizers;

namespace IzzyViz.Analysis.Tokens;

/// <summary>Turns examples into the token ids of one model.</summary>
/// <param name="tokenizer">Ours, or any other of Microsoft.ML.Tokenizers; null for a model that is only ever given ids.</param>
public sealed class ExampleEncoder(Tokenizer? tokenizer, ModelFolder model, ModelStructure structure)
{
    private readonly TokenReader? _reader = tokenizer is null ? null : new(tokenizer);

    // A model's fault is the same in every row: it is told of the first.
    private readonly HashSet<DiagnosticDescriptor> _told = [];

    /// <exception cref="DiagnosticException">The model has a tokenizer that cannot be used.</exception>
    public static ExampleEncoder Open(ModelFolder model, ModelStructure structure) =>
        new(model.TokenizerPath is { } path ? TokenizerFile.Load(path) : null, model, structure);

    /// <summary>Null where the example is not one for this model, with a finding (what is wrong with the model itself is found once). What was cut off a long text is counted in <see cref="TokenSequence.Dropped"/>.</summary>
    public EncodedExample? Encode(Example example, DiagnosticBag bag)
    {
        var source = example.InputIds is { } ids ? TokenReader.FromIds(ids, LabelOf, structure.Positions) : Read(example, bag);
        if (source is null || !IsSound(example, source, bag))
        {
            return null;
        }

        var target = example.Target is null || _reader is null || structure.Task != ModelTask.Translator ? null : Target(example.Target);
        return new(source, target);
    }

    /// <summary>The decoder's tokens for ids it wrote itself.</summary>
    public TokenSequence FromIds(IEnumerable<int> ids) => TokenReader.FromIds(ids, LabelOf, structure.Positions);

    /// <summary>What a token is called in figures; its number in brackets where no tokenizer is known.</summary>
    public string LabelOf(int id) => _reader?.LabelOf(id) ?? $"⟨{id}⟩";

    /// <summary>The text of ids, special tokens left out; the ids themselves where no tokenizer is known.</summary>
    public string TextOf(IEnumerable<int> ids) => tokenizer switch
    {
        HuggingFaceTokenizer own => own.Decode(ids, skipSpecialTokens: true),
        null => string.Join(' ', ids),
        _ => tokenizer.Decode(ids) ?? "",
    };

    private void TellOnce(Diagnostic finding, DiagnosticBag bag)
    {
        if (_told.Add(finding.Descriptor))
        {
            bag.Add(finding);
        }
    }

    private TokenSequence? Read(Example example, DiagnosticBag bag)
    {
        if (structure.ReadsNoText)
        {
            var needed = structure.Inputs.First(i => i.FedBy == InputRole.User && i.Type.IsFloat());
            TellOnce(TokenDiagnostics.NoText.At(example.Location, example.Id, model.Path, $"{needed.Name} ({needed.Type.Label()} [{string.Join(", ", needed.Shape)}])"), bag);
            return null;
        }

        if (_reader is null)
        {
            TellOnce(TokenDiagnostics.TokenizerMissing.At(example.Location, example.Id, model.Path), bag);
            return null;
        }

        if (example.Pair is not null && !_reader.TakesPairs)
        {
            bag.Add(TokenDiagnostics.PairNotTaken.At(example.Location, example.Id, tokenizer!.GetType().Name));
            return null;
        }

        return _reader.Read(example.Text!, example.Pair, structure.Positions);
    }

    private bool IsSound(Example example, TokenSequence tokens, DiagnosticBag bag)
    {
        if (tokens.Count == 0)
        {
            bag.Add(TokenDiagnostics.NoTokens.At(example.Location, example.Id));
            return false;
        }

        var largest = tokens.Tokens.Max(t => t.Id);
        if (largest >= structure.VocabularyRows)
        {
            TellOnce(TokenDiagnostics.IdOutOfRange.At(example.Location, example.Id, largest, structure.VocabularyRows), bag);
            return false;
        }

        return true;
    }

    /// <summary>The tokens a decoder reads while it is taught: the start token, then the target without its last token (the end).</summary>
    private TokenSequence Target(string target)
    {
        var taught = _reader!.Read(target, null, structure.Positions);
        var start = model.Config.DecoderStart ?? model.Config.Padding ?? 0;
        var ends = taught.Count > 0 && model.Config.EndOfText.Contains(taught.Tokens[^1].Id);
        return taught with
        {
            Tokens = [new(start, LabelOf(start), 0, 0, -1, true, 0, -1), .. ends ? taught.Tokens[..^1] : taught.Tokens],
        };
    }
}
