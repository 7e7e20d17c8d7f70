using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <param name="Tags">Sorted: which constructions the sentence holds.</param>
internal sealed record Review(string Text, bool IsPositive, ImmutableArray<string> Tags)
{
    public string Label => IsPositive ? "positive" : "negative";
}
