using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Runs a program over one text at a time. It backtracks on a stack of its own, never on the call stack, and stops with
/// a <see cref="PatternException"/> when the steps pass a limit that grows with the text. Not shared between threads.
/// </summary>
internal ref struct Matcher
{
    private const long BaseSteps = 2_000_000;
    private const long StepsPerCharacter = 500;

    private readonly ReadOnlySpan<int> _text;
    private readonly Pattern _pattern;
    private readonly int[] _registers;
    private ChoiceStack _choices = new();
    private long _steps;

    public Matcher(Pattern pattern, ReadOnlySpan<int> text)
    {
        _pattern = pattern;
        _text = text;
        _registers = pattern.Registers == 0 ? [] : new int[pattern.Registers];
        _steps = BaseSteps + StepsPerCharacter * text.Length;
    }

    /// <summary>End of the match that begins exactly here, or -1.</summary>
    public int Match(int start) => Run(_pattern.Code, start, -1);

    public readonly void Dispose() => _choices.Dispose();

    private int Run(Instruction[] code, int position, int mustEnd)
    {
        var bottom = _choices.Count;
        int at = 0, end = -1;
        while (end < 0)
        {
            Count(1);
            var going = code[at].Operation == Operation.Accept
                ? Accept(mustEnd, position, out end)
                : Step(code, ref at, ref position, mustEnd);
            if (!going && !Backtrack(code, bottom, ref at, ref position))
            {
                return -1;
            }
        }

        _choices.DropTo(bottom);
        return end;
    }

    private static bool Accept(int mustEnd, int position, out int end)
    {
        end = mustEnd < 0 || mustEnd == position ? position : -1;
        return end >= 0;
    }

    private bool Step(Instruction[] code, ref int at, ref int position, int mustEnd)
    {
        var instruction = code[at];
        switch (instruction.Operation)
        {
            case Operation.Set:
                at++;
                return position < _text.Length && instruction.Set!.Contains(_text[position++]);
            case Operation.Run:
                return TakeRun(code, ref at, ref position, mustEnd);
            case Operation.Try:
                return Try(instruction, ref at, position);
            case Operation.TryLater:
                _choices.Push(new(ChoiceKind.Branch, at + 1, position, 0));
                at = instruction.Target;
                return true;
            case Operation.Jump:
                at = instruction.Target;
                return true;
            case Operation.Anchor:
                at++;
                return Holds(instruction.Anchor, position);
            case Operation.Look:
                at++;
                return Looks(instruction, position) != instruction.Negative;
            case Operation.Atomic:
                at++;
                position = Run(instruction.Body!, position, -1);
                return position >= 0;
            case Operation.Mark:
                at++;
                _choices.Push(new(ChoiceKind.Restore, instruction.Min, _registers[instruction.Min], 0));
                _registers[instruction.Min] = position;
                return true;
            default:
                at = _registers[instruction.Min] == position ? instruction.Target : at + 1;
                return true;
        }
    }

    private bool Try(Instruction instruction, ref int at, int position)
    {
        if (instruction.Set is { } first && (position >= _text.Length || !first.Contains(_text[position])))
        {
            at = instruction.Target;
            return true;
        }

        _choices.Push(new(ChoiceKind.Branch, instruction.Target, position, 0));
        at++;
        return true;
    }

    private bool TakeRun(Instruction[] code, ref int at, ref int position, int mustEnd)
    {
        var run = code[at];
        var most = (int)Math.Min(run.Greed == Greed.Lazy ? run.Min : run.Max, (long)_text.Length - position);
        var taken = 0;
        while (taken < most && run.Set!.Contains(_text[position + taken]))
        {
            taken++;
        }

        Count(taken >> 3);
        if (taken < run.Min)
        {
            return false;
        }

        if (run.Greed == Greed.Lazy && run.Max > run.Min)
        {
            _choices.Push(new(ChoiceKind.Grow, at, position + taken, run.Max - run.Min));
        }
        else if (run.Greed == Greed.Greedy && taken > run.Min && !(mustEnd < 0 && code[at + 1].Operation == Operation.Accept))
        {
            _choices.Push(new(ChoiceKind.Shrink, at + 1, position + taken, position + run.Min));
        }

        position += taken;
        at++;
        return true;
    }

    /// <summary>Takes up the newest open choice; false when there is none.</summary>
    private bool Backtrack(Instruction[] code, int bottom, ref int at, ref int position)
    {
        while (_choices.Count > bottom)
        {
            Count(1);
            var choice = _choices.Pop();
            if (choice.Kind == ChoiceKind.Restore)
            {
                _registers[choice.Target] = choice.Position;
            }
            else if (choice.Kind != ChoiceKind.Grow || Grows(code[choice.Target].Set!, choice.Position))
            {
                Resume(choice, ref at, ref position);
                return true;
            }
        }

        return false;
    }

    private readonly bool Grows(CodePointSet set, int position) => position < _text.Length && set.Contains(_text[position]);

    private void Resume(Choice choice, ref int at, ref int position)
    {
        (at, position) = (choice.Target, choice.Position);
        if (choice.Kind == ChoiceKind.Shrink && --position > choice.Extra)
        {
            _choices.Push(choice with { Position = position });
        }
        else if (choice.Kind == ChoiceKind.Grow)
        {
            position++;
            at++;
            if (choice.Extra > 1)
            {
                _choices.Push(choice with { Position = position, Extra = choice.Extra == int.MaxValue ? int.MaxValue : choice.Extra - 1 });
            }
        }
    }

    private bool Looks(Instruction look, int position)
    {
        if (look.Ahead)
        {
            return Run(look.Body!, position, -1) >= 0;
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

    private readonly bool Holds(Anchor anchor, int position) => anchor switch
    {
        Anchor.LineStart => position == 0 || _text[position - 1] == '\n',
        Anchor.LineEnd => position == _text.Length || _text[position] == '\n',
        Anchor.TextStart => position == 0,
        Anchor.TextEnd => position == _text.Length,
        Anchor.LastLineEnd => position == _text.Length || position == _text.Length - 1 && _text[position] == '\n',
        _ => (IsWord(position - 1) != IsWord(position)) == (anchor == Anchor.WordBoundary),
    };

    private readonly bool IsWord(int position) => (uint)position < (uint)_text.Length && _pattern.Word.Contains(_text[position]);

    private void Count(int steps)
    {
        _steps -= steps;
        if (_steps < 0)
        {
            throw new PatternException($"it takes too many steps on a text of {_text.Length} characters.");
        }
    }
}
