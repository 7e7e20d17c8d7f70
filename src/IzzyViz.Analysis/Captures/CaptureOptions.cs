using System.Collections.Immutable;

namespace IzzyViz.Analysis.Captures;

/// <summary>How a model is run.</summary>
public sealed record CaptureOptions
{
    public static readonly CaptureOptions Default = new();

    /// <summary>Threads inside one operator; 0 lets the runtime choose.</summary>
    public int Threads { get; init; }

    /// <summary>Layers to capture, by module layer number; empty for all.</summary>
    public ImmutableArray<int> Layers { get; init; } = [];

    /// <summary>What to take besides the probabilities.</summary>
    public CaptureParts What { get; init; } = CaptureParts.Attention;

    /// <summary>Bytes that maps may take at once: where a run's maps need more, the graph is run layer by layer. Not taken from the machine, so that every machine does the same.</summary>
    public long MapMemory { get; init; } = 1L << 30;

    /// <summary>Whether each capture proves weights times values against the graph's own tensor.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>Fetch the model's own outputs too; key/value caches never are.</summary>
    public bool WithOutputs { get; init; } = true;

    /// <summary>Run a few tokens once when opening, so that kinds and heads are known before the first example and do not depend on it.</summary>
    public bool Calibrate { get; init; } = true;

    /// <summary>The value of a merged decoder's cache flag.</summary>
    public bool UseCache { get; init; }

    /// <summary>Values for inputs that cannot be derived: input name to number.</summary>
    public ImmutableSortedDictionary<string, double> Feed { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}
