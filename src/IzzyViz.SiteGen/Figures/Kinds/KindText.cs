namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What is said of a kind of figure that is drawn from arrays: in <c>draw --list</c>, in <c>--help</c> and on its page of the documents.</summary>
/// <param name="Id">Kebab-case: the word on the command line.</param>
/// <param name="Data">What it is drawn from.</param>
internal sealed record KindText(string Id, string Title, string Data)
{
    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    public required string Reading { get; init; }

    /// <summary>What it cannot show.</summary>
    public required string Limits { get; init; }

    /// <summary>What IzzyViz does, and <c>--profile izzyviz</c> with it.</summary>
    public string? Rule { get; init; }

    /// <summary>What is done differently by default.</summary>
    public string? Changes { get; init; }
}
