using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What parsers and validators of options share.</summary>
internal static class OptionParsing
{
    /// <summary>Makes an option another way to say what the first one says, so that both together are refused.</summary>
    public static Option<double?> Instead(Option<double?> other, Option<double?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetResult(other) is { Implicit: false })
            {
                result.AddError($"Give '{other.Name}' or '{option.Name}', not both.");
            }
        });
        return option;
    }

    /// <summary>A number from a range, with or without its unit behind it.</summary>
    public static double? Number(ArgumentResult result, string unit, (double Least, double Most) range)
    {
        var text = result.Tokens[^1].Value;
        var digits = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most
            ? number
            : Refuse<double?>(result, string.Create(CultureInfo.InvariantCulture, $"is no number from {range.Least} to {range.Most}."));
    }

    /// <summary>Says why a value is refused.</summary>
    public static T? Refuse<T>(ArgumentResult result, string why, string? value = null)
    {
        result.AddError($"'{value ?? result.Tokens[^1].Value}' {why}");
        return default;
    }
}
