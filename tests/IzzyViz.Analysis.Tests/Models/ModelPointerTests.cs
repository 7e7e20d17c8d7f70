using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Models;

/// <summary>Models whose files were not pulled say so, whichever file it is.</summary>
public sealed class ModelPointerTests : IDisposable
{
    private const string Lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_graph_that_is_a_pointer_says_what_to_pull()
    {
        _folder.Write("model.onnx", Lfs);

        Assert.Equal((ModelDiagnostics.Pointer, "git lfs pull --include \"model.onnx\""), Finding());
    }

    [Fact]
    public void A_folder_that_dvc_keeps_says_what_to_pull()
    {
        _folder.Write("bert.dvc", "outs:\n- md5: a304afb96060aad90176268345e10355.dir\n  path: bert\n");

        Assert.Equal((ModelDiagnostics.Pointer, "dvc pull \"bert.dvc\""), Finding("bert"));
    }

    [Fact]
    public void Weights_that_are_a_pointer_say_what_to_pull()
    {
        var graph = new OnnxGraph
        {
            Nodes = [new() { Op = "Identity", Name = "out", Inputs = ["weights"], Outputs = ["result"] }],
            Initializers = [OnnxTensor.Of("weights", new float[4096], 4096)],
            Inputs = [],
            Outputs = [OnnxValue.Of("result", ElementType.Float32)],
        };
        var model = new OnnxModel { IrVersion = 8, Graph = graph, Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", 18) };
        var places = new Dictionary<string, ExternalData>(StringComparer.Ordinal) { ["weights"] = new("model.onnx.data", 0, 4 * 4096) };
        File.WriteAllBytes(_folder["model.onnx"], OnnxWriter.Write(model, places));
        _folder.Write("model.onnx.data", Lfs);

        Assert.Equal((ModelDiagnostics.Pointer, "git lfs pull --include \"model.onnx.data\""), Finding());
    }

    public void Dispose() => _folder.Dispose();

    private (DiagnosticDescriptor Descriptor, string PullCommand) Finding(string path = "")
    {
        var bag = new DiagnosticBag();
        if (ModelFolder.Find(_folder[path], null, bag) is { } model)
        {
            ModelReader.Inspect(model, bag);
        }

        var finding = Assert.Single(bag.Items);
        return (finding.Descriptor, finding.Arguments[^1]);
    }
}
