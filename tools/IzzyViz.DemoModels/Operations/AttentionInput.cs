using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>Projected queries [query rows, d] and keys and values [key rows, d], and which rows belong together.</summary>
internal sealed record AttentionInput(Matrix Query, Matrix Key, Matrix Value, Packing Queries, Packing Keys);

/// <param name="Causal">A token sees itself and what is before it.</param>
internal readonly record struct AttentionForm(int Heads, bool Causal);
