using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Findings to exit codes, by the family in the finding's code.</summary>
internal static class ExitCodes
{
    /// <summary>The code of the first error; <see cref="ExitCode.Warnings"/> for warnings under <c>--strict</c>; else <see cref="ExitCode.Done"/>.</summary>
    public static ExitCode Of(DiagnosticBag bag, bool strict = false)
    {
        var findings = bag.Items;
        return findings.FirstOrDefault(d => d.Severity == Severity.Error) is { } error ? Of(error)
            : strict && findings.Any(d => d.Severity == Severity.Warning) ? ExitCode.Warnings
            : ExitCode.Done;
    }

    public static ExitCode Of(Diagnostic error) => error.Code switch
    {
        "IZV9001" => ExitCode.Fault,
        "IZV9002" or "IZV9003" or "IZV9004" or "IZV9006" or "IZV9010" or "IZV4503" => ExitCode.OutputFailed,
        "IZV9005" => ExitCode.Usage,
        ['I', 'Z', 'V', '7', ..] => ExitCode.OutputFailed,
        "IZV9108" or "IZV9109" => ExitCode.OutputFailed,
        "IZV9105" or "IZV9106" or "IZV9107" or "IZV9111" => ExitCode.InvalidInput,
        ['I', 'Z', 'V', '9', '1', ..] => ExitCode.Unreachable,
        _ => ExitCode.InvalidInput,
    };
}
