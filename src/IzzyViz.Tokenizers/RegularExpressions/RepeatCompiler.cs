namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Repetitions as instructions: of single characters a run, of anything else what is needed written out, then a loop or so many
/// optional copies.
/// </summary>
internal sealed class RepeatCompiler(PatternCompiler pattern, ProgramBuilder program)
{
    public void Emit(RepeatNode repeat)
    {
        if (repeat.Item is SetNode set)
        {
            program.Add(new(Operation.Run) { Set = set.Set, Min = repeat.Min, Max = repeat.Max, Greed = repeat.Greed });
        }
        else if (repeat.Greed == Greed.Possessive)
        {
            program.Add(new(Operation.Atomic) { Body = pattern.Body(repeat with { Greed = Greed.Greedy }) });
        }
        else
        {
            Needed(repeat);
            Optional(repeat);
        }
    }

    private void Needed(RepeatNode repeat)
    {
        // What takes no characters holds as often as it holds once.
        var needed = NodeFacts.Length(repeat.Item).Max == 0 ? Math.Min(repeat.Min, 1) : repeat.Min;
        for (var i = 0; i < needed; i++)
        {
            pattern.Emit(repeat.Item);
        }
    }

    private void Optional(RepeatNode repeat)
    {
        if (repeat.Max == int.MaxValue)
        {
            Loop(repeat);
            return;
        }

        var exits = new List<int>();
        for (var i = repeat.Min; i < repeat.Max; i++)
        {
            exits.Add(program.Add(Choice(repeat)));
            pattern.Emit(repeat.Item);
        }

        exits.ForEach(program.Aim);
    }

    /// <summary>A loop whose item may be empty ends when a round takes nothing, or it would never end.</summary>
    private void Loop(RepeatNode repeat)
    {
        var choice = program.Add(Choice(repeat));
        var register = program.NewRegister();
        var mayBeEmpty = NodeFacts.Length(repeat.Item).Min == 0;
        if (mayBeEmpty)
        {
            program.Add(new(Operation.Mark) { Min = register });
        }

        pattern.Emit(repeat.Item);
        var progress = mayBeEmpty ? program.Add(new(Operation.Progress) { Min = register }) : -1;
        program.Add(new(Operation.Jump) { Target = choice });
        program.Aim(choice);
        if (mayBeEmpty)
        {
            program.Aim(progress);
        }
    }

    private static Instruction Choice(RepeatNode repeat) => repeat.Greed == Greed.Lazy
        ? new(Operation.TryLater)
        : new(Operation.Try) { Set = NodeFacts.First(repeat.Item) };
}
