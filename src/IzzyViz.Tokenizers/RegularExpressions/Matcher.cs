using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Runs a program over one text at a time. It backtracks on a stack of its own, never on the call stack, and stops with
/// a <see cref="PatternException"/> when its <see cref="StepBudget"/> is used up. Not shared between threads.
/// </summary>
internal ref struct Matcher
{
    private const int AnyEnd = -1;

    private readonly Subject _text;
    private readonly Pattern _pattern;
    private readonly int[] _registers;
    private ChoiceStack _choices = new();
    private StepBudget _budget;

    public Matcher(Pattern pattern, ReadOnlySpan<int> text)
    {
        _pattern = pattern;
        _text = new(text, pattern.Word);
        _registers = pattern.Registers == 0 ? [] : new int[pattern.Registers];
        _budget = new(text.Length);
    }

    /// <summary>End of the match that begins exactly here, or -1.</summary>
    public int Match(int start) => Run(_pattern.Code, start, AnyEnd);

    public readonly void Dispose() => _choices.Dispose();

    /// <param name="mustEnd">The only end that counts, or <see cref="AnyEnd"/>.</param>
    private int Run(Instruction[] code, int start, int mustEnd)
    {
        var bottom = _choices.Count;
        var place = new Place(0, start);
        while (true)
        {
            _budget.Spend(1);
            if (code[place.At].Operation == Operation.Accept && (mustEnd == AnyEnd || mustEnd == place.Position))
            {
                _choices.DropTo(bottom);
                return place.Position;
            }

            if (!Step(code, ref place, mustEnd) && !Backtrack(code, bottom, ref place))
            {
                return -1;
            }
        }
    }

    /// <summary>Carries out one instruction; false where it does not hold.</summary>
    private bool Step(Instruction[] code, ref Place place, int mustEnd)
    {
        var instruction = code[place.At];
        return instruction.Operation switch
        {
            Operation.Set => TakeOne(instruction.Set!, ref place),
            Operation.Run => TakeRun(code, ref place, mustEnd),
            Operation.Try => Try(instruction, ref place),
            Operation.TryLater => TryLater(instruction, ref place),
            Operation.Jump => GoOn(instruction.Target, ref place),
            Operation.Anchor => _text.Holds(instruction.Anchor, place.Position) && GoOn(place.At + 1, ref place),
            Operation.Look => Looks(instruction, place.Position) != instruction.Negative && GoOn(place.At + 1, ref place),
            Operation.Atomic => TakeAtomic(instruction.Body!, ref place),
            Operation.Mark => Mark(instruction.Min, ref place),
            Operation.Progress => GoOn(_registers[instruction.Min] == place.Position ? instruction.Target : place.At + 1, ref place),
            _ => false,
        };
    }

    private static bool GoOn(int at, ref Place place)
    {
        place.At = at;
        return true;
    }

    private readonly bool TakeOne(CodePointSet set, ref Place place)
    {
        place.At++;
        return _text.Has(set, place.Position++);
    }

    private bool TakeRun(Instruction[] code, ref Place place, int mustEnd)
    {
        var run = code[place.At];
        var most = (int)Math.Min(run.Greed == Greed.Lazy ? run.Min : run.Max, (long)_text.Length - place.Position);
        var taken = _text.Count(run.Set!, place.Position, most);
        _budget.Spend(taken >> 3);
        if (taken < run.Min)
        {
            return false;
        }

        // The match is found where nothing else follows, so no other length of the run will be asked for.
        if (Choice.OfRun(run, place, taken) is { } choice && (mustEnd != AnyEnd || code[place.At + 1].Operation != Operation.Accept))
        {
            _choices.Push(choice);
        }

        place = new(place.At + 1, place.Position + taken);
        return true;
    }

    private bool TakeAtomic(Instruction[] body, ref Place place)
    {
        place = new(place.At + 1, Run(body, place.Position, AnyEnd));
        return place.Position >= 0;
    }

    private bool Try(Instruction attempt, ref Place place)
    {
        if (attempt.Set is { } first && !_text.Has(first, place.Position))
        {
            return GoOn(attempt.Target, ref place);
        }

        _choices.Push(Choice.Branch(attempt.Target, place.Position));
        return GoOn(place.At + 1, ref place);
    }

    private bool TryLater(Instruction attempt, ref Place place)
    {
        _choices.Push(Choice.Branch(place.At + 1, place.Position));
        return GoOn(attempt.Target, ref place);
    }

    private bool Mark(int register, ref Place place)
    {
        _choices.Push(Choice.Restore(register, _registers[register]));
        _registers[register] = place.Position;
        return GoOn(place.At + 1, ref place);
    }

    private bool Looks(Instruction look, int position)
    {
        if (look.Ahead)
        {
            return Run(look.Body!, position, AnyEnd) >= 0;
        }

        for (var length = look.Min; length <= look.Max && length <= position; length++)
        {
            if (Run(look.Body!, position - length, position) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes up the newest open choice; false when there is none.</summary>
    private bool Backtrack(Instruction[] code, int bottom, ref Place place)
    {
        while (_choices.Count > bottom)
        {
            _budget.Spend(1);
            var choice = _choices.Pop();
            if (choice.Kind == ChoiceKind.Restore)
            {
                _registers[choice.Target] = choice.Position;
            }
            else if (choice.Kind != ChoiceKind.Grow || _text.Has(code[choice.Target].Set!, choice.Position))
            {
                TakeUp(choice, ref place);
                return true;
            }
        }

        return false;
    }

    private void TakeUp(Choice choice, ref Place place)
    {
        place = choice.Taken;
        if (choice.Rest is { } rest)
        {
            _choices.Push(rest);
        }
    }
}
