namespace IzzyViz.SiteGen.Planning;

/// <summary>A model of the Hugging Face hub.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Revision">A commit, tag or branch.</param>
/// <param name="Sha256">What the ONNX file has to hash to, lower-case hex; null for whatever the hub says.</param>
internal sealed record RemoteModel(string Repository, string Revision, string? Sha256);
