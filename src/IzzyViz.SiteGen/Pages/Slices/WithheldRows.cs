using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Pages.Slices;

/// <summary>
/// The rows of a hidden dataset without a string of them. A row keeps an identity, so that a later build can find it again: hashes of its id and of its
/// content, from which neither can be computed. Somebody who guesses an id or a whole row can tell whether the guess is right.
/// </summary>
internal static class WithheldRows
{
    // Real content hashes are hexadecimal, so no row of a public dataset looks like this.
    private const string Mark = "withheld:";

    public static bool IsWithheld(RunTable table) => table.Examples.Any(IsWithheld);

    /// <summary>A table that is withheld already stays as it is.</summary>
    public static RunTable Of(RunTable table) => table with { Examples = [.. table.Examples.Select(e => IsWithheld(e) ? e : Hide(e, DatasetOf(table.SliceId)))] };

    /// <summary>The dataset of a slice; what is hidden is hidden by dataset.</summary>
    public static string DatasetOf(string slice) => slice.Split('/')[0];

    private static bool IsWithheld(ExampleRow row) => row.ContentHash.StartsWith(Mark, StringComparison.Ordinal);

    private static ExampleRow Hide(ExampleRow row, string dataset) => row with
    {
        Id = "row-" + Hash(dataset, "id", row.Id),
        ContentHash = Mark + Hash(dataset, "content", row.ContentHash),
        Tags = [],
        Label = null,
        Text = "",
        Outputs = Hide(row.Outputs),
    };

    /// <summary>Only classifiers have a margin. The name of a class belongs to the model and stays; a word or a text that a model writes does not.</summary>
    private static OutputRow Hide(OutputRow outputs) => outputs.Margin is null ? outputs with { Answer = "" } : outputs;

    // The dataset's name and the purpose are hashed along, so that equal ids of two datasets, and an id that is a content hash, do not look alike.
    private static string Hash(string dataset, string purpose, string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{dataset}\n{purpose}\n{value}"))))[..16];
}
