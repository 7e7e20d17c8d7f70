using System.Diagnostics;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Onnx;

/// <summary>What may lie where a model says that its weights lie.</summary>
public sealed class WeightFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public WeightFileTests()
    {
        Directory.CreateDirectory(_folder["model"]);
        File.WriteAllBytes(_folder["secret.bin"], new byte[16]);
    }

    [Fact]
    public void A_file_in_a_folder_below_is_read()
    {
        Directory.CreateDirectory(_folder["model/parts"]);
        File.WriteAllBytes(_folder["model/parts/w.bin"], new byte[16]);

        Assert.Empty(Problems("parts/w.bin"));
    }

    [Theory]
    [InlineData("../secret.bin")]
    [InlineData("parts/../../secret.bin")]
    [InlineData(@"..\secret.bin")]
    [InlineData("/dev/zero")]
    [InlineData("")]
    public void A_name_that_leaves_the_folder_is_refused(string location) => Assert.Contains("outside", Assert.Single(Problems(location)), StringComparison.Ordinal);

    [Fact]
    public void A_link_that_leaves_the_folder_is_refused()
    {
        File.CreateSymbolicLink(_folder["model/w.bin"], _folder["secret.bin"]);

        Assert.Contains("leaves", Assert.Single(Problems("w.bin")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_a_link_out_of_the_folder_is_refused()
    {
        Directory.CreateSymbolicLink(_folder["model/parts"], _folder.Path);

        Assert.Contains("leaves", Assert.Single(Problems("parts/secret.bin")), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_a_circle_lead_nowhere()
    {
        File.CreateSymbolicLink(_folder["model/w.bin"], "v.bin");
        File.CreateSymbolicLink(_folder["model/v.bin"], "w.bin");

        Assert.Contains("does not exist", Assert.Single(Problems("w.bin")), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_and_weights_of_a_download_cache_are_links_into_one_folder()
    {
        Directory.CreateDirectory(_folder["blobs"]);
        Save("w.bin", _folder["blobs/1"]);
        File.WriteAllBytes(_folder["blobs/2"], new byte[16]);
        File.CreateSymbolicLink(_folder["model/model.onnx"], "../blobs/1");
        File.CreateSymbolicLink(_folder["model/w.bin"], "../blobs/2");

        Assert.Empty(ProblemsOf("model"));
        Assert.Equal(16 + new FileInfo(_folder["blobs/1"]).Length, ModelFolder.Find(_folder["model"], null, new())!.TotalBytes);
    }

    [Fact]
    public void The_folder_of_the_model_may_itself_be_reached_by_a_link()
    {
        File.WriteAllBytes(_folder["model/w.bin"], new byte[16]);
        Save("w.bin", _folder["model/model.onnx"]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["model"]);

        Assert.Empty(ProblemsOf("link"));
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes among files here");
        MakePipe(_folder["model/w.bin"]);

        Assert.Contains("shorter", Assert.Single(Problems("w.bin")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_a_pipe_or_has_pipes_beside_it_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes among files here");
        MakePipe(_folder["model/model.onnx"]);
        MakePipe(_folder["model/config.json"]);
        Assert.NotEmpty(ProblemsOf("model"));

        File.Delete(_folder["model/config.json"]);
        MakePipe(_folder["model/more.bin"]);
        Assert.NotEmpty(ProblemsOf("model"));
        Assert.NotEmpty(ModelFolder.Find(_folder["model"], null, new())!.ContentHash());
    }

    [Theory]
    [InlineData("4", "16")]
    [InlineData("9223372036854775807", "16")]
    [InlineData("0", "8")]
    public void A_place_beyond_the_end_or_of_another_length_is_refused(string offset, string length)
    {
        File.WriteAllBytes(_folder["model/w.bin"], new byte[16]);
        Save("w.bin", _folder["model/model.onnx"], offset, length);

        Assert.Contains("shorter", Assert.Single(ProblemsOf("model")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "16")]
    [InlineData("0", "-16")]
    [InlineData("99999999999999999999", "16")]
    public void A_place_that_is_no_number_is_refused(string offset, string length)
    {
        Save("w.bin", _folder["model/model.onnx"], offset, length);

        Assert.Contains("position", Assert.Single(ProblemsOf("model")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void MakePipe(string path) => Process.Start("mkfifo", [path]).WaitForExit();

    private static void Save(string location, string path, string offset = "0", string length = "16")
    {
        var tensor = new WireWriter().Int64(1, 4).Int64(2, (int)ElementType.Float32).Text(8, "w").Int64(14, 1);
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)[("location", location), ("offset", offset), ("length", length)])
        {
            tensor.Message(13, new WireWriter().Text(1, key).Text(2, value));
        }

        var node = new WireWriter().Text(1, "w").Text(2, "y").Text(4, "Identity");
        File.WriteAllBytes(path, new WireWriter().Int64(1, 8).Message(7, new WireWriter().Message(1, node).Message(5, tensor)).ToArray());
    }

    private List<string> Problems(string location)
    {
        Save(location, _folder["model/model.onnx"]);
        return ProblemsOf("model");
    }

    private List<string> ProblemsOf(string folder)
    {
        var bag = new DiagnosticBag();
        if (ModelFolder.Find(_folder[folder], null, bag) is { } found)
        {
            ModelReader.Inspect(found, bag);
        }

        return [.. bag.Items.Select(d => d.Message)];
    }
}
