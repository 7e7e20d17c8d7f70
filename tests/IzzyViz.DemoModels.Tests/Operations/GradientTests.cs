using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Tests.Operations;

public sealed class GradientTests
{
    private const float Step = 0.01f;

    [Theory]
    [InlineData("classifier")]
    [InlineData("decoder")]
    [InlineData("encoder-decoder")]
    public void Every_parameter_has_the_gradient_of_finite_differences(string kind)
    {
        var model = TinyModels.New(kind, layers: 1);
        var batch = PackedBatch.Of(TinyModels.Samples(kind));
        Backward(model, batch);
        Assert.All(model.Parameters.All, parameter => Check(model, batch, parameter));
    }

    [Fact]
    public void Ignored_targets_have_no_loss_and_no_gradient()
    {
        var tape = new Tape();
        var logits = tape.New(2, 3);
        logits.Values.Fill(0.5f);
        var loss = CrossEntropy.Apply(tape, logits, [2, CrossEntropy.Ignored]);
        tape.Backward();
        Assert.Equal(Math.Log(3), loss, 1e-6);
        Assert.Equal([1 / 3f, 1 / 3f, -2 / 3f], logits.GradientRow(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.All(logits.GradientRow(1).ToArray(), value => Assert.Equal(0, value));
    }

    private static void Backward(IDemoModel model, PackedBatch batch)
    {
        var tape = new Tape();
        CrossEntropy.Apply(tape, model.Logits(tape, batch), batch.Targets);
        tape.Backward();
    }

    /// <summary>The cells with the largest and the middle gradient of each matrix.</summary>
    private static void Check(IDemoModel model, PackedBatch batch, Parameter parameter)
    {
        var gradient = parameter.Matrix.Gradient.ToArray();
        var order = Enumerable.Range(0, gradient.Length).OrderByDescending(i => Math.Abs(gradient[i])).ToArray();
        foreach (var cell in new[] { order[0], order[order.Length / 2] })
        {
            var rise = Loss(model, batch, parameter.Matrix, (cell, Step)) - Loss(model, batch, parameter.Matrix, (cell, -Step));
            var expected = rise / (2 * Step);
            var isClose = Math.Abs(expected - gradient[cell]) < 3e-4 + 0.01 * Math.Abs(expected);
            Assert.True(isClose, $"{parameter.Name}[{cell}]: {expected} expected, {gradient[cell]} found");
        }
    }

    private static double Loss(IDemoModel model, PackedBatch batch, Matrix matrix, (int Cell, float Change) edit)
    {
        var kept = matrix.Values[edit.Cell];
        matrix.Values[edit.Cell] = kept + edit.Change;
        var tape = new Tape();
        var loss = CrossEntropy.Apply(tape, model.Logits(tape, batch), batch.Targets);
        matrix.Values[edit.Cell] = kept;
        return loss;
    }
}
