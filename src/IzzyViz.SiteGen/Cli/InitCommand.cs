using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Cli.Starting;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>init</c>: a commented manifest for the models found, a sample dataset, a workflow. Writes everything or nothing.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "Where the models lie and the manifest is written.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace files that are there already." };

    public static Command Create()
    {
        var command = new Command("init", "Writes a commented site.yml, a sample dataset and a workflow for the models it finds.") { Folder, Force };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        var talk = Talk.From(parsed);
        var folder = parsed.GetRequiredValue(Folder);
        var bag = new DiagnosticBag();
        var files = Prepare(folder, parsed.GetValue(Force), bag);
        talk.Report(bag);
        if (!bag.HasErrors)
        {
            Write(files, folder, parsed.InvocationConfiguration.Output);
            talk.Say("Next: 'izzyviz-site check', then 'izzyviz-site build'.");
        }

        return ExitCodes.Of(bag);
    }

    private static ImmutableArray<StarterFile> Prepare(string folder, bool force, DiagnosticBag bag)
    {
        if (!Directory.Exists(folder))
        {
            bag.Add(EnvironmentDiagnostics.FolderMissing.At(SourceLocation.None, folder));
            return [];
        }

        var models = StarterModels.Find(folder);
        ReportModels(models, folder, bag);
        var files = FilesFor(models);
        if (!force)
        {
            bag.AddRange(files.Where(f => !f.IsOptional && File.Exists(Path.Combine(folder, f.Path)))
                .Select(f => EnvironmentDiagnostics.FileExists.At(SourceLocation.None, f.Path)));
        }

        // An optional file is somebody else's too: it is never replaced.
        return [.. files.Where(f => !f.IsOptional || !IsThere(folder, f))];
    }

    /// <summary>A tool manifest in the folder itself counts as well: a second one in <c>.config</c> would hide it.</summary>
    private static bool IsThere(string folder, StarterFile file) =>
        File.Exists(Path.Combine(folder, file.Path))
        || (file == StarterWorkflow.ToolManifest && File.Exists(Path.Combine(folder, Path.GetFileName(file.Path))));

    private static ImmutableArray<StarterFile> FilesFor(ImmutableArray<FoundModel> models) =>
    [
        StarterManifest.Write(models),
        .. SampleDataset.For(models.IsEmpty ? [ModelTask.Encoder] : models.Select(m => m.Task)).Select(sample => sample.File),
        new StarterFile("schemas/site.schema.json", ManifestSchema.Write()),
        StarterWorkflow.Workflow,
        StarterWorkflow.ToolManifest,
        StarterWorkflow.GitIgnore,
    ];

    private static void ReportModels(ImmutableArray<FoundModel> models, string folder, DiagnosticBag bag)
    {
        if (models.IsEmpty)
        {
            bag.Add(EnvironmentDiagnostics.NoModelFound.At(SourceLocation.None, folder));
        }

        bag.AddRange(models.Where(m => m.File is not null)
            .Select(m => EnvironmentDiagnostics.SeveralModels.At(SourceLocation.None, m.Path, m.File, string.Join(", ", m.OtherFiles))));
    }

    private static void Write(ImmutableArray<StarterFile> files, string folder, TextWriter output)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            output.WriteLine(file.Path);
        }
    }
}
