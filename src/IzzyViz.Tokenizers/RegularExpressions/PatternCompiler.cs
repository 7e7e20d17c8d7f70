using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Turns a parsed pattern into instructions for <see cref="Matcher"/>.</summary>
internal sealed class PatternCompiler
{
    private const int LargestProgram = 20_000;
    private readonly List<Instruction> _code = [];
    private int _registers;

    /// <summary>Instructions of the whole pattern, bodies included.</summary>
    private int _size;

    private PatternCompiler(int registers, int size) => (_registers, _size) = (registers, size);

    public static (Instruction[] Code, int Registers) Compile(Node node)
    {
        var compiler = new PatternCompiler(0, 0);
        return (compiler.Program(node), compiler._registers);
    }

    private Instruction[] Program(Node node)
    {
        Emit(node);
        Add(new(Operation.Accept));
        return RunOptimizer.Apply(_code);
    }

    private void Emit(Node node)
    {
        switch (node)
        {
            case SetNode set:
                Add(new(Operation.Set) { Set = set.Set });
                break;
            case SequenceNode sequence:
                sequence.Items.ToList().ForEach(Emit);
                break;
            case AlternationNode alternation:
                Alternation(alternation);
                break;
            case RepeatNode repeat:
                Repeat(repeat);
                break;
            case AtomicNode atomic:
                Add(new(Operation.Atomic) { Body = Body(atomic.Item) });
                break;
            case LookNode look:
                Look(look);
                break;
            case AnchorNode anchor:
                Add(new(Operation.Anchor) { Anchor = anchor.Anchor });
                break;
        }
    }

    private void Alternation(AlternationNode alternation)
    {
        var exits = new List<int>();
        foreach (var branch in alternation.Branches[..^1])
        {
            var attempt = Add(new(Operation.Try) { Set = NodeFacts.First(branch) });
            Emit(branch);
            exits.Add(Add(new(Operation.Jump)));
            Aim(attempt);
        }

        Emit(alternation.Branches[^1]);
        exits.ForEach(Aim);
    }

    private void Repeat(RepeatNode repeat)
    {
        if (repeat.Item is SetNode set)
        {
            Add(new(Operation.Run) { Set = set.Set, Min = repeat.Min, Max = repeat.Max, Greed = repeat.Greed });
        }
        else if (repeat.Greed == Greed.Possessive)
        {
            Add(new(Operation.Atomic) { Body = Body(repeat with { Greed = Greed.Greedy }) });
        }
        else
        {
            Unrolled(repeat);
        }
    }

    private void Unrolled(RepeatNode repeat)
    {
        // what takes no characters holds as often as it holds once
        var needed = NodeFacts.Length(repeat.Item).Max == 0 ? Math.Min(repeat.Min, 1) : repeat.Min;
        for (var i = 0; i < needed; i++)
        {
            Emit(repeat.Item);
        }

        if (repeat.Max == int.MaxValue)
        {
            Loop(repeat);
            return;
        }

        var exits = new List<int>();
        for (var i = repeat.Min; i < repeat.Max; i++)
        {
            exits.Add(Add(Choice(repeat)));
            Emit(repeat.Item);
        }

        exits.ForEach(Aim);
    }

    private void Loop(RepeatNode repeat)
    {
        var choice = Add(Choice(repeat));
        var register = _registers++;
        var mayBeEmpty = NodeFacts.Length(repeat.Item).Min == 0;
        if (mayBeEmpty)
        {
            Add(new(Operation.Mark) { Min = register });
        }

        Emit(repeat.Item);
        var progress = mayBeEmpty ? Add(new(Operation.Progress) { Min = register }) : -1;
        Add(new(Operation.Jump) { Target = choice });
        Aim(choice);
        if (progress >= 0)
        {
            Aim(progress);
        }
    }

    private static Instruction Choice(RepeatNode repeat) => repeat.Greed == Greed.Lazy
        ? new(Operation.TryLater)
        : new(Operation.Try) { Set = NodeFacts.First(repeat.Item) };

    private void Look(LookNode look)
    {
        var (min, max) = NodeFacts.Length(look.Item);
        if (!look.Ahead && max > 255)
        {
            throw new PatternException("a look-behind has no fixed length.");
        }

        Add(new(Operation.Look) { Body = Body(look.Item), Ahead = look.Ahead, Negative = look.Negative, Min = (int)min, Max = (int)Math.Min(max, int.MaxValue) });
    }

    private Instruction[] Body(Node node)
    {
        var inner = new PatternCompiler(_registers, _size);
        var code = inner.Program(node);
        (_registers, _size) = (inner._registers, inner._size);
        return code;
    }

    private int Add(Instruction instruction)
    {
        if (++_size > LargestProgram)
        {
            throw new PatternException("its repetitions make it too large.");
        }

        _code.Add(instruction);
        return _code.Count - 1;
    }

    /// <summary>Points an earlier instruction to the next one to come.</summary>
    private void Aim(int index) => _code[index] = _code[index] with { Target = _code.Count };
}
