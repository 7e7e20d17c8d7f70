using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>A small model in one of the forms that exporters write, what it is fed, and the weights that it has by definition.</summary>
internal sealed record FormCase(string Name)
{
    public required TinyModel Model { get; init; }

    /// <summary>The tensor that the model gives out.</summary>
    public required string Result { get; init; }

    public ImmutableDictionary<string, Tensor> Feeds { get; init; } = ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(TinyModel.Ids.Select(i => (long)i).ToArray(), 1, TinyModel.Ids.Length));

    /// <summary>Module name to <c>[head, query, key]</c>; windows follow one another where a module has several.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<double[,,]>> Expected { get; init; }

    /// <summary>Weights times values can be compared with what the graph itself made of them.</summary>
    public bool ProvesValues { get; init; } = true;

    public double Tolerance { get; init; } = 2e-6;

    public CaptureOptions Options { get; init; } = new() { Calibrate = false };

    /// <summary>One module.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<double[,,]>> One(string name, params ImmutableArray<double[,,]> weights) =>
        ImmutableSortedDictionary.Create<string, ImmutableArray<double[,,]>>(StringComparer.Ordinal).Add(name, weights);

    /// <summary>An encoder's layer over the same text twice, so that the batch has an axis to be mistaken for another.</summary>
    public static FormCase OfTwo(string name, Func<TinyModel, string> result)
    {
        var model = new TinyModel();
        long[] ids = [.. TinyModel.Ids.Concat(TinyModel.Ids).Select(i => (long)i)];
        return new FormCase(name)
        {
            Model = model,
            Result = result(model),
            Expected = One("encoder.0", model.Expected(), model.Expected()),
        }.With("input_ids", Tensor.Of(ids, 2, TinyModel.Ids.Length));
    }

    public FormCase With(string input, Tensor tensor) => this with { Feeds = Feeds.SetItem(input, tensor) };
}
