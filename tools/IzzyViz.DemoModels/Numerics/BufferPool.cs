namespace IzzyViz.DemoModels.Numerics;

/// <summary>
/// Arrays handed out in call order and taken back all at once: every training step asks for the same ones, so after a few steps
/// nothing is allocated.
/// </summary>
internal sealed class BufferPool
{
    private readonly List<float[]> _buffers = [];
    private int _next;

    /// <returns>An array of at least <paramref name="length"/> whose first elements are zero.</returns>
    public float[] Rent(int length)
    {
        if (_next == _buffers.Count)
        {
            _buffers.Add([]);
        }

        if (_buffers[_next].Length < length)
        {
            _buffers[_next] = new float[length + length / 4];
        }

        var buffer = _buffers[_next++];
        buffer.AsSpan(0, length).Clear();
        return buffer;
    }

    public void Reset() => _next = 0;
}
