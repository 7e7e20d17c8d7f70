using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Printing;

/// <summary>A piece of a line as it is set: from left to right, one font, or one character that no font has.</summary>
/// <param name="Text">What it says, in the order of reading.</param>
/// <param name="Advance">Its width in pixels.</param>
internal abstract record TextRun(string Text, double Advance);

internal sealed record GlyphRun(FontFace Face, double Size, string Text, ImmutableArray<PlacedGlyph> Glyphs, double Advance) : TextRun(Text, Advance);

/// <summary>A grapheme without a glyph, to be shown by its code points.</summary>
internal sealed record MissingRun(string Text, double Size, double Advance) : TextRun(Text, Advance);

/// <param name="Cluster">Where in the run's UTF-8 text the characters begin that it stands for.</param>
internal readonly record struct PlacedGlyph(ushort Id, uint Cluster, double X, double Y);
