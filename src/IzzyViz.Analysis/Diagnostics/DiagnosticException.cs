namespace IzzyViz.Analysis.Diagnostics;

/// <summary>Stops work that cannot go on because of the user's input or machine; <c>Main</c> catches it and reports the finding, or the stage of a build that can leave one model out.</summary>
public class DiagnosticException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic.Message, inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
