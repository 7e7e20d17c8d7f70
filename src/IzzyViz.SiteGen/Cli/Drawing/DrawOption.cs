using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>Makes options whose values are checked where they are read.</summary>
internal static class DrawOption
{
    public static Option<int> Whole(string name, string description, int byDefault, int least = 0) => Parsed(name, description, byDefault, result =>
        int.TryParse(result.Tokens[^1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least ? n : Fail<int>(result, $"a whole number of at least {least}"), "n");

    /// <summary>A number that has to be given.</summary>
    public static Option<int> WholeToGive(string name, string description, int least = 0)
    {
        var option = Whole(name, description, 0, least);
        option.Required = true;
        option.DefaultValueFactory = null;
        return option;
    }

    public static Option<int?> WholeOrNone(string name, string description, int least = 0) => Parsed<int?>(name, description, null, result =>
        int.TryParse(result.Tokens[^1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least ? n : Fail<int?>(result, $"a whole number of at least {least}"), "n");

    /// <param name="least">Not itself allowed where it is 0.</param>
    public static Option<double> Real(string name, string description, double byDefault, double least = 0) => Parsed(name, description, byDefault, result =>
        Number(result.Tokens[^1].Value) is { } x && (least == 0 ? x > 0 : x >= least) ? x : Fail<double>(result, least == 0 ? "a number above 0" : $"a number of at least {least}"), "x");

    public static Option<double?> RealOrNone(string name, string description) => Parsed<double?>(name, description, null, result =>
        Number(result.Tokens[^1].Value) is { } x && x > 0 ? x : Fail<double?>(result, "a number above 0"), "x");

    public static Option<T> Word<T>(string name, string description, T byDefault, params (string Word, T Value)[] words) => Parsed(name, description, byDefault, result =>
    {
        var text = result.Tokens[^1].Value;
        var found = words.Where(w => w.Word.Equals(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length == 1 ? found[0].Value : Fail<T>(result, $"one of: {string.Join(", ", words.Select(w => w.Word))}");
    }, string.Join('|', words.Select(w => w.Word)));

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    public static Option<string?> Text(string name, string description, string helpName = "text") => new(name) { Description = description, HelpName = helpName };

    public static T Fail<T>(ArgumentResult result, string wanted)
    {
        result.AddError($"'{(result.Parent as OptionResult)?.Option.Name}' needs {wanted}, not '{result.Tokens[^1].Value}'.");
        return default!;
    }

    public static Option<T> Parsed<T>(string name, string description, T byDefault, Func<ArgumentResult, T> parse, string helpName) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => byDefault, CustomParser = parse };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.IsFinite(x) ? x : null;
}
