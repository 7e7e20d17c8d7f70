namespace IzzyViz.Analysis.Diagnostics;

/// <summary>What can be said about a user's input: a code (<c>IZV</c> and four digits), how bad it is, and one sentence with holes.</summary>
/// <param name="Code">1xxx manifest, 2 data and tokens, 3 model, 4 analysis, 5 figure, 6 page, 7 output, 8 review, 9 environment.</param>
/// <param name="MessageFormat">Says what was found and what is allowed or what to do; <c>{0}</c>, <c>{1}</c> … are the arguments.</param>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string MessageFormat)
{
    /// <summary>A name in a stranger's file may be as long as the file; a message is read by people.</summary>
    private const int LongestArgument = 2000;

    public Diagnostic At(SourceLocation location, params object?[] arguments) => new(this, location, [.. arguments.Select(a => Shortened(a?.ToString() ?? ""))]);

    public Diagnostic At(string file, params object?[] arguments) => At(new SourceLocation(file), arguments);

    private static string Shortened(string text) => text.Length <= LongestArgument ? text : text[..(LongestArgument - 1)] + "…";
}
