namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>How much the tool says on stderr; each level adds to the one before.</summary>
internal enum Verbosity
{
    /// <summary>Errors.</summary>
    Quiet,

    /// <summary>Warnings.</summary>
    Minimal,

    /// <summary>Remarks, progress and a closing line.</summary>
    Normal,

    /// <summary>What is being done and why, and the stack of a fault.</summary>
    Detailed,
}

internal enum LogFormat
{
    /// <summary>For people: colours on a terminal, the line of the file and a caret.</summary>
    Text,

    /// <summary>The canonical form that MSBuild and editors turn into errors with a place.</summary>
    MsBuild,

    /// <summary>GitHub's workflow commands, shown beside the changed line of a pull request.</summary>
    GitHub,

    /// <summary>One object per line.</summary>
    Json,
}
