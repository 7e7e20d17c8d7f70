namespace IzzyViz.Analysis.Diagnostics;

public enum Severity
{
    Info,
    Warning,
    Error,
}
