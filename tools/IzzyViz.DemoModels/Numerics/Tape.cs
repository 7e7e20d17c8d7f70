namespace IzzyViz.DemoModels.Numerics;

/// <summary>Reverse-mode differentiation: each operation records how its inputs' gradients follow from its output's.</summary>
internal sealed class Tape
{
    private readonly BufferPool _pool = new();
    private readonly List<Action> _backward = [];

    /// <summary>Attention maps of the forward pass, where somebody wants to look at them; null saves the work.</summary>
    public List<AttentionRecord>? Attention { get; init; }

    public Matrix New(int rows, int columns) => new(rows, columns, _pool.Rent(rows * columns), _pool.Rent(rows * columns));

    public float[] Scratch(int length) => _pool.Rent(length);

    public void Record(Action backward) => _backward.Add(backward);

    public void Backward()
    {
        for (var i = _backward.Count - 1; i >= 0; i--)
        {
            _backward[i]();
        }
    }

    /// <summary>Forgets the pass; matrices made by this tape must not be used afterwards.</summary>
    public void Reset()
    {
        _pool.Reset();
        _backward.Clear();
        Attention?.Clear();
    }
}
