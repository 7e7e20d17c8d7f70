namespace IzzyViz.Analysis.Diagnostics;

/// <summary>A place in a file the user wrote; line and column count from 1, and 0 means "the file as a whole".</summary>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0)
{
    public static readonly SourceLocation None = new("");

    // A location that nobody set has no file either.
    public string File { get => field ?? ""; init; } = File;

    public override string ToString() => (File, Line) switch
    {
        ("", _) => "",
        (_, 0) => File,
        _ => Column == 0 ? $"{File}({Line})" : $"{File}({Line},{Column})",
    };
}
