using System.Buffers;
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
    private const int FrameSize = 4;
    private const int LargestStack = 1 << 26;

    private readonly ReadOnlySpan<int> _text;
    private readonly Pattern _pattern;
    private readonly int[] _registers;
    private int[] _stack;
    private int _top;
    private long _steps;

    public Matcher(Pattern pattern, ReadOnlySpan<int> text)
    {
        _pattern = pattern;
        _text = text;
        _registers = pattern.Registers == 0 ? [] : new int[pattern.Registers];
        _stack = ArrayPool<int>.Shared.Rent(256);
        _steps = BaseSteps + StepsPerCharacter * text.Length;
    }

    private enum Frame
    {
        /// <summary>Go on at an instruction.</summary>
        Branch,

        /// <summary>A greedy run gives one character back.</summary>
        Shrink,

        /// <summary>A lazy run takes one more.</summary>
        Grow,

        /// <summary>Put a register back.</summary>
        Restore,
    }

    /// <summary>End of the match that begins exactly here, or -1.</summary>
    public int Match(int start) => Run(_pattern.Code, start, -1);

    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_stack);

    private int Run(Instruction[] code, int position, int mustEnd)
    {
        var bottom = _top;
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

        _top = bottom;
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
                Push(Frame.Branch, at + 1, position, 0);
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
                Push(Frame.Restore, instruction.Min, _registers[instruction.Min], 0);
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

        Push(Frame.Branch, instruction.Target, position, 0);
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
            Push(Frame.Grow, at, position + taken, run.Max - run.Min);
        }
        else if (run.Greed == Greed.Greedy && taken > run.Min && !(mustEnd < 0 && code[at + 1].Operation == Operation.Accept))
        {
            Push(Frame.Shrink, at + 1, position + taken, position + run.Min);
        }

        position += taken;
        at++;
        return true;
    }

    /// <summary>Takes up the newest open choice; false when there is none.</summary>
    private bool Backtrack(Instruction[] code, int bottom, ref int at, ref int position)
    {
        while (_top > bottom)
        {
            Count(1);
            _top -= FrameSize;
            var (kind, target, value, extra) = ((Frame)_stack[_top], _stack[_top + 1], _stack[_top + 2], _stack[_top + 3]);
            if (kind == Frame.Restore)
            {
                _registers[target] = value;
                continue;
            }

            if (kind != Frame.Grow || Grows(code[target].Set!, value))
            {
                Resume((kind, target, value, extra), ref at, ref position);
                return true;
            }
        }

        return false;
    }

    private readonly bool Grows(CodePointSet set, int position) => position < _text.Length && set.Contains(_text[position]);

    private void Resume((Frame Kind, int Target, int Position, int Extra) frame, ref int at, ref int position)
    {
        at = frame.Target;
        position = frame.Position;
        if (frame.Kind == Frame.Shrink)
        {
            position--;
            if (position > frame.Extra)
            {
                Push(Frame.Shrink, at, position, frame.Extra);
            }
        }
        else if (frame.Kind == Frame.Grow)
        {
            position++;
            if (frame.Extra > 1)
            {
                Push(Frame.Grow, at, position, frame.Extra == int.MaxValue ? int.MaxValue : frame.Extra - 1);
            }

            at++;
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

    private void Push(Frame kind, int target, int position, int extra)
    {
        if (_top + FrameSize > _stack.Length)
        {
            Enlarge();
        }

        (_stack[_top], _stack[_top + 1], _stack[_top + 2], _stack[_top + 3]) = ((int)kind, target, position, extra);
        _top += FrameSize;
    }

    private void Enlarge()
    {
        if (_stack.Length >= LargestStack)
        {
            throw new PatternException("it keeps too many choices open on this text.");
        }

        var larger = ArrayPool<int>.Shared.Rent(_stack.Length * 2);
        _stack.AsSpan(0, _top).CopyTo(larger);
        ArrayPool<int>.Shared.Return(_stack);
        _stack = larger;
    }

    private void Count(int steps)
    {
        _steps -= steps;
        if (_steps < 0)
        {
            throw new PatternException($"it takes too many steps on a text of {_text.Length} characters.");
        }
    }
}
