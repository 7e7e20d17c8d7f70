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
        var command = new CheckedCommand("capture", "Runs one model once and writes its attention.")
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
        command.Checks.Add(CaptureSettings.Problems);
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

        using var place = new NamedFile(parsed.GetRequiredValue(CaptureSettings.Out));
        var options = CaptureSettings.Options(parsed) with
        {
            UseCache = input.UsesCache,
            WithOutputs = input.Steps > 0,
            Calibrate = input.Steps > 0,
        };
        using var session = ModelSession.Open(model.Folder, options);
        input = input.Steps > 0 ? input.Written(session, model, bag) : input.Prepared(session, bag);
        using var file = new CaptureFile(place, parsed.GetValue(CaptureSettings.What), session.Modules, input);
        Write(file, (model, input), session, bag);
    }

    private static void Write(CaptureFile file, (InspectedModel Model, CaptureInput Input) of, ModelSession session, DiagnosticBag bag)
    {
        using var capture = session.Visit(of.Input.Tensors, file.Add);
        bag.AddRange(capture.Findings);
        foreach (var (name, hidden) in capture.Hidden)
        {
            file.AddHidden(name, hidden);
        }

        Finish(file, of.Model.Folder.Path, bag);
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
