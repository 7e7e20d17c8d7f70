using System.CommandLine;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary><c>draw KIND DATA</c>: one figure from arrays.</summary>
internal static class DrawCommand
{
    private static readonly Option<bool> List = DrawOption.Flag("--list", "Name the kinds of figure there are.");

    public static Command Create()
    {
        var command = new Command("draw", "Draws one figure from arrays.") { List };
        foreach (var kind in DrawKinds.All)
        {
            command.Add(Create(kind));
        }

        command.Validators.Add(result =>
        {
            if (!result.GetValue(List))
            {
                result.AddError("Give the kind of figure, or --list.");
            }
        });
        command.SetAction(parsed => (int)Write(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static Command Create(DrawKind kind)
    {
        var command = new Command(kind.Text.Id, $"{kind.Text.Title}: {kind.Text.Question} Data: {kind.Text.Data}.") { DrawOptions.Data };
        foreach (var option in kind.Options.Concat(DrawOptions.All).DistinctBy(o => o.Name, StringComparer.Ordinal))
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(DrawOptions.Out) is { } path && !DrawnFile.IsKnown(path))
            {
                result.AddError($"'{path}' has none of the endings {string.Join(", ", DrawnFile.Endings)}.");
            }
        });
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
        var arrays = ArrayFile.Read(parsed.GetRequiredValue(DrawOptions.Data), Choice(kind, parsed));
        arrays = parsed.GetValue(DrawOptions.MergeWords) ? ArrayChanges.MergeWords(arrays) : arrays;
        arrays = parsed.GetValue(DrawOptions.HideSpecial) ? ArrayChanges.HideSpecial(arrays) : arrays;
        var drawn = kind.Draw(arrays, new(parsed));
        DrawnFile.Write(parsed.GetRequiredValue(DrawOptions.Out), drawn.Figure);
        if (parsed.GetValue(DrawOptions.Numbers) is { } path)
        {
            DrawnFile.WriteNumbers(path, drawn.Data);
        }

        foreach (var note in arrays.Notes)
        {
            Talk.From(parsed).Say(note);
        }

        return ExitCode.Done;
    }

    private static ArrayChoice Choice(DrawKind kind, ParseResult parsed) => new()
    {
        Need = kind.Need,
        Tensors = [.. parsed.GetValue(DrawOptions.Tensor)!],
        Item = parsed.GetValue(DrawOptions.Item),
        Heads = [.. parsed.GetValue(DrawOptions.Head)!],
        TokensFile = parsed.GetValue(DrawOptions.Tokens),
    };
}
