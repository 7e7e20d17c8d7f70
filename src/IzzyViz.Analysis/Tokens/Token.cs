namespace IzzyViz.Analysis.Tokens;

/// <summary>One token as the model reads it.</summary>
/// <param name="Label">What people read in figures; spaces and bytes made visible.</param>
/// <param name="Start">First UTF-16 unit of its source in the segment's text; equal to <paramref name="End"/> where it covers none.</param>
/// <param name="Segment">0 or 1: which text it came from; -1 for a token the template added.</param>
/// <param name="Word">Index of the word inside its segment, -1 where there is none; sub-words of one word share it.</param>
public readonly record struct Token(int Id, string Label, int Start, int End, int Segment, bool IsSpecial, int TypeId, int Word);
