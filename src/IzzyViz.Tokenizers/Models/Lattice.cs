namespace IzzyViz.Tokenizers.Models;

/// <summary>A token on a best path, and the characters of its piece that it covers.</summary>
internal readonly record struct Segment(int Start, int End, int Id);

/// <summary>For every end in a piece the best way there (Viterbi): its score, its last token and where that begins.</summary>
internal readonly struct Lattice(int length)
{
    private readonly Step[] _steps = new Step[length + 1];

    /// <summary>Log probability of the best path up to here.</summary>
    public double ScoreAt(int position) => _steps[position].Score;

    /// <summary>Takes the token where it scores better than what was offered for its end before; of equal paths the first stays.</summary>
    public void Offer(Segment token, double score)
    {
        ref var best = ref _steps[token.End];
        if (!best.IsReached || score > best.Score)
        {
            best = new(score, token.Start, token.Id, true);
        }
    }

    /// <summary>The best path from left to right, neighbours with the id of unknown characters joined.</summary>
    public Stack<Segment> Path(int unknown)
    {
        var path = new Stack<Segment>();
        var joins = false;
        for (var end = _steps.Length - 1; end > 0; end = _steps[end].Start)
        {
            var (_, start, id, _) = _steps[end];
            path.Push(new(start, id == unknown && joins ? path.Pop().End : end, id));
            joins = id == unknown;
        }

        return path;
    }

    private readonly record struct Step(double Score, int Start, int Id, bool IsReached);
}
