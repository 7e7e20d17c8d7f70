namespace IzzyViz.Analysis.Onnx;

/// <summary>A file that is whole, and describes more than any model holds: it is refused before it takes the memory or the time.</summary>
/// <param name="what">What it holds more of, and how much the limit is: <c>500 things</c>.</param>
internal sealed class OversizeException(string what) : Exception(what);
