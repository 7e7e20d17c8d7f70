using System.CommandLine;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Cli.Inspecting;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary><c>capture MODEL</c>: one run, its attention as <c>.safetensors</c>.</summary>
internal static class CaptureCommand
{
    public static Command Create()
    {
        var command = new Command("capture", "Runs one model once and writes its attention.")
        {
            ModelOptions.Model,
            CaptureSettings.Inputs,
            CaptureSettings.Text,
            CaptureSettings.Pair,
            CaptureSettings.Target,
            CaptureSettings.Generate,
            CaptureSettings.Out,
            CaptureSettings.What,
            CaptureSettings.Layers,
            CaptureSettings.Memory,
            CaptureSettings.Feed,
            ModelOptions.GraphName,
            CommonOptions.Threads,
        };
        IsolationOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            foreach (var problem in CaptureSettings.Problems(result))
            {
                result.AddError(problem);
            }
        });
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        try
        {
            await (IsolationOptions.ModeOf(parsed) == IsolationMode.None
                ? Task.Run(() => Capture(parsed, bag), cancellation)
                : IsolatedCapture.RunAsync(ToolInvocation.ArgumentsOf(parsed), parsed.GetRequiredValue(ModelOptions.Model), bag, cancellation));
        }
        finally
        {
            // Also where the run ends in an exception: what was found before may be its reason.
            Talk.From(parsed).Report(bag);
        }

        return ExitCodes.Of(bag);
    }

    /// <summary>The work itself, in whichever process this is.</summary>
    public static void Capture(ParseResult parsed, DiagnosticBag bag)
    {
        var model = InspectedModel.Find(parsed, bag);
        if (model is null || bag.HasErrors || CaptureInput.Read(parsed, model, bag) is not { } input)
        {
            return;
        }

        var options = CaptureSettings.Options(parsed) with
        {
            UseCache = input.UsesCache,
            WithOutputs = input.Steps > 0,
            Calibrate = input.Steps > 0,
        };
        using var session = ModelSession.Open(model.Folder, options);
        input = input.Steps > 0 ? input.Written(session, model) : input;
        Write(parsed, (model, input), session, bag);
    }

    private static void Write(ParseResult parsed, (InspectedModel Model, CaptureInput Input) of, ModelSession session, DiagnosticBag bag)
    {
        var path = parsed.GetRequiredValue(CaptureSettings.Out);
        try
        {
            using var file = new CaptureFile(path, parsed.GetValue(CaptureSettings.What), session.Modules, of.Input);
            using var capture = session.Visit(of.Input.Tensors, file.Add);
            bag.AddRange(capture.Findings);
            foreach (var (name, hidden) in capture.Hidden)
            {
                file.AddHidden(name, hidden);
            }

            Finish(file, of.Model.Folder.Path, bag);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            bag.Add(OutputDiagnostics.FileNotWritten.At(path, path, e.Message));
        }
    }

    private static void Finish(CaptureFile file, string model, DiagnosticBag bag)
    {
        if (file.IsEmpty)
        {
            bag.Add(ModelDiagnostics.NoAttention.At(model, model, "nothing of what was asked for passed its check"));
        }
        else
        {
            file.Finish();
        }
    }
}
