using System.Collections.Immutable;
using System.CommandLine.Parsing;
using System.Globalization;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>Numbers for graph inputs as written on the command line: <c>NAME=VALUE</c>.</summary>
internal static class FeedValues
{
    public static ImmutableSortedDictionary<string, double> Parse(ArgumentResult result)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var text in result.Tokens.Select(t => t.Value))
        {
            var cut = text.LastIndexOf('=');
            if (cut > 0 && double.TryParse(text.AsSpan(cut + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                values[text[..cut]] = value;
            }
            else
            {
                result.AddError($"'{text}' is not NAME=VALUE with a number for VALUE.");
            }
        }

        return values.ToImmutable();
    }
}
