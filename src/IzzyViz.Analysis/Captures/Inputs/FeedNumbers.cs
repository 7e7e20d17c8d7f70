using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Checks the numbers that the options set for inputs by name, before anything runs.</summary>
public static class FeedNumbers
{
    private const string OfDecoder = "decoder_";

    /// <summary>Names that the model does not take, and fractions for whole numbers.</summary>
    public static IEnumerable<Diagnostic> Problems(ModelFolder folder, ModelStructure structure, ImmutableSortedDictionary<string, double> feed)
    {
        foreach (var (name, number) in feed)
        {
            var taken = structure.Inputs.Where(i => Takes(structure, i, name)).ToList();
            if (taken.Count == 0)
            {
                yield return ModelDiagnostics.FeedUnknown.At(folder.Path, folder.Path, name, Names(structure));
            }
            else if (!double.IsInteger(number) && taken.Exists(i => !i.Type.IsFloat()))
            {
                yield return ModelDiagnostics.NotWhole.At(folder.Path, name, number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Numbers for inputs that are there as tensors.</summary>
    public static IEnumerable<Diagnostic> Unused(ModelFolder folder, IEnumerable<string> feed, IEnumerable<string> given)
    {
        var names = given.ToImmutableHashSet(StringComparer.Ordinal);
        return feed.Where(names.Contains).Select(name => ModelDiagnostics.FeedUnused.At(folder.Path, name));
    }

    /// <summary>A decoder's own inputs go by another name where its encoder has one of the same.</summary>
    private static bool Takes(ModelStructure structure, ModelInputInfo input, string name) => input.Name == name
        || (name == OfDecoder + input.Name && (input.Graph == GraphRole.Decoder || structure.Inputs.Any(i => i.Name == "encoder_hidden_states")));

    private static string Names(ModelStructure structure) =>
        string.Join(", ", structure.Inputs.Where(i => i.FedBy != InputRole.EmptyPast).Select(i => i.Name).Distinct(StringComparer.Ordinal));
}
