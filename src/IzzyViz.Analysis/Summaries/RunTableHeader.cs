using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Summaries;

/// <summary>What a run table file says in words: everything but the arrays.</summary>
internal sealed record RunTableHeader
{
    public required string ModelId { get; init; }

    public required string SliceId { get; init; }

    public required ImmutableSortedDictionary<string, string> Provenance { get; init; }

    public required ImmutableArray<AttentionModule> Modules { get; init; }

    public required ImmutableArray<HeadAddress> Heads { get; init; }

    public required ImmutableArray<string> StatisticIds { get; init; }

    public required ImmutableArray<StoredRow> Examples { get; init; }

    public static RunTableHeader Of(RunTable table) => new()
    {
        ModelId = table.ModelId,
        SliceId = table.SliceId,
        Provenance = table.Provenance.WithComparers(StringComparer.Ordinal),
        Modules = table.Modules,
        Heads = table.Heads,
        StatisticIds = table.StatisticIds,
        Examples = [.. table.Examples.Select(StoredRow.Of)],
    };

    public RunTable ToTable(Safetensors container) => new()
    {
        ModelId = ModelId,
        SliceId = SliceId,
        Provenance = Provenance.WithComparers(StringComparer.Ordinal),
        Modules = Modules,
        Heads = Heads,
        StatisticIds = StatisticIds,
        Examples = RunTableTensors.Rows(container, Examples),
        Values = container["values"].Exactly<float>(ElementType.Float32, Examples.Length, Heads.Length, StatisticIds.Length),
    };
}

/// <param name="Embedding">Length of its vector in the tensor of that name; null where it has none.</param>
/// <param name="Checks">How many self-checks it has in the tensor of that name.</param>
internal sealed record StoredRow(
    string Id,
    string ContentHash,
    int Tokens,
    ImmutableArray<string> Tags,
    string? Label,
    string Text,
    OutputRow Outputs,
    int? Embedding,
    int Checks)
{
    public static StoredRow Of(ExampleRow row)
    {
        var outputs = row.Outputs with { Embedding = null };
        var embedding = row.Outputs.Embedding?.Length;
        return new(row.Id, row.ContentHash, row.Tokens, row.Tags, row.Label, row.Text, outputs, embedding, row.Checks.Length);
    }

    public ExampleRow ToRow(ImmutableArray<float>? embedding, ImmutableArray<SelfCheck> checks) =>
        new(Id, ContentHash, Tokens, Tags, Label, Text, Outputs with { Embedding = embedding }, checks);
}

[JsonSerializable(typeof(RunTableHeader))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
internal sealed partial class RunTableJson : JsonSerializerContext;
