using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>A model's outputs with and without probes. A probe may keep two operators from being fused, which moves the last digits.</summary>
/// <param name="Difference">The largest relative difference of any output.</param>
/// <param name="Findings">Each output that moved by more than the last digits.</param>
public sealed record OutputComparison(double Difference, ImmutableArray<Diagnostic> Findings)
{
    internal static readonly OutputComparison Equal = new(0, []);

    private const double Tolerance = 1e-4;
    private const double HalfTolerance = 1e-2;

    internal OutputComparison With(OutputComparison other) => new(Math.Max(Difference, other.Difference), [.. Findings, .. other.Findings]);

    internal static OutputComparison Of(GraphRunner runner, GraphRun probed, IReadOnlyCollection<OrtValue> plain)
    {
        var worst = 0d;
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();

        // Where numbers are rounded to halves on their way, outputs of more digits are no more exact.
        var accepted = Precisions.HasHalves(runner.Analysis.Model.Graph) ? HalfTolerance : Tolerance;
        foreach (var (name, value) in runner.Outputs.Zip(plain).Where(p => p.Second.Type().IsFloat()))
        {
            var difference = Largest(probed[name].Singles(), value.Singles());
            worst = Math.Max(worst, difference);
            if (!(difference <= accepted))
            {
                findings.Add(ModelDiagnostics.OutputsChanged.At(runner.Analysis.File.Path, name, runner.Analysis.File.Path, difference.ToString("0.0e0"), accepted.ToString("0e0")));
            }
        }

        return new(worst, findings.ToImmutable());
    }

    private static double Largest(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
        {
            return double.PositiveInfinity;
        }

        double worst = 0;
        for (var i = 0; i < a.Length; i++)
        {
            worst = a[i].Equals(b[i]) ? worst : Math.Max(worst, Math.Abs((double)a[i] - b[i]));
        }

        return a.IsEmpty ? 0 : worst / Math.Max(1, Math.Abs(TensorPrimitives.MaxMagnitude(b)));
    }
}
