using System.CommandLine;
using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>capture MODEL</c>: one run, its attention as <c>.safetensors</c>.</summary>
internal static class CaptureCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model folder or an .onnx file." };
    private static readonly Option<string?> Inputs = new("--inputs") { Description = "Tensors to feed, by name (.safetensors)." };
    private static readonly Option<string> Out = new("--out", "-o") { Description = "Where the attention goes (.safetensors).", Required = true };
    private static readonly Option<string?> GraphName = new("--file") { Description = "Which ONNX file of the folder." };
    private static readonly Option<string[]> Feed = new("--feed") { Description = "NAME=VALUE for an input that cannot be derived.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Layers = new("--layers") { Description = "Which layers, as in 0,2-4." };
    private static readonly Option<int> Threads = new("--threads") { Description = "Threads inside one operator; 0 lets the runtime choose." };

    public static Command Create()
    {
        var command = new Command("capture", "Runs one model once and writes its attention.") { Model, Inputs, Out, GraphName, Feed, Layers, Threads };
        command.SetAction(parsed => (int)Run(parsed, Console.Error));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, TextWriter talk)
    {
        var bag = new DiagnosticBag();
        try
        {
            Capture(parsed, bag);
        }
        catch (DiagnosticException e)
        {
            bag.Add(e.Diagnostic);
        }

        CommandFindings.Write(bag.Items, talk);
        return CommandFindings.CodeOf(bag);
    }

    private static void Capture(ParseResult parsed, DiagnosticBag bag)
    {
        var path = parsed.GetValue(Model)!;
        if (ModelFolder.Find(path, parsed.GetValue(GraphName), bag) is not { } folder || ModelReader.Inspect(folder, bag) is not { } structure)
        {
            return;
        }

        CaptureFindings.AddRefusals(folder, structure, bag);
        if (bag.HasErrors)
        {
            return;
        }

        var given = Given(parsed.GetValue(Inputs));
        using var session = ModelSession.Open(folder, Options(parsed, given));
        using var capture = session.Run(given);
        bag.AddRange(capture.Findings);
        CaptureFile.Write(parsed.GetValue(Out)!, path, capture, bag, given);
    }

    private static ImmutableSortedDictionary<string, Tensor> Given(string? path)
    {
        try
        {
            return path is null ? ImmutableSortedDictionary<string, Tensor>.Empty : SafetensorsReader.Read(path).Tensors;
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException(ModelDiagnostics.InputFile.At(path!, e.Message.TrimEnd('.')), e);
        }
    }

    private static CaptureOptions Options(ParseResult parsed, ImmutableSortedDictionary<string, Tensor> given) => new()
    {
        Threads = parsed.GetValue(Threads),
        WithOutputs = false,
        Calibrate = false,
        Layers = LayerList.Parse(parsed.GetValue(Layers)),
        UseCache = given.TryGetValue("use_cache_branch", out var flag) && flag.ToInt64s() is [not 0, ..],
        Feed = (parsed.GetValue(Feed) ?? []).Select(f => f.Split('=', 2)).Where(p => p.Length == 2)
            .ToImmutableSortedDictionary(p => p[0], p => double.Parse(p[1], NumberStyles.Float, CultureInfo.InvariantCulture), StringComparer.Ordinal),
    };
}
