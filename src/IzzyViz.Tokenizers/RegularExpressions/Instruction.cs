using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

internal enum Operation
{
    /// <summary>Takes one character of the set.</summary>
    Set,

    /// <summary>Takes <see cref="Instruction.Min"/> to <see cref="Instruction.Max"/> characters of the set.</summary>
    Run,

    /// <summary>Goes on at the next instruction and, should that fail, at <see cref="Instruction.Target"/>.</summary>
    Try,

    /// <summary>Goes on at <see cref="Instruction.Target"/> and, should that fail, at the next instruction.</summary>
    TryLater,
    Jump,
    Anchor,

    /// <summary>Looks ahead or behind with the sub-program.</summary>
    Look,

    /// <summary>Matches the sub-program once and never returns to it.</summary>
    Atomic,

    /// <summary>Remembers the position in register <see cref="Instruction.Min"/>.</summary>
    Mark,

    /// <summary>Leaves the loop for <see cref="Instruction.Target"/> when nothing was taken since the mark.</summary>
    Progress,
    Accept,
}

/// <summary>One step of a compiled pattern; which members count depends on the operation.</summary>
internal sealed record Instruction(Operation Operation)
{
    /// <summary>The set to take from, or what the first branch of a <see cref="Operation.Try"/> must begin with.</summary>
    public CodePointSet? Set { get; init; }

    public int Min { get; init; }

    public int Max { get; init; }

    public int Target { get; init; }

    public Greed Greed { get; init; }

    public Anchor Anchor { get; init; }

    public Instruction[]? Body { get; init; }

    public bool Ahead { get; init; }

    public bool Negative { get; init; }
}
