using CsCheck;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tests.Captures;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Onnx;

public sealed class HostileFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_cut_anywhere_is_an_error_or_a_smaller_model_and_never_a_crash()
    {
        var whole = Whole();
        Gen.Int[0, whole.Length - 1].Sample(length => Inspect(whole[..length]), iter: 200);
    }

    [Fact]
    public void A_changed_byte_is_an_error_or_another_model_and_never_a_crash()
    {
        var whole = Whole();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var changed = whole.ToArray();
            changed[at] = value;
            Inspect(changed);
        }, iter: 400);
    }

    [Fact]
    public void Graphs_nested_without_end_are_refused()
    {
        var graph = new WireWriter().Text(2, "g");
        for (var depth = 0; depth < 2000; depth++)
        {
            graph = new WireWriter().Message(1, new WireWriter().Text(4, "If").Message(5, new WireWriter().Text(1, "then_branch").Message(6, graph)));
        }

        var bag = Inspect(new WireWriter().Int64(1, 8).Message(7, graph).ToArray());
        Assert.Contains(bag.Items, d => d.Descriptor == ModelDiagnostics.Unreadable && d.Message.Contains("nested", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("/etc/passwd")]
    public void Weights_outside_the_folder_are_not_opened(string location)
    {
        var tensor = new WireWriter().Int64(1, 4).Int64(2, 1).Text(8, "w").Message(13, new WireWriter().Text(1, "location").Text(2, location)).Int64(14, 1);
        var node = new WireWriter().Text(1, "w").Text(2, "y").Text(4, "Identity");
        var bag = Inspect(new WireWriter().Int64(1, 8).Message(7, new WireWriter().Message(1, node).Message(5, tensor)).ToArray());

        Assert.Contains(bag.Items, d => d.Descriptor == ModelDiagnostics.ExternalData);
    }

    [Fact]
    public void A_pointer_of_git_lfs_says_what_to_run()
    {
        _folder.Write("model.onnx", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
        var bag = new DiagnosticBag();

        Assert.Null(ModelFolder.Find(_folder.Path, null, bag));
        Assert.Contains("git lfs pull", Assert.Single(bag.Items).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private byte[] Whole()
    {
        var model = new TinyModel();
        model.Save(_folder["whole.bin"], Forms.Plain(model));
        return File.ReadAllBytes(_folder["whole.bin"]);
    }

    private DiagnosticBag Inspect(byte[] bytes)
    {
        var (path, bag) = (_folder[$"m{Environment.CurrentManagedThreadId}.onnx"], new DiagnosticBag());
        File.WriteAllBytes(path, bytes);
        if (ModelFolder.Find(path, null, bag) is { } folder)
        {
            ModelReader.Inspect(folder, bag);
        }

        return bag;
    }
}
