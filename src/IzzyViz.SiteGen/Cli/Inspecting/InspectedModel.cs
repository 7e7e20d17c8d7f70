using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Cli.Capturing;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>A model that has attention to capture, with everything said about what it has not.</summary>
internal sealed record InspectedModel(ModelFolder Folder, ModelStructure Structure)
{
    /// <summary>Null or errors in the bag where there is nothing to capture.</summary>
    public static InspectedModel? Find(ParseResult parsed, DiagnosticBag bag)
    {
        if (ModelFolder.Find(parsed.GetRequiredValue(ModelOptions.Model), parsed.GetValue(ModelOptions.GraphName), bag) is not { } folder
            || ModelReader.Inspect(folder, bag) is not { } structure)
        {
            return null;
        }

        var model = new InspectedModel(folder, structure);
        model.AddRefusals(bag);
        bag.AddRange(FeedNumbers.Problems(folder, structure, parsed.GetValue(CaptureSettings.Feed)!));
        model.CheckLayers(parsed.GetValue(CaptureSettings.Layers), bag);
        return model;
    }

    private void AddRefusals(DiagnosticBag bag)
    {
        bag.AddRange(Structure.Modules.Select(m => m.Refused).OfType<Diagnostic>());
        bag.AddRange(Structure.Refusals.Where(r => r.Code == ModelDiagnostics.NotTokenAttention.Code).Select(r => ModelDiagnostics.NotTokenAttention.At(Folder.Path, r.Node, r.Why)));
        if (NothingToCapture.In(Folder, Structure) is { } nothing)
        {
            bag.Add(nothing);
        }
    }

    private void CheckLayers(ImmutableArray<int> layers, DiagnosticBag bag)
    {
        var captured = Structure.Modules.Where(m => m.Refused is null).ToList();
        if (captured.Count > 0 && !layers.IsEmpty && !captured.Exists(m => layers.Contains(m.Layer)))
        {
            bag.Add(ModelDiagnostics.NothingOfLayers.At(Folder.Path, Folder.Path, string.Join(", ", captured.Select(m => m.Name))));
            return;
        }

        var missing = layers.Where(l => Structure.Modules.All(m => m.Layer != l)).Select(l => (long)l).ToList();
        if (captured.Count > 0 && missing.Count > 0)
        {
            bag.Add(ModelDiagnostics.LayersMissing.At(Folder.Path, Folder.Path, NumberRanges.Of(missing), string.Join(", ", captured.Select(m => m.Name))));
        }
    }
}
