using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>What every kind takes.</summary>
internal static class DrawOptions
{
    public static readonly Argument<string> Data = new("DATA") { Description = "The arrays: .json, .npy, .npz, or .safetensors as 'capture' writes it." };

    public static readonly Option<string> Out = CommonOptions.Out("Where the figure goes; the ending says the format: .svg, .pdf or .png.");

    public static readonly Option<string?> Numbers = DrawOption.Text("--data", "Where the numbers of the figure go (.json).", "path");

    public static readonly Option<MapProfile> Profile = DrawOption.Word("--profile", "Whose rules are followed.", MapProfile.Default, ("default", MapProfile.Default), ("izzyviz", MapProfile.IzzyViz));

    public static readonly Option<bool> Annotated = DrawOption.Flag("--annotated", "Every shape is an element of its own that names its row, column and value.");

    public static readonly Option<double> Gamma = DrawOption.Real("--gamma", "Exponent of the colour scale; above 1 small weights are paler.", 1.5);

    public static readonly Option<string?> Title = DrawOption.Text("--title", "What stands above the figure.");

    public static readonly Option<string?> XLabel = DrawOption.Text("--x-label", "What the columns are.");

    public static readonly Option<string?> YLabel = DrawOption.Text("--y-label", "What the rows are.");

    public static readonly Option<bool> MergeWords = DrawOption.Flag("--merge-words", "Put pieces of one word together: sums over those attended to, means over those that attend.");

    public static readonly Option<bool> HideSpecial = DrawOption.Flag("--hide-special", "Leave out rows and columns of special tokens; the figure says how much weight goes to them.");

    public static readonly Option<string[]> Tensor = Several<string>("--tensor", "Which tensor of the file; give it several times for several maps.", "name");

    public static readonly Option<int?> Item = DrawOption.WholeOrNone("--item", "Which item of the first axis (batch, run or step).");

    public static readonly Option<int[]> Head = Several<int>("--head", "Which head; give it several times for several maps.", "n");

    public static readonly Option<string?> Tokens = DrawOption.Text("--tokens", "The tokens, where the arrays have none: JSON, or one a line.", "file");

    /// <summary>In the order of <c>--help</c>.</summary>
    public static ImmutableArray<Option> All { get; } =
        [Out, Numbers, Profile, Annotated, Gamma, Title, XLabel, YLabel, MergeWords, HideSpecial, Tensor, Item, Head, Tokens];

    private static Option<T[]> Several<T>(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false, DefaultValueFactory = _ => [] };
}
