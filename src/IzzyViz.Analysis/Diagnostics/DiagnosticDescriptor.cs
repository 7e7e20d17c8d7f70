namespace IzzyViz.Analysis.Diagnostics;

/// <summary>What can be said about a user's input: a code (<c>IZV</c> and four digits), how bad it is, and one sentence with holes.</summary>
/// <param name="Code">1xxx manifest, 2 data and tokens, 3 model, 4 analysis, 5 figure, 6 page, 7 output, 8 review, 9 environment.</param>
/// <param name="MessageFormat">Says what was found and what is allowed or what to do; <c>{0}</c>, <c>{1}</c> … are the arguments.</param>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string MessageFormat)
{
    public Diagnostic At(SourceLocation location, params object?[] arguments) => new(this, location, [.. arguments.Select(a => a?.ToString() ?? "")]);

    public Diagnostic At(string file, params object?[] arguments) => At(new SourceLocation(file), arguments);
}
