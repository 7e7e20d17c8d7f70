using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary><c>capture --memory</c>: how a graph is run changes no tensor.</summary>
public sealed class CaptureMemoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("much")]
    [InlineData("4")]
    [InlineData("-1MB")]
    [InlineData("1e3GB")]
    public async Task An_amount_has_a_unit(string size)
    {
        var run = await Tool.RunAsync("capture", Model("polarity"), "--text", "a", "--out", _folder["out.safetensors"], "--memory", size);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("512MB or 4GB", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("polarity", "The staff seemed wonderful.")]
    [InlineData("induction/seed-1", "mink koi lion deer fox mink koi")]
    [InlineData("dates", "2 July 2006")]
    public async Task Layer_by_layer_the_same_is_written(string model, string text)
    {
        var whole = await CapturedAsync(model, text, "4GB");
        var parts = await CapturedAsync(model, text, "0MB");

        Assert.Equal(whole.Tensors.Keys, parts.Tensors.Keys);
        Assert.Equal(whole.Metadata["ids"], parts.Metadata["ids"]);
        foreach (var (name, tensor) in whole.Tensors)
        {
            Assert.Equal(tensor.Dims, parts[name].Dims);
            Assert.All(tensor.ToSingles().Zip(parts[name].ToSingles()), p => Assert.Equal(p.First, p.Second, 1e-5f));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Model(string name) => Path.Combine(Repository.Folder, "models", name);

    private async Task<Safetensors> CapturedAsync(string model, string text, string memory)
    {
        var path = _folder[$"{memory}.safetensors"];
        var run = await Tool.RunAsync("capture", Model(model), "--text", text, "--out", path, "--what", "attention,q,k,v,hidden", "--memory", memory);
        Assert.True(run.Exit is ExitCode.Done, run.Error);
        return SafetensorsReader.Read(path);
    }
}
