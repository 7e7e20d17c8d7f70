using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary><c>draw KIND DATA</c>: one figure from arrays.</summary>
internal static class DrawCommand
{
    private static readonly Option<bool> List = DrawOption.Flag("--list", "Name the kinds of figure there are.");

    public static Command Create()
    {
        var command = new CheckedCommand("draw", "Draws one figure from arrays.") { List };
        foreach (var kind in DrawKinds.All)
        {
            command.Add(Create(kind));
        }

        command.Checks.Add(parsed => parsed.GetValue(List) ? [] : ["Give the kind of figure, or --list."]);
        command.SetAction(parsed => (int)Write(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static CheckedCommand Create(DrawKind kind)
    {
        var command = new CheckedCommand(kind.Text.Id, $"{kind.Text.Title}: {kind.Text.Question} Data: {kind.Text.Data}.") { DrawOptions.Data };
        foreach (var option in kind.Options.Concat(DrawOptions.All).DistinctBy(o => o.Name, StringComparer.Ordinal))
        {
            command.Add(option);
        }

        command.Checks.Add(parsed => DrawRequest.Problems(kind, (parsed.GetValue(DrawOptions.Out), parsed.GetValue(DrawOptions.Numbers))));
        command.SetAction(parsed => (int)Draw(kind, parsed));
        return command;
    }

    private static ExitCode Write(TextWriter output)
    {
        var width = DrawKinds.All.Max(k => k.Text.Id.Length) + 2;
        foreach (var kind in DrawKinds.All)
        {
            output.WriteLine($"{kind.Text.Id.PadRight(width)}{kind.Text.Question}");
        }

        return ExitCode.Done;
    }

    private static ExitCode Draw(DrawKind kind, ParseResult parsed)
    {
        var bag = new DiagnosticBag();
        var options = FormatOptions.Read(parsed, bag);
        if (bag.HasErrors)
        {
            Talk.From(parsed).Report(bag);
            return ExitCodes.Of(bag);
        }

        foreach (var request in DrawRequest.Of(kind, parsed))
        {
            var drawn = kind.Draw(request.Arrays, new(parsed) { Settings = request.Settings });
            request.Write(drawn, options);
            TypeSize.Report(drawn.Figure, options, (request.Path, bag));
            Say(request, Talk.From(parsed));
        }

        options.Fonts?.Report(bag, parsed.GetRequiredValue(DrawOptions.Out));
        Talk.From(parsed).Report(bag);
        return ExitCode.Done;
    }

    private static void Say(DrawRequest request, Talk talk)
    {
        foreach (var note in request.Arrays.Notes)
        {
            talk.Say(request.IsOneOfMany ? $"{request.Path}: {note}" : note);
        }
    }
}
