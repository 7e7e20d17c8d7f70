using System.Text.Json;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Starting;
using IzzyViz.Testing;
using YamlDotNet.RepresentationModel;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class InitTests
{
    [Fact]
    public async Task The_manifest_it_writes_passes_check()
    {
        using var folder = new TempFolder();
        DemoModel.Copy("polarity", folder, "models/polarity");
        DemoModel.Copy("dates", folder, "models/dates");
        DemoModel.Copy("induction/step-0300", folder, "models/induction/step-0100");
        DemoModel.Copy("induction/step-1000", folder, "models/induction/step-0200");
        DemoModel.Copy("induction/seed-1", folder, "models/induction/seed-1");
        DemoModel.Copy("induction/seed-2", folder, "models/induction/seed-2");
        DemoModel.Copy("polarity", folder, "models/mini lm", graphs: "onnx");
        var init = await Tool.RunAsync("init", folder.Path);
        var check = await Tool.RunAsync("check", folder.Path, "--strict");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (init.Exit, check.Exit));
        Assert.EndsWith("no errors, no warnings\n", check.Error, StringComparison.Ordinal);
        Golden.Match(File.ReadAllText(folder["site.yml"]), "Cli/init.site.yml");
    }

    [Fact]
    public async Task A_tool_manifest_in_the_folder_is_not_hidden_by_a_second_one()
    {
        using var folder = new TempFolder();
        folder.Write("dotnet-tools.json", "{}");
        await Tool.RunAsync("init", folder.Path);

        Assert.False(File.Exists(folder[".config/dotnet-tools.json"]));
        Assert.True(File.Exists(folder["site.yml"]));
    }

    [Fact]
    public async Task Without_a_model_the_manifest_still_passes_check()
    {
        using var folder = new TempFolder();
        var init = await Tool.RunAsync("init", folder.Path);

        Assert.Contains("note IZV9008", init.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Tool.RunAsync("check", folder.Path, "--strict")).Exit);
    }

    [Fact]
    public async Task It_lists_what_it_wrote_on_stdout()
    {
        using var folder = Models("model.onnx");
        var run = await Tool.RunAsync("init", folder.Path);

        Assert.Equal(
            ["site.yml", "datasets/sample.jsonl", "schemas/site.schema.json", ".github/workflows/gallery.yml", ".config/dotnet-tools.json", ".gitignore"],
            run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task The_workflow_is_yaml_that_restores_the_tool_it_pins()
    {
        using var folder = Models("model.onnx");
        await Tool.RunAsync("init", folder.Path);

        var workflow = new YamlStream();
        workflow.Load(new StringReader(File.ReadAllText(folder[".github/workflows/gallery.yml"])));
        var jobs = (YamlMappingNode)workflow.Documents[0].RootNode["jobs"];
        Assert.Equal(["build", "publish"], jobs.Children.Keys.Select(k => k.ToString()));
        Assert.Contains((YamlSequenceNode)jobs["build"]["steps"], s => ((YamlMappingNode)s).Children.Any(c => c.Value.ToString() == "dotnet tool restore"));

        using var tools = JsonDocument.Parse(File.ReadAllText(folder[".config/dotnet-tools.json"]));
        var version = tools.RootElement.GetProperty("tools").GetProperty("izzyviz.sitegen").GetProperty("version").GetString()!;
        Assert.StartsWith(typeof(Verbs).Assembly.GetName().Version!.ToString(3), version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failed_gate_fails_the_job_when_everything_is_kept(bool isOurs)
    {
        var text = isOurs ? File.ReadAllText(Path.Combine(Repository.Folder, ".github", "workflows", "gallery.yml")) : StarterWorkflow.Workflow.Text;
        var workflow = new YamlStream();
        workflow.Load(new StringReader(text));
        var steps = ((YamlSequenceNode)workflow.Documents[0].RootNode["jobs"]["build"]["steps"]).Cast<YamlMappingNode>().ToList();
        string[] order = ["Review", "Keep as an artifact", "Job summary", "Gates"];
        Assert.Equal(order, steps.Where(s => s.Children.TryGetValue("name", out var name) && order.Contains(name.ToString())).Select(s => s["name"].ToString()));
        Assert.Equal("Gates", steps[^1]["name"].ToString());
    }

    [Fact]
    public async Task It_writes_nothing_where_one_of_its_files_is_there()
    {
        using var folder = Models("model.onnx");
        folder.Write("datasets/sample.jsonl", "mine");
        var run = await Tool.RunAsync("init", folder.Path);

        Assert.Equal((ExitCode.OutputFailed, ""), (run.Exit, run.Output));
        Assert.Contains("error IZV9006: 'datasets/sample.jsonl' is there already.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["site.yml"]));
        Assert.Equal("mine", File.ReadAllText(folder["datasets/sample.jsonl"]));
    }

    [Fact]
    public async Task Force_replaces_its_own_files_and_no_others()
    {
        using var folder = Models("model.onnx");
        folder.Write("site.yml", "mine");
        folder.Write(".gitignore", "mine");
        var run = await Tool.RunAsync("init", folder.Path, "--force");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.StartsWith("# yaml-language-server", File.ReadAllText(folder["site.yml"]), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder[".gitignore"]));
    }

    [Fact]
    public async Task A_missing_folder_is_said()
    {
        var run = await Tool.RunAsync("init", "no/such/folder");
        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("IZV9007", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "architectures": ["GPT2LMHeadModel"] }""", ModelTask.Decoder)]
    [InlineData("""{ "architectures": ["LlamaForCausalLM"] }""", ModelTask.Decoder)]
    [InlineData("""{ "is_encoder_decoder": true }""", ModelTask.EncoderDecoder)]
    [InlineData("""{ "architectures": ["BertForSequenceClassification"] }""", ModelTask.Encoder)]
    [InlineData("""{ "architectures": 5 }""", ModelTask.Encoder)]
    [InlineData("not json", ModelTask.Encoder)]
    internal void The_config_tells_the_task(string config, ModelTask task)
    {
        using var folder = Models("m/model.onnx");
        folder.Write("m/config.json", config);
        Assert.Equal(task, Assert.Single(StarterModels.Find(folder.Path)).Task);
    }

    [Fact]
    public void Of_several_graphs_without_a_known_name_the_shortest_is_named()
    {
        using var folder = Models("m/bert.onnx", "m/bert-int8.onnx", "bin/model.onnx", ".git/model.onnx");
        var model = Assert.Single(StarterModels.Find(folder.Path));

        Assert.Equal(("m", "m", "bert.onnx"), (model.Id, model.Path, model.File));
        Assert.Equal(["bert-int8.onnx"], model.OtherFiles);
    }

    [Theory]
    [InlineData("Tiny BERT (v2)", "tiny-bert-v2")]
    [InlineData("con", "model-con")]
    [InlineData("模型", "model")]
    [InlineData(".hidden.", "hidden")]
    public void A_folders_name_becomes_an_id(string name, string id) => Assert.Equal(id, Identifier.Of(name));

    private static TempFolder Models(params string[] files)
    {
        var folder = new TempFolder();
        foreach (var file in files)
        {
            folder.Write(file, "");
        }

        return folder;
    }
}
