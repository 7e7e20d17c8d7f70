using System.CommandLine;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Which model, for the verbs that look at one.</summary>
internal static class ModelOptions
{
    public static readonly Argument<string> Model = new("MODEL") { Description = "A model folder or an .onnx file." };

    public static readonly Option<string?> GraphName = new("--file") { Description = "Which ONNX file of the folder.", HelpName = "name" };
}
