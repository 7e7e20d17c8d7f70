using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.Encodings;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PostProcessors;

/// <summary>Makes the post-processor that a <c>tokenizer.json</c> describes.</summary>
internal static class PostProcessorPart
{
    private const string Known = "Known are BertProcessing, ByteLevel, RobertaProcessing, Sequence and TemplateProcessing.";

    public static PostProcessor Load(JsonPart part, UnicodeTables tables) => part.Type switch
    {
        "Sequence" => new SequencePostProcessor([.. part.Parts("processors").Select(p => Load(p, tables))]),
        "ByteLevel" => ByteLevel(part, tables),
        "TemplateProcessing" => new TemplatePostProcessor(Template(part, "single"), Template(part, "pair")),
        "BertProcessing" => Surrounding(part, secondType: 1, separators: 1),
        "RobertaProcessing" => new SequencePostProcessor([ByteLevel(part, tables), Surrounding(part, secondType: 0, separators: 2)]),
        var type => throw part.Unsupported($"the post-processor {type} is not supported.", Known),
    };

    private static ByteLevelPostProcessor ByteLevel(JsonPart part, UnicodeTables tables) =>
        new(part.Flag("trim_offsets", true), part.Flag("add_prefix_space", true), tables);

    /// <summary>cls A sep, and cls A sep [sep] B sep for pairs.</summary>
    private static TemplatePostProcessor Surrounding(JsonPart part, int secondType, int separators)
    {
        var start = Token(part, "cls", 0);
        var end = Token(part, "sep", 0);
        ImmutableArray<TemplatePiece> single = [start, TemplatePiece.Text(0, 0), end];
        return new(
            single,
            [.. single, .. Enumerable.Repeat(end, separators - 1), TemplatePiece.Text(1, secondType), Token(part, "sep", secondType)]);
    }

    private static TemplatePiece Token(JsonPart part, string name, int typeId)
    {
        var pair = part.List(name);
        return pair.Count == 2 && pair[0]?.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? TemplatePiece.Token(part.ToId(pair[1], name), pair[0]!.GetValue<string>(), typeId)
            : throw part.Missing(name, "a token and its id");
    }

    private static ImmutableArray<TemplatePiece> Template(JsonPart part, string name) =>
        [.. part.Parts(name).Select(item => item.Has("Sequence") ? Segment(item.Part("Sequence"), part) : Tokens(item.Part("SpecialToken"), part))];

    private static TemplatePiece Segment(JsonPart item, JsonPart part) => item.Text("id") switch
    {
        "A" => TemplatePiece.Text(0, item.Number("type_id")),
        "B" => TemplatePiece.Text(1, item.Number("type_id")),
        _ => throw part.Missing("Sequence", "A or B"),
    };

    private static TemplatePiece Tokens(JsonPart item, JsonPart part)
    {
        var type = item.Number("type_id");
        var token = part.Part("special_tokens").Part(item.Text("id"));
        var (ids, names) = (token.List("ids"), token.List("tokens"));
        return ids.Count == names.Count
            ? new(-1, type, [.. ids.Zip(names, (id, name) => TokenEntry.Added(part.ToId(id, "ids"), Name(name, part), type))])
            : throw part.Missing("special_tokens", "as many ids as tokens");
    }

    private static string Name(JsonNode? node, JsonPart part) =>
        node is JsonValue value && value.TryGetValue<string>(out var name) ? name : throw part.Missing("tokens", "a list of texts");
}
