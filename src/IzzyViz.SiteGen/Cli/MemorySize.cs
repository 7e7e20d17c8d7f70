using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IzzyViz.SiteGen.Cli;

/// <summary>An amount of memory as written on the command line: <c>512MB</c>, <c>4GB</c>.</summary>
internal static partial class MemorySize
{
    private const long Megabyte = 1L << 20;
    private const long Gigabyte = 1L << 30;

    /// <summary>In bytes.</summary>
    public static long Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Written().Match(text) is { Success: true } match)
        {
            return long.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value[0] is 'G' or 'g' ? Gigabyte : Megabyte);
        }

        result.AddError($"'{text}' is no amount of memory; write it as in 512MB or 4GB.");
        return 0;
    }

    [GeneratedRegex("^(?<count>[0-9]{1,6}) ?(?<unit>[MG]B)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
