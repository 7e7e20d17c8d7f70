using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>
/// Every statistic of every head of a long input, from a graph run at once and from the same graph run part by part: they have to agree.
/// <c>dotnet run -c Release -- long-input compare 4096</c>, which takes 3 GB of memory. Ends with an error where two numbers lie apart.
/// </summary>
internal static class LongComparison
{
    private const double Largest = 1e-5;

    private static readonly BertSizes Sizes = new(4, 8, 16, 512);

    public static void Write(int length, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-long-");
        try
        {
            RandomBert.Write(Path.Combine(folder.FullName, "model.onnx"), Sizes);
            var model = ModelFolder.Find(folder.FullName, null, new DiagnosticBag())!;
            var (whole, parts) = (Measured(model, length, long.MaxValue), Measured(model, length, 0));
            var apart = whole.Zip(parts, (w, p) => Apart(w, p)).Max();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{whole.Length} numbers of {Sizes.Layers * Sizes.Heads} heads, {length} tokens: at once and in parts they differ by at most {apart:0.0e0}"));
            _ = apart <= Largest ? apart : throw new InvalidOperationException($"More than {Largest}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Apart(double whole, double part) => double.IsNaN(whole) && double.IsNaN(part) ? 0
        : double.IsNaN(whole) || double.IsNaN(part) ? double.PositiveInfinity : Math.Abs(whole - part);

    private static ImmutableArray<double> Measured(ModelFolder model, int length, long memory)
    {
        using var session = ModelSession.Open(model, new() { MapMemory = memory });
        var measured = new MeasuredHeads(LongInput.Ids(length));
        using var capture = session.Visit(new ModelInput { Source = LongInput.Ids(length) }, measured.Add);
        return measured.IsSound && measured.Values.Length == Sizes.Layers * Sizes.Heads * StatisticCatalogue.All.Length
            ? measured.Values : throw new InvalidOperationException("A module was not proved.");
    }
}
