namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Turns a parsed pattern into instructions for <see cref="Matcher"/>.</summary>
internal sealed class PatternCompiler
{
    private const int LongestLookBehind = 255;
    private readonly ProgramBuilder _program;
    private readonly RepeatCompiler _repeats;

    private PatternCompiler(ProgramBuilder program)
    {
        _program = program;
        _repeats = new(this, program);
    }

    public static (Instruction[] Code, int Registers) Compile(Node node)
    {
        var program = new ProgramBuilder();
        return (new PatternCompiler(program).Whole(node), program.Registers);
    }

    /// <summary>A program of its own, for an instruction to hold.</summary>
    public Instruction[] Body(Node node) => new PatternCompiler(_program.Inner()).Whole(node);

    public void Emit(Node node)
    {
        switch (node)
        {
            case SetNode set:
                _program.Add(new(Operation.Set) { Set = set.Set });
                break;
            case SequenceNode sequence:
                sequence.Items.ToList().ForEach(Emit);
                break;
            case AlternationNode alternation:
                Alternation(alternation);
                break;
            case RepeatNode repeat:
                _repeats.Emit(repeat);
                break;
            case AtomicNode atomic:
                _program.Add(new(Operation.Atomic) { Body = Body(atomic.Item) });
                break;
            case LookNode look:
                Look(look);
                break;
            case AnchorNode anchor:
                _program.Add(new(Operation.Anchor) { Anchor = anchor.Anchor });
                break;
        }
    }

    private Instruction[] Whole(Node node)
    {
        Emit(node);
        return _program.Finish();
    }

    private void Alternation(AlternationNode alternation)
    {
        var exits = new List<int>();
        foreach (var branch in alternation.Branches[..^1])
        {
            var attempt = _program.Add(new(Operation.Try) { Set = NodeFacts.First(branch) });
            Emit(branch);
            exits.Add(_program.Add(new(Operation.Jump)));
            _program.Aim(attempt);
        }

        Emit(alternation.Branches[^1]);
        exits.ForEach(_program.Aim);
    }

    private void Look(LookNode look)
    {
        var (min, max) = NodeFacts.Length(look.Item);
        if (!look.Ahead && max > LongestLookBehind)
        {
            throw new PatternException("a look-behind has no fixed length.");
        }

        _program.Add(new(Operation.Look) { Body = Body(look.Item), Ahead = look.Ahead, Negative = look.Negative, Min = (int)min, Max = (int)Math.Min(max, int.MaxValue) });
    }
}
