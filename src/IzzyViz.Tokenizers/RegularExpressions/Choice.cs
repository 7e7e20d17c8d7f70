namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>What an open choice of <see cref="Matcher"/> does when it is taken up again.</summary>
internal enum ChoiceKind
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

/// <summary>Where a match stands: its next instruction and the next character.</summary>
internal record struct Place(int At, int Position);

/// <summary>
/// An open choice: an instruction (or register), a position (or old value), and how far a run may go: down to a position when it shrinks,
/// by so many characters when it grows.
/// </summary>
internal readonly record struct Choice(ChoiceKind Kind, int Target, int Position, int Extra)
{
    public static Choice Branch(int target, int position) => new(ChoiceKind.Branch, target, position, 0);

    public static Choice Restore(int register, int value) => new(ChoiceKind.Restore, register, value, 0);

    /// <summary>What a run leaves open that has taken so many characters from a place on; none where it must stay as it is.</summary>
    public static Choice? OfRun(Instruction run, Place place, int taken) => run.Greed switch
    {
        Greed.Lazy when run.Max > run.Min => new(ChoiceKind.Grow, place.At, place.Position + taken, run.Max - run.Min),
        Greed.Greedy when taken > run.Min => new(ChoiceKind.Shrink, place.At + 1, place.Position + taken, place.Position + run.Min),
        _ => null,
    };

    /// <summary>Where the match stands once the choice is taken up. A lazy run then leaves its instruction.</summary>
    public Place Taken => Kind switch
    {
        ChoiceKind.Shrink => new(Target, Position - 1),
        ChoiceKind.Grow => new(Target + 1, Position + 1),
        _ => new(Target, Position),
    };

    /// <summary>What is still open after that, if anything.</summary>
    public Choice? Rest => Kind switch
    {
        ChoiceKind.Shrink when Position - 1 > Extra => this with { Position = Position - 1 },
        ChoiceKind.Grow when Extra > 1 => this with { Position = Position + 1, Extra = Extra == int.MaxValue ? Extra : Extra - 1 },
        _ => null,
    };
}
