using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>A part of a graph that is run on its own.</summary>
/// <param name="Module">The module that can be read behind it; null for the last part.</param>
/// <param name="Nodes">Makers before readers; nodes of constants only are in every part that reads them.</param>
/// <param name="Carried">What it reads of earlier parts.</param>
/// <param name="Given">What it gives out: for its module, and for later parts.</param>
internal sealed record Segment(int? Module, ImmutableArray<OnnxNode> Nodes, ImmutableArray<string> Carried, ImmutableArray<string> Given);
