namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>A file that <c>init</c> writes.</summary>
/// <param name="Path">Relative to the folder, with '/'.</param>
/// <param name="IsOptional">Left alone, without a word of complaint, where there is one.</param>
internal sealed record StarterFile(string Path, string Text, bool IsOptional = false);
