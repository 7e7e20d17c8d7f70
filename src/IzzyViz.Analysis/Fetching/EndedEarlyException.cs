namespace IzzyViz.Analysis.Fetching;

/// <summary>The connection closed before all bytes came.</summary>
internal sealed class EndedEarlyException(Exception? inner) : IOException("the connection ended early", inner);
