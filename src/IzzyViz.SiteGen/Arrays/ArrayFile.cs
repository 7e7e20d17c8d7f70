using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Reads the data of a figure, whatever it is written in, and checks it.</summary>
internal static class ArrayFile
{
    /// <exception cref="DiagnosticException">The file is missing, broken, or does not hold what the figure needs.</exception>
    public static FigureArrays Read(string path, ArrayChoice choice)
    {
        try
        {
            return ArrayCheck.Checked(Parse(path, choice), choice.Need);
        }
        catch (InvalidDataException e)
        {
            throw new DiagnosticException(ArrayDiagnostics.NotNumPy.At(path, e.Message), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var pointer = PointerFile.Detect(path);
            throw new DiagnosticException(ArrayDiagnostics.Unreadable.At(path, pointer is null ? e.Message : $"it is a pointer of {pointer.Keeper}; run '{pointer.PullCommand}'."), e);
        }
    }

    private static FigureArrays Parse(string path, ArrayChoice choice) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => JsonChoice.Of(JsonArrays.Read(path, File.ReadAllBytes(path), choice.Need == ArrayNeed.Vectors), choice),
        ".npy" => TensorArrays.Of(new(path, One(NpyReader.Read(File.ReadAllBytes(path))), Empty), choice),
        ".npz" => TensorArrays.Of(new(path, NpzReader.Read(path), Empty), choice),
        ".safetensors" => TensorArrays.Of(Named(path), choice),
        _ => throw new DiagnosticException(ArrayDiagnostics.UnknownFormat.At(path, Path.GetFileName(path))),
    };

    private static ImmutableSortedDictionary<string, string> Empty => ImmutableSortedDictionary<string, string>.Empty;

    private static ImmutableSortedDictionary<string, Tensor> One(Tensor tensor) =>
        ImmutableSortedDictionary<string, Tensor>.Empty.WithComparers(StringComparer.Ordinal).Add("array", tensor);

    private static TensorFile Named(string path)
    {
        try
        {
            var (tensors, metadata) = SafetensorsReader.Read(path);
            return new(path, tensors, metadata);
        }
        catch (InvalidDataException e)
        {
            throw new DiagnosticException(ArrayDiagnostics.Unreadable.At(path, e.Message), e);
        }
    }
}
