using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Slices;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>One statistic of every head over the checkpoints.</summary>
internal sealed record StepPanel(StatisticAxis Axis, ImmutableArray<StepLine> Lines);

/// <param name="Group">Lines of a group have one colour: the layer.</param>
/// <param name="Values">One per step; NaN where there is none.</param>
internal sealed record StepLine(string Name, int Group, ImmutableArray<double> Values);

/// <summary>The steps that all panels share.</summary>
/// <param name="Word">"step".</param>
/// <param name="Places">Numbers to place them by; the positions in the list where not all are numbers.</param>
internal sealed record StepAxis(string Word, ImmutableArray<string> Labels, ImmutableArray<double> Places);
