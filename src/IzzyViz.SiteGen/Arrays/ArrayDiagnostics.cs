using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What can be wrong with the arrays of a figure (IZV51xx).</summary>
internal static class ArrayDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable =
        new("IZV5101", Severity.Error, "The file cannot be read: {0}");

    public static readonly DiagnosticDescriptor UnknownFormat =
        new("IZV5102", Severity.Error, "Nothing is known of files named '{0}'; arrays are read from .json, .npy, .npz and .safetensors.");

    public static readonly DiagnosticDescriptor NotJson =
        new("IZV5103", Severity.Error, "This is not JSON: {0}");

    public static readonly DiagnosticDescriptor UnknownKey =
        new("IZV5104", Severity.Error, "There is no key '{0}' in the data of a figure. {1}");

    public static readonly DiagnosticDescriptor WrongType =
        new("IZV5105", Severity.Error, "'{0}' has to be {1}.");

    public static readonly DiagnosticDescriptor RaggedRow =
        new("IZV5106", Severity.Error, "Row {1} of '{0}' has {2} numbers and row 0 has {3}; all rows need the same.");

    public static readonly DiagnosticDescriptor UnequalShapes =
        new("IZV5107", Severity.Error, "Matrix {0} is {1} and matrix 0 is {2}; all have to be of one shape.");

    public static readonly DiagnosticDescriptor TokenCount =
        new("IZV5108", Severity.Error, "There are {0} {1} tokens and {2} {1}s; each {1} needs its token.");

    public static readonly DiagnosticDescriptor WrongCount =
        new("IZV5109", Severity.Error, "This figure is drawn from {0}; the data has {1}.");

    public static readonly DiagnosticDescriptor NotFinite =
        new("IZV5110", Severity.Error, "The weight in row {0}, column {1} of matrix {2} is {3}. A cell that does not exist is masked; all others need a number.");

    public static readonly DiagnosticDescriptor NoTensor =
        new("IZV5111", Severity.Error, "There is no tensor '{0}'. {1}");

    public static readonly DiagnosticDescriptor WrongRank =
        new("IZV5112", Severity.Error, "Tensor '{0}' has the shape [{1}]; a figure is drawn from [row, column], [item, row, column] or [item, head, row, column].");

    public static readonly DiagnosticDescriptor OutOfRange =
        new("IZV5113", Severity.Error, "There is no {0} {1} in tensor '{2}'; it has {3}, counted from 0.");

    public static readonly DiagnosticDescriptor ChooseOne =
        new("IZV5114", Severity.Error, "Tensor '{0}' has {1} {2}s; choose with --{2}.");

    public static readonly DiagnosticDescriptor NotNumPy =
        new("IZV5115", Severity.Error, "This is no array of NumPy: {0}");

    public static readonly DiagnosticDescriptor BadMask =
        new("IZV5116", Severity.Error, "The mask does not fit: {0}");

    public static readonly DiagnosticDescriptor NothingThere =
        new("IZV5117", Severity.Error, "The data has no '{0}', and a figure needs it.");

    public static readonly DiagnosticDescriptor Conflict =
        new("IZV5118", Severity.Error, "The data has both '{0}' and '{1}'; give one of them.");

    public static readonly DiagnosticDescriptor SpecialRange =
        new("IZV5119", Severity.Error, "Special token {0} does not exist; there are {1} tokens, counted from 0.");

    public static readonly DiagnosticDescriptor ChooseTensor =
        new("IZV5120", Severity.Error, "The file has {0} tensors; choose with --tensor: {1}.");

    public static readonly DiagnosticDescriptor OneFileForSeveral =
        new("IZV5121", Severity.Error, "{0} maps would go to one file, '{1}'. Give --out a place for what tells them apart: {{layer}}, {{head}} or {{map}}.");
}
