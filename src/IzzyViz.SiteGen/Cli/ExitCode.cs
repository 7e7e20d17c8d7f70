namespace IzzyViz.SiteGen.Cli;

/// <summary>The contract's exit codes; never another meaning.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>A fault of ours.</summary>
    Fault = 1,
    Usage = 2,

    /// <summary>Manifest, data, model, tokenizer or arrays are invalid, missing or refused.</summary>
    InvalidInput = 3,
    GateFailed = 4,

    /// <summary>Warnings under <c>--strict</c>.</summary>
    Warnings = 5,
    MergeRefused = 6,
    Unreachable = 7,

    /// <summary>Output cannot be written, or memory or disk is used up.</summary>
    OutputFailed = 8,
    Interrupted = 130,
}
