namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>A program in the making. The programs inside it count towards the same limit, and no two loops share a register.</summary>
internal sealed class ProgramBuilder
{
    private const int Largest = 20_000;
    private readonly List<Instruction> _code = [];
    private readonly Totals _totals;

    public ProgramBuilder()
        : this(new Totals())
    {
    }

    private ProgramBuilder(Totals totals) => _totals = totals;

    public int Registers => _totals.Registers;

    public ProgramBuilder Inner() => new(_totals);

    public int NewRegister() => _totals.Registers++;

    /// <summary>The index of the instruction, for <see cref="Aim"/>.</summary>
    public int Add(Instruction instruction)
    {
        if (++_totals.Size > Largest)
        {
            throw new PatternException("its repetitions make it too large.");
        }

        _code.Add(instruction);
        return _code.Count - 1;
    }

    /// <summary>Points an earlier instruction to the next one to come.</summary>
    public void Aim(int index) => _code[index] = _code[index] with { Target = _code.Count };

    public Instruction[] Finish()
    {
        Add(new(Operation.Accept));
        return RunOptimizer.Apply(_code);
    }

    private sealed class Totals
    {
        public int Size { get; set; }

        public int Registers { get; set; }
    }
}
