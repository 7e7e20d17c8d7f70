namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Makes a greedy run possessive where what follows cannot begin with a character of the run: giving back never helps.</summary>
internal static class RunOptimizer
{
    public static Instruction[] Apply(List<Instruction> code)
    {
        var result = code.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] is { Operation: Operation.Run, Greed: Greed.Greedy } run && Follows(result, i + 1) is { } next && NeverGivesBack(run, next))
            {
                result[i] = run with { Greed = Greed.Possessive };
            }
        }

        return result;
    }

    private static Instruction? Follows(Instruction[] code, int at)
    {
        while (code[at].Operation == Operation.Jump && code[at].Target > at)
        {
            at = code[at].Target;
        }

        return code[at];
    }

    private static bool NeverGivesBack(Instruction run, Instruction next) =>
        next.Operation is Operation.Set || next is { Operation: Operation.Run, Min: > 0 } ? !next.Set!.Overlaps(run.Set!) : false;
}
