using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Summaries;

/// <summary>The part of an <see cref="ExampleSummary"/> that is stored as JSON; the numbers follow it as float32.</summary>
internal sealed record StoredExample(
    string ExampleId,
    TokenSequence Source,
    TokenSequence? Target,
    ModelOutputs Outputs,
    ImmutableArray<StoredModule> Modules);

/// <param name="QueriesAreTarget">Rows are the decoder's tokens of an encoder-decoder; else the source's.</param>
/// <param name="Mask">Visible cells as packed bits in base64; null where every cell is visible.</param>
/// <param name="Statistics">How many per head.</param>
internal sealed record StoredModule(
    AttentionModule Module,
    SelfCheck Check,
    bool QueriesAreTarget,
    bool KeysAreTarget,
    string? Mask,
    int Statistics,
    bool HasMaps);

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredExample))]
internal sealed partial class StoredExampleJson : JsonSerializerContext;
