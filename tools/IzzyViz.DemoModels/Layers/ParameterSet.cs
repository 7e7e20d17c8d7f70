using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Layers;

internal sealed record Parameter(string Name, Matrix Matrix);

/// <summary>The weights of a model in the order they were made, drawn from one seeded generator.</summary>
internal sealed class ParameterSet(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Parameter> _parameters = [];

    public IReadOnlyList<Parameter> All => _parameters;

    public int Count => _parameters.Sum(p => p.Matrix.Rows * p.Matrix.Columns);

    public Matrix Normal(string name, int rows, int columns, float deviation)
    {
        var matrix = Add(name, new Matrix(rows, columns));
        foreach (ref var value in matrix.Values)
        {
            value = deviation * Gaussian();
        }

        return matrix;
    }

    public Matrix Constant(string name, int columns, float value)
    {
        var matrix = Add(name, new Matrix(1, columns));
        matrix.Values.Fill(value);
        return matrix;
    }

    public Matrix Add(string name, Matrix matrix)
    {
        _parameters.Add(new Parameter(name, matrix));
        return matrix;
    }

    /// <summary>Box and Muller's transform.</summary>
    private float Gaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        return (float)(radius * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }
}
