using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>What the tool asks of a process of its own.</summary>
internal abstract record Request;

/// <summary>Comes first: which model the examples are for.</summary>
internal sealed record OpenModel(string Id, string Path, string? File, string ContentHash, CaptureOptions Options) : Request;

/// <param name="Statistics">By id.</param>
internal sealed record AnalyseExample(Example Example, ImmutableArray<string> Statistics, bool KeepsMaps) : Request;

internal sealed record CompareOutputs(Example Example) : Request;

/// <summary>The whole verb <c>capture</c>, which needs no model opened.</summary>
internal sealed record RunCapture(ImmutableArray<string> Arguments) : Request;

/// <summary>What the process answers.</summary>
internal sealed record Reply
{
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>What ended the work on this request; null where it was done.</summary>
    public Diagnostic? Failure { get; init; }

    /// <summary>Where a failure came from, for whoever asked for details.</summary>
    public string? Stack { get; init; }

    /// <summary>How much of the body is a result's numbers; the rest is its maps. Null where the example gave no result.</summary>
    public int? Numbers { get; init; }

    public double? Difference { get; init; }
}
