using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>A drawn input whose entries are numbered, and drawn transpositions and Reshapes of it, with sizes that are written, copied, left open or computed.</summary>
internal sealed class EntryWalk
{
    private static readonly int[] Sizes = [1, 2, 2, 3, 4, 6];

    private readonly SmallGraph _small = new();
    private readonly string[] _symbols;
    private readonly int[] _choices;
    private readonly int[] _values;
    private int _next;

    /// <param name="values">Sizes of the symbols, drawn where they are left out.</param>
    public EntryWalk(int[] choices, string[] symbols, params int[] values)
    {
        (_choices, _symbols) = (choices, symbols);
        _values = values.Length > 0 ? values : [.. symbols.Select(_ => Draw(Sizes))];
        var names = Enumerable.Range(0, 1 + Draw(4)).Select(_ => Draw(2) == 0 ? $"{Draw(Sizes)}" : Draw(symbols)).ToArray();
        int[] dims = [.. names.Select(Value)];
        Tensors.Add(new(_small.Input("x", string.Join(' ', names)), dims, [.. Enumerable.Range(0, Count(dims))], ""));
        for (var steps = 1 + Draw(3); steps > 0; steps--)
        {
            Tensors.Add(Draw(3) == 0 ? Turned(Tensors[^1]) : Reshaped(Tensors[^1]));
        }

        Flow = _small.Flow();
    }

    public List<EntryTensor> Tensors { get; } = [];

    public IEnumerable<EntryTensor> Reshapes => Tensors.Where(t => Flow.Producer(t.Name)?.Op == "Reshape");

    public DataFlow Flow { get; }

    public int Value(string size) => Array.IndexOf(_symbols, size) is >= 0 and var index ? _values[index] : int.Parse(size);

    private static int Count(int[] dims) => dims.Aggregate(1, (all, size) => all * size);

    private int Draw(int below) => _choices[_next++ % _choices.Length] % below;

    private T Draw<T>(IReadOnlyList<T> values) => values[Draw(values.Count)];

    private EntryTensor Turned(EntryTensor tensor)
    {
        int[] order = [.. Enumerable.Range(0, tensor.Dims.Length).Select(axis => (axis, Key: Draw(100))).OrderBy(a => a.Key).Select(a => a.axis)];
        return tensor.Turned(_small.Graph.Transpose(tensor.Name, [.. order.Select(a => (long)a)]), order);
    }

    private EntryTensor Reshaped(EntryTensor tensor)
    {
        var dims = Divided(Count(tensor.Dims));
        var open = Draw(2) == 0 ? Draw(dims.Length) : -1;
        var sizes = dims.Select((size, place) => place == open ? _small.Graph.Ints(-1) : Written(size, place, tensor));
        return tensor with { Name = _small.Reshape(tensor.Name, [.. sizes]), Dims = dims, Source = tensor.Name };
    }

    private int[] Divided(int count)
    {
        var dims = new List<int>();
        for (var left = 1 + Draw(4); left > 1; left--)
        {
            dims.Add(Draw(Enumerable.Range(1, count).Where(d => count % d == 0).ToList()));
            count /= dims[^1];
        }

        return [.. dims, count];
    }

    /// <summary>One of the ways to write a size that give it here.</summary>
    private string Written(int size, int place, EntryTensor tensor)
    {
        var ways = new List<Func<string>> { () => _small.Graph.Ints(size) };
        if (place < tensor.Dims.Length && tensor.Dims[place] == size)
        {
            ways.Add(() => _small.Graph.Ints(0));
        }

        var axes = Tensors.SelectMany(t => t.Dims.Select((length, axis) => (t.Name, Axis: axis, Length: length))).ToList();
        ways.AddRange(axes.Where(a => a.Length == size).Select(a => (Func<string>)(() => _small.Size(a.Name, a.Axis))));
        ways.AddRange(axes.SelectMany(_ => axes, (a, b) => (a, b)).Where(p => p.a.Length * p.b.Length == size)
            .Select(p => (Func<string>)(() => _small.Graph.Add("Mul", [_small.Size(p.a.Name, p.a.Axis), _small.Size(p.b.Name, p.b.Axis)]))));
        return Draw(ways)();
    }
}
