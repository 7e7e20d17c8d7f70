using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.Tokenizers;

namespace IzzyViz.SiteGen.Cli.Tokens;

/// <summary><c>tokens</c>: what a model's tokenizer makes of texts, as JSON lines or as a table.</summary>
internal static class TokensCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model folder, a model file or a tokenizer.json." };
    private static readonly Argument<string?> Text = new("TEXT") { Description = "The text.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Pair = new("--pair") { Description = "A second text.", HelpName = "text" };
    private static readonly Option<string?> Texts = new("--file") { Description = "A JSON array of strings, or of pairs [text, pair].", HelpName = "file" };
    private static readonly Option<bool> Json = new("--json") { Description = "Write one JSON object per text, one line each." };
    private static readonly Option<bool> Plain = new("--no-special-tokens") { Description = "Leave out the tokens that the template adds." };
    private static readonly Option<int?> MaxLength = new("--max-length") { Description = "Cut to so many tokens, special ones included.", HelpName = "n" };
    private static readonly Option<int> Stride = new("--stride") { Description = "How many tokens cut windows share.", HelpName = "n" };
    private static readonly Option<string> CutSide = new("--truncation-side") { Description = "The side that is cut.", DefaultValueFactory = _ => "right" };
    private static readonly Option<string> Unit = new("--offsets") { Description = "What offsets in JSON count.", DefaultValueFactory = _ => "codepoints" };

    static TokensCommand()
    {
        CutSide.AcceptOnlyFromAmong("left", "right");
        Unit.AcceptOnlyFromAmong("codepoints", "utf16");
    }

    public static Command Create()
    {
        var command = new CheckedCommand("tokens", "Shows the tokens of a text: ids, offsets, labels.") { Model, Text, Pair, Texts, Json, Plain, MaxLength, Stride, CutSide, Unit };
        command.Checks.Add(Problems);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static IEnumerable<string> Problems(CommandResult parsed)
    {
        if (parsed.GetValue(Text) is null == parsed.GetValue(Texts) is null)
        {
            yield return "Give either a text or --file.";
        }

        if (parsed.GetValue(MaxLength) is < 1 || parsed.GetValue(Stride) < 0 || (parsed.GetValue(MaxLength) is null && parsed.GetValue(Stride) > 0))
        {
            yield return "--max-length needs at least 1 token, and --stride needs --max-length.";
        }
    }

    private static ExitCode Run(ParseResult parsed)
    {
        var tokenizer = TokenizerFile.Load(parsed.GetRequiredValue(Model));
        var texts = parsed.GetValue(Texts) is { } file ? TokenTexts.Read(file) : [new(parsed.GetValue(Text)!, parsed.GetValue(Pair))];
        var output = parsed.InvocationConfiguration.Output;
        return parsed.GetValue(Json) ? Lines(parsed, tokenizer, texts, output) : Tables(parsed, tokenizer, texts, output);
    }

    private static ExitCode Lines(ParseResult parsed, HuggingFaceTokenizer tokenizer, ImmutableArray<TokenText> texts, TextWriter output)
    {
        var options = Options(parsed);
        var utf16 = parsed.GetValue(Unit) == "utf16";
        var code = ExitCode.Done;
        foreach (var text in texts)
        {
            try
            {
                output.Write(TokenJson.Line(tokenizer, tokenizer.Encode(text.Text, text.Pair, options), utf16) + "\n");
            }
            catch (TokenizerException problem)
            {
                output.Write(TokenJson.Error(problem.Message) + "\n");
                code = ExitCode.InvalidInput;
            }
        }

        return code;
    }

    private static ExitCode Tables(ParseResult parsed, HuggingFaceTokenizer tokenizer, ImmutableArray<TokenText> texts, TextWriter output)
    {
        var console = TextConsole.On(output);
        for (var i = 0; i < texts.Length; i++)
        {
            try
            {
                TokenTable.Write(console, tokenizer, tokenizer.Encode(texts[i].Text, texts[i].Pair, Options(parsed)), texts[i]);
            }
            catch (TokenizerException problem)
            {
                throw new DiagnosticException(TokenDiagnostics.TextFailed.At(problem.File, i + 1, problem.Message), problem);
            }
        }

        return ExitCode.Done;
    }

    private static EncodeOptions Options(ParseResult parsed) => new()
    {
        AddSpecialTokens = !parsed.GetValue(Plain),
        Truncation = parsed.GetValue(MaxLength) is not { } length ? null : new()
        {
            MaxLength = length,
            Stride = parsed.GetValue(Stride),
            Side = parsed.GetValue(CutSide) == "left" ? Side.Left : Side.Right,
        },
    };
}
