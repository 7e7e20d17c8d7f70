using System.Globalization;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

/// <summary>The forms of text that several keys share.</summary>
internal static class Values
{
    /// <summary>Ids become folder names and addresses: lower case, and none that Windows reserves for devices.</summary>
    public static readonly TextShape<string> Id = TextShape.Of(
        "lower-case letters, digits, '-', '_' or '.', beginning and ending with a letter or digit",
        "^(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$))[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$");

    /// <summary>Written with '/', so that a manifest means the same on every system.</summary>
    public static readonly TextShape<string> Path = TextShape.Of("a path with '/' between its parts", @"^[^\\\x00-\x1f]*[^\\\x00-\x20]$");

    public static readonly TextShape<string> FamilyPattern = TextShape.Of("a path with exactly one '*' in it", @"^[^*\\\x00-\x1f]*\*[^*\\\x00-\x1f]*$");

    public static readonly TextShape<string> Selection = TextShape.Of("a name, or a pattern with '*'", "^[A-Za-z0-9._*-]+$");

    public static readonly TextShape<string> SliceSelection = TextShape.Of("'dataset/slice', 'dataset' or a pattern with '*'", "^[A-Za-z0-9._*-]+(/[A-Za-z0-9._*-]+)?$");

    public static readonly TextShape<string> HeadName = TextShape.Of(
        "'model/L0H1', or 'model/cross.L0H1' with the kind of attention", "^[a-z0-9._-]+/((enc|dec|cross|text|vision|pool)\\.)?L[0-9]{1,4}H[0-9]{1,4}$");

    public static readonly TextShape<string> LayerName = TextShape.Of(
        "'model/encoder.0', a model and one of its attention modules", "^[a-z0-9._-]+/(encoder|decoder|cross|text|vision|pool)\\.[0-9]{1,4}$");

    public static readonly TextShape<long> Size = TextShape.Parsed(
        "a size such as '500 MB' or '2 GiB'", "^[0-9]{1,6}(\\.[0-9]{1,3})? ?(kB|MB|GB|TB|KiB|MiB|GiB|TiB)$", ParseSize);

    public static readonly TextShape<RowRange> Range = TextShape.Parsed(
        "rows as '100..200' (the last is not included) or '100..'", "^[0-9]{1,9}\\.\\.([0-9]{1,9})?$", ParseRange);

    public static readonly TextShape<Uri> WebAddress = new(
        "an address that begins with http:// or https://", "^https?://[^\\s/?#]+(/[^\\s?#]*)?$", ParseAddress);

    public static bool IsId(string text) => Id.HasForm(text);

    private static Located<Uri>? ParseAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) ? new Located<Uri>(address, SourceLocation.None) : null;

    private static long? ParseSize(string text)
    {
        var unit = text.AsSpan().TrimStart("0123456789. ");
        var number = decimal.Parse(text.AsSpan(0, text.Length - unit.Length), CultureInfo.InvariantCulture);
        var kilo = unit.Contains('i') ? 1024m : 1000m;
        var power = 1 + "KMGT".IndexOf(char.ToUpperInvariant(unit[0]));
        return (long)(number * Enumerable.Repeat(kilo, power).Aggregate((a, b) => a * b));
    }

    private static RowRange? ParseRange(string text)
    {
        var parts = text.Split("..");
        var start = int.Parse(parts[0]);
        var end = parts[1].Length == 0 ? (int?)null : int.Parse(parts[1]);
        return end <= start ? null : new RowRange(start, end);
    }
}
