using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary><c>capture</c> and <c>inspect</c> on the models of the gallery.</summary>
public sealed class CaptureTests : IDisposable
{
    private const string Animals = "mink koi lion deer fox mink koi";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData]
    [InlineData("--text", "a", "--inputs", "b.safetensors")]
    [InlineData("--inputs", "b.safetensors", "--pair", "a")]
    [InlineData("--inputs", "b.safetensors", "--target", "a")]
    [InlineData("--text", "a", "--feed", "scale")]
    [InlineData("--text", "a", "--feed", "scale=much")]
    [InlineData("--text", "a", "--layers", "one")]
    [InlineData("--text", "a", "--layers", "4-2")]
    [InlineData("--text", "a", "--generate", "-1")]
    [InlineData("--text", "a", "--what", "attention,queries")]
    [InlineData("--text", "a", "--threads", "0")]
    public async Task Wrong_usage_is_told_apart(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, (await Tool.RunAsync(["capture", Model("polarity"), "--out", Out, .. arguments])).Exit);

    [Fact]
    public async Task A_text_goes_through_the_models_tokenizer()
    {
        var content = await Captured("polarity", "--text", "The staff seemed wonderful.", "--layers", "0");

        var tokens = Rows<string>(content, "tokens");
        Assert.Equal(tokens[0].Length, Rows<int>(content, "ids")[0].Length);
        Assert.All(Rows<int>(content, "mask")[0], m => Assert.Equal(1, m));
        Assert.Contains("wonderful", tokens[0]);
        Assert.Equal(["encoder.0"], content.Tensors.Keys);
        Assert.Equal([tokens[0].Length, tokens[0].Length], content.Tensors["encoder.0"].Dims[2..].Select(d => (int)d));
    }

    [Fact]
    public async Task Generated_tokens_are_behind_the_prompt_in_one_lower_triangle()
    {
        var alone = await Captured("induction/seed-1", "--text", Animals);
        var whole = await Captured("induction/seed-1", "--text", Animals, "--generate", "3");

        var prompt = Rows<int>(alone, "ids")[0];
        Assert.Equal(prompt, Rows<int>(whole, "ids")[0][..^3]);
        Assert.Equal([.. Enumerable.Repeat("prompt", prompt.Length), "generated", "generated", "generated"], Rows<string>(whole, "roles")[0]);
        Assert.Equal(Rows<string>(whole, "tokens")[0].Length, prompt.Length + 3);
        foreach (var (name, part) in alone.Tensors)
        {
            AssertExtends(part, whole.Tensors[name]);
        }
    }

    [Fact]
    public async Task Writing_ends_where_the_model_has_no_more_positions()
    {
        var prompt = string.Join(' ', Enumerable.Repeat(Animals, 4));

        var run = await Tool.RunAsync("capture", Model("induction/seed-1"), "--text", prompt, "--generate", "60", "--out", Out, "--no-isolate");

        var content = SafetensorsReader.Read(Out);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("IZV3038", run.Error, StringComparison.Ordinal);
        Assert.Equal(40, Rows<int>(content, "ids")[0].Length);
        Assert.Equal([40, 40], content.Tensors["decoder.0"].Dims[2..]);
    }

    [Fact]
    public async Task An_end_token_before_the_number_that_was_asked_for_is_told_of()
    {
        var asked = await Tool.RunAsync("capture", Model("dates"), "--text", "2 July 2006", "--generate", "30", "--out", Out, "--no-isolate");
        var free = await Tool.RunAsync("capture", Model("dates"), "--text", "2 July 2006", "--out", Out, "--no-isolate");

        Assert.Contains("of 30 tokens: the last is its end token", asked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IZV3038", free.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9,0", "layer 9 of")]
    [InlineData("0-9", "layer 2–9 of")]
    public async Task Layers_that_there_are_not_are_named(string layers, string named)
    {
        var run = await Tool.RunAsync("capture", Model("induction/seed-1"), "--text", Animals, "--layers", layers, "--out", Out, "--no-isolate");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("IZV3039", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mask_that_was_not_given_is_written_as_the_ones_that_it_is()
    {
        Write(("input_ids", Tensor.Of([4L, 5, 6, 0], 2, 2)));

        var run = await Tool.RunAsync("capture", Model("dates"), "--inputs", Inputs, "--out", Out, "--no-isolate");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal([[1, 1], [1, 1]], Rows<int>(SafetensorsReader.Read(Out), "mask"));
        Assert.Equal([[1], [1]], Rows<int>(SafetensorsReader.Read(Out), "target_mask"));
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_called_one()
    {
        var run = await Tool.RunAsync("capture", Model("dates"), "--inputs", _folder.Path, "--out", Out, "--no-isolate");

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("is a folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_continued_says_what_can()
    {
        Write(("input_ids", Tensor.Of([4L, 5, 6, 0], 1, 4)), ("attention_mask", Tensor.Of([1L, 1, 1, 0], 1, 4)));

        var run = await Tool.RunAsync("capture", Model("induction/seed-1"), "--inputs", Inputs, "--generate", "2", "--out", Out, "--no-isolate");

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("its tokens are padded; give one example without padding", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_of_ids_is_continued_as_its_text_is()
    {
        var written = await Captured("induction/seed-1", "--text", Animals, "--generate", "2");
        var ids = Rows<long>(written, "ids")[0][..^2];
        SafetensorsWriter.Write(_folder["in.safetensors"], new(ImmutableSortedDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, 1, ids.Length)), ImmutableSortedDictionary<string, string>.Empty));

        var given = await Captured("induction/seed-1", "--inputs", _folder["in.safetensors"], "--generate", "2");

        Assert.Equal(written.Metadata["ids"], given.Metadata["ids"]);
        Assert.Equal(written.Tensors["decoder.1"].ToSingles(), given.Tensors["decoder.1"].ToSingles());
    }

    [Fact]
    public async Task A_tensor_that_the_graph_does_not_take_is_named_and_ignored()
    {
        var ids = Tensor.Of([4L, 5, 6], 1, 3);
        var tensors = ImmutableSortedDictionary<string, Tensor>.Empty.Add("input_ids", ids).Add("attention_maks", ids).Add("attention_mask", Tensor.Of([1L, 1, 1], 1, 3));
        SafetensorsWriter.Write(_folder["in.safetensors"], new(tensors, ImmutableSortedDictionary<string, string>.Empty));

        var run = await Tool.RunAsync("capture", Model("polarity"), "--inputs", _folder["in.safetensors"], "--out", Out, "--no-isolate");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("IZV3021", run.Error, StringComparison.Ordinal);
        Assert.Contains("does not take attention_maks, which", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoder_decoder_reads_its_target_or_else_what_it_writes()
    {
        var written = await Captured("dates", "--text", "2 July 2006");
        var taught = await Captured("dates", "--text", "2 July 2006", "--target", "2006-07-02");

        Assert.Equal(Rows<int>(written, "target_ids")[0][..^1], Rows<int>(taught, "target_ids")[0]);
        Assert.Equal("prompt", Rows<string>(written, "target_roles")[0][0]);
        Assert.False(taught.Metadata.ContainsKey("target_roles"));
        Assert.Equal([Rows<int>(taught, "target_ids")[0].Length, Rows<int>(taught, "ids")[0].Length], taught.Tensors["cross.0"].Dims[2..].Select(d => (int)d));
    }

    [Theory]
    [InlineData("input_ids=5", 0, "IZV3027")]
    [InlineData("inptu_ids=5", 3, "IZV3026")]
    [InlineData("attention_mask=0.5", 3, "IZV3028")]
    public async Task Numbers_that_would_be_lost_are_told_of(string feed, int exit, string code)
    {
        Write(("input_ids", Tensor.Of([4L, 5, 6], 1, 3)));

        var run = await Tool.RunAsync("capture", Model("polarity"), "--inputs", Inputs, "--feed", feed, "--out", Out, "--no-isolate");

        Assert.Equal(exit, (int)run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoder_decoder_that_is_given_a_source_alone_reads_its_start_token()
    {
        Write(("input_ids", Tensor.Of([4L, 5, 6], 1, 3)));

        var run = await Tool.RunAsync("capture", Model("dates"), "--inputs", Inputs, "--out", Out, "--no-isolate");

        var content = SafetensorsReader.Read(Out);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("IZV3025", run.Error, StringComparison.Ordinal);
        Assert.Equal([0], Rows<int>(content, "target_ids")[0]);
        Assert.Equal([1, 3], content.Tensors["cross.0"].Dims[2..]);
    }

    [Fact]
    public async Task Queries_keys_values_and_the_residual_stream_are_written_on_request()
    {
        var content = await Captured("induction/seed-1", "--text", Animals, "--what", "q,k,v,hidden", "--layers", "0");

        Assert.Equal(["decoder.0.hidden", "decoder.0.k", "decoder.0.q", "decoder.0.v"], content.Tensors.Keys);
        var tokens = Rows<int>(content, "ids")[0].Length;
        Assert.All([content["decoder.0.q"], content["decoder.0.k"], content["decoder.0.v"]], t => Assert.Equal((4, tokens), (t.Dims.Length, (int)t.Dims[2])));
        Assert.Equal([1, tokens], content["decoder.0.hidden"].Dims[..2].Select(d => (int)d));
        var module = JsonDocument.Parse(content.Metadata["provenance"]).RootElement.GetProperty("modules").GetProperty("decoder.0");
        Assert.All(module.GetProperty("scale").EnumerateArray(), s => Assert.Equal(1 / Math.Sqrt(content["decoder.0.q"].Dims[3]), s.GetDouble(), 1e-3));
        Assert.InRange(module.GetProperty("v_error").GetDouble(), 0, 1e-4);
    }

    [Theory]
    [InlineData("IZV3023", "polarity", "--generate", "2")]
    [InlineData("IZV3024", "polarity", "--layers", "70-71")]
    [InlineData("IZV3001", "nothing")]
    public async Task What_cannot_be_captured_is_input_that_is_refused(string code, string model, params string[] arguments)
    {
        var run = await Tool.RunAsync(["capture", Model(model), "--text", "good", "--out", Out, .. arguments]);

        Assert.Equal((ExitCode.InvalidInput, ""), (run.Exit, run.Output));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_no_fault_of_the_input()
    {
        var run = await Tool.RunAsync("capture", Model("polarity"), "--text", "good", "--out", _folder["nowhere/out.safetensors"]);

        Assert.Equal(ExitCode.OutputFailed, run.Exit);
        Assert.Contains("IZV7006", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_no_decoder_reads_is_warned_of()
    {
        var run = await Tool.RunAsync("capture", Model("polarity"), "--text", "good", "--target", "bad", "--out", Out, "--log-format", "json");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("\"IZV2509\"", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tokens")]
    [InlineData("capture")]
    public async Task A_tokenizer_that_was_not_pulled_says_what_to_pull(string verb)
    {
        File.Copy(Path.Combine(Model("polarity"), "model.onnx"), _folder["model.onnx"]);
        _folder.Write("tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");

        var run = verb == "tokens" ? await Tool.RunAsync("tokens", _folder.Path, "good") : await Tool.RunAsync("capture", _folder.Path, "--text", "good", "--out", Out);

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("IZV3003", run.Error, StringComparison.Ordinal);
        Assert.Contains("git lfs pull --include \"tokenizer.json\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspecting_gives_data_on_stdout_and_talk_on_stderr()
    {
        var found = await Tool.RunAsync("inspect", Model("dates"), "--json");
        var missing = await Tool.RunAsync("inspect", _folder["nothing"], "--json");

        Assert.Equal((ExitCode.Done, ""), (found.Exit, found.Error));
        Assert.Contains("cross.0", JsonDocument.Parse(found.Output).RootElement.GetProperty("modules").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        Assert.Equal((ExitCode.InvalidInput, ""), (missing.Exit, missing.Output));
        Assert.Contains("IZV3001", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspecting_lists_the_tokens_of_an_encoder_and_of_its_decoder()
    {
        var data = JsonDocument.Parse((await Tool.RunAsync("inspect", Model("dates"), "--json")).Output).RootElement;
        var table = (await Tool.RunAsync("inspect", Model("dates"))).Output;

        Assert.Equal(["encoder", "decoder"], data.GetProperty("inputs").EnumerateArray().Where(i => i.GetProperty("name").GetString() == "input_ids").Select(i => i.GetProperty("graph").GetString()));
        Assert.Contains("input_ids (encoder) ", table, StringComparison.Ordinal);
        Assert.Contains("input_ids (decoder) ", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "encoder")]
    [InlineData("decoder_model.onnx", "user")]
    public async Task What_an_encoder_would_give_is_for_the_user_to_give_where_a_decoder_stands_alone(string file, string fedBy)
    {
        Write(("input_ids", Tensor.Of([4L, 5, 6], 1, 3)));
        var model = Path.Combine(Model("dates"), file);

        var data = JsonDocument.Parse((await Tool.RunAsync("inspect", model, "--json")).Output).RootElement;
        var run = await Tool.RunAsync("capture", model, "--inputs", Inputs, "--out", Out, "--no-isolate");

        Assert.Equal(fedBy, data.GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "encoder_hidden_states").GetProperty("fed_by").GetString());
        Assert.Equal(fedBy == "user", run.Error.Contains("IZV3013", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inspecting_for_people_is_not_wrapped_and_names_every_module_on_demand()
    {
        var data = JsonDocument.Parse((await Tool.RunAsync("inspect", Model("dates"), "--json")).Output).RootElement;
        var found = await Tool.RunAsync("inspect", Model("dates"), "--all");

        var lines = found.Output.Split('\n').Select(l => l.TrimEnd()).ToList();
        Assert.Equal((ExitCode.Done, ""), (found.Exit, found.Error));
        Assert.All(data.GetProperty("modules").EnumerateArray(), m => Assert.Single(lines, l =>
            l.TrimStart().StartsWith(m.GetProperty("name").GetString() + " ", StringComparison.Ordinal) && l.EndsWith(m.GetProperty("tensor").GetString()!, StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(params ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, tensor) in tensors)
        {
            all[name] = tensor;
        }

        SafetensorsWriter.Write(Inputs, new(all.ToImmutable(), ImmutableSortedDictionary<string, string>.Empty));
    }

    private string Inputs => _folder["in.safetensors"];

    private string Out => _folder["out.safetensors"];

    private static string Model(string name) => Path.Combine(Repository.Folder, "models", name);

    private async Task<Safetensors> Captured(string model, params string[] arguments)
    {
        var run = await Tool.RunAsync(["capture", Model(model), "--out", Out, .. arguments]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Output));
        return SafetensorsReader.Read(Out);
    }

    private static T[][] Rows<T>(Safetensors content, string name) => JsonSerializer.Deserialize<T[][]>(content.Metadata[name])!;

    /// <summary>The rows of the prompt are those of the prompt alone; no row looks ahead; every row sums to one.</summary>
    private static void AssertExtends(Tensor part, Tensor whole)
    {
        var (few, many) = ((int)part.Dims[^1], (int)whole.Dims[^1]);
        var (partValues, wholeValues) = (part.ToSingles(), whole.ToSingles());
        for (var cell = 0; cell < wholeValues.Length; cell++)
        {
            var (head, query, key) = (cell / (many * many), cell / many % many, cell % many);
            var expected = key > query ? 0 : query < few ? partValues[(((head * few) + query) * few) + key] : wholeValues[cell];
            Assert.Equal(expected, wholeValues[cell], 1e-5f);
        }

        Assert.All(wholeValues.Chunk(many), row => Assert.Equal(1f, row.Sum(), 1e-4f));
    }
}
