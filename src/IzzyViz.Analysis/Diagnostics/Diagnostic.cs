using System.Collections.Immutable;
using System.Globalization;

namespace IzzyViz.Analysis.Diagnostics;

/// <summary>One finding about the user's input; it renders itself in no format, reporters do.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation Location, ImmutableArray<string> Arguments)
{
    public string Code => Descriptor.Code;

    public Severity Severity => Descriptor.Severity;

    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);
}
