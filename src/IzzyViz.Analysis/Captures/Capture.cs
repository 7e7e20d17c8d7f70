using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Captures;

/// <summary>What one run gave: attention per module and the model's own outputs, in the runtime's memory until disposed.</summary>
public sealed class Capture : IDisposable
{
    private readonly ImmutableArray<IDisposable> _owned;

    internal Capture(ImmutableArray<IDisposable> owned) => _owned = owned;

    public required ImmutableArray<CapturedModule> Modules { get; init; }

    /// <summary>The residual stream <c>[batch, token, width]</c> after each layer, by the name of the layer's self-attention: what enters the next layer, before its norm.</summary>
    public ImmutableSortedDictionary<string, CapturedTensor> Hidden { get; init; } = ImmutableSortedDictionary<string, CapturedTensor>.Empty;

    public required ImmutableSortedDictionary<string, CapturedOutput> Outputs { get; init; }

    /// <summary>Modules that failed their check, and other findings of this run.</summary>
    public required ImmutableArray<Diagnostic> Findings { get; init; }

    public void Dispose()
    {
        foreach (var item in _owned)
        {
            item.Dispose();
        }
    }
}
