using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>What can be said about a manifest: 10xx the file, 102x its keys and values, 104x what it refers to.</summary>
internal static class ManifestDiagnostics
{
    public static readonly DiagnosticDescriptor Missing = Error("IZV1001", "There is no manifest '{0}'. Write one with 'izzyviz-site init', or name another file.");
    public static readonly DiagnosticDescriptor Unreadable = Error("IZV1002", "The manifest cannot be read: {0}");
    public static readonly DiagnosticDescriptor NotUtf8 = Error("IZV1003", "The manifest is not UTF-8: byte {0} cannot be read. Save the file as UTF-8.");
    public static readonly DiagnosticDescriptor TooLarge = Error("IZV1004", "The manifest has {0} bytes; at most {1} are read.");
    public static readonly DiagnosticDescriptor Empty = Error("IZV1005", "The manifest is empty. It needs at least: {0}.");
    public static readonly DiagnosticDescriptor Syntax = Error("IZV1006", "This is not YAML: {0}");
    public static readonly DiagnosticDescriptor Tab = Error("IZV1007", "A tab is used for indentation; YAML takes spaces only.");
    public static readonly DiagnosticDescriptor SeveralDocuments = Error("IZV1008", "A second YAML document begins here; a manifest is one document.");
    public static readonly DiagnosticDescriptor Anchor = Error("IZV1009", "Anchors and aliases ('{0}') are not read in a manifest. Write the value out.");
    public static readonly DiagnosticDescriptor Tag = Error("IZV1010", "The tag '{0}' is not read in a manifest. Leave it out.");
    public static readonly DiagnosticDescriptor TooDeep = Error("IZV1011", "Values are nested deeper than {0} levels.");
    public static readonly DiagnosticDescriptor TooManyNodes = Error("IZV1012", "The manifest has more than {0} values.");

    public static readonly DiagnosticDescriptor UnknownKey = Error("IZV1020", "Unknown key '{0}' in {1}. {2}");
    public static readonly DiagnosticDescriptor DuplicateKey = Error("IZV1021", "The key '{0}' is written twice; the first is in line {1}.");
    public static readonly DiagnosticDescriptor MissingKey = Error("IZV1022", "The key '{1}' is missing in {0}.");
    public static readonly DiagnosticDescriptor WrongType = Error("IZV1023", "'{0}' has to be {1}; here is {2}.");
    public static readonly DiagnosticDescriptor NotAChoice = Error("IZV1024", "'{0}' is no value of '{1}'. {2}");
    public static readonly DiagnosticDescriptor OutOfRange = Error("IZV1025", "'{0}' has to be {1}, not {2}.");
    public static readonly DiagnosticDescriptor LeadingZero = Error("IZV1026", "'{0}' is written {1}, which readers of YAML take for different numbers. Write it as a plain decimal number.");
    public static readonly DiagnosticDescriptor BadForm = Error("IZV1027", "'{1}' cannot be the value of '{0}', which has to be {2}.");
    public static readonly DiagnosticDescriptor ExactlyOne = Error("IZV1028", "Exactly one of {1} has to be given in {0}; here {2}.");
    public static readonly DiagnosticDescriptor KeyNeedsKey = Error("IZV1029", "'{0}' says something only together with {1}.");
    public static readonly DiagnosticDescriptor TooFew = Error("IZV1030", "'{0}' needs at least one entry.");
    public static readonly DiagnosticDescriptor KeyNotText = Error("IZV1031", "A key has to be text; here is {0}.");
    public static readonly DiagnosticDescriptor NotBoth = Error("IZV1032", "Only one of {1} can be given in {0}.");
    public static readonly DiagnosticDescriptor WrongCount = Error("IZV1033", "'{0}' needs {1} entries; here are {2}.");

    public static readonly DiagnosticDescriptor DuplicateId = Error("IZV1040", "The {0} '{1}' is there twice; the first is in line {2}.");
    public static readonly DiagnosticDescriptor UnknownModel = Error("IZV1041", "There is no model '{0}'. {1}");
    public static readonly DiagnosticDescriptor UnknownSlice = Error("IZV1042", "There is no slice '{0}'. {1}");
    public static readonly DiagnosticDescriptor UnknownFigure = Error("IZV1043", "There is no figure kind '{0}'. {1}");
    public static readonly DiagnosticDescriptor UnknownStatistic = Error("IZV1044", "There is no statistic '{0}'. {1}");
    public static readonly DiagnosticDescriptor PathMissing = Error("IZV1045", "'{0}' names '{1}', which is not there. {2}");
    public static readonly DiagnosticDescriptor NotAFolder = Error("IZV1046", "'{0}' names '{1}', which is not a folder.");
    public static readonly DiagnosticDescriptor NotAFile = Error("IZV1047", "'{0}' names '{1}', which is a folder and not a file.");
    public static readonly DiagnosticDescriptor NothingMatches = Error("IZV1048", "Nothing matches the pattern '{0}'.");
    public static readonly DiagnosticDescriptor UnknownFormat = Error("IZV1049", "The format of '{0}' cannot be told from its name. Add 'format:' with one of {1}.");
    public static readonly DiagnosticDescriptor RunTwice = Error("IZV1050", "The model '{0}' over the slice '{1}' is already shown by the gallery in line {2}.");
    public static readonly DiagnosticDescriptor OnlyNothing = Error("IZV1051", "'--only {0}' selects nothing. {1}");
    public static readonly DiagnosticDescriptor ModelUnused = Warning("IZV1052", "No gallery shows the model '{0}'.");
    public static readonly DiagnosticDescriptor DatasetUnused = Warning("IZV1053", "No gallery shows a slice of the dataset '{0}'.");
    public static readonly DiagnosticDescriptor SameLabel = Error("IZV1054", "'{0}' and '{1}' are both {2} '{3}'.");
    public static readonly DiagnosticDescriptor UnknownFamily = Error("IZV1055", "There is no family of checkpoints or repeats '{0}'. {1}");
    public static readonly DiagnosticDescriptor SliceNotShared = Error("IZV1056", "The comparison '{0}' is over the slice '{1}', over which no gallery shows '{2}'.");
    public static readonly DiagnosticDescriptor NothingShared = Error("IZV1057", "The comparison '{0}' has nothing to compare: no gallery shows {1} over a common slice.");
    public static readonly DiagnosticDescriptor ComparedWithItself = Error("IZV1058", "'{0}' is compared with itself.");
    public static readonly DiagnosticDescriptor UnknownHead = Error("IZV1059", "The model '{0}' has no {1} '{2}'. {3}");
    public static readonly DiagnosticDescriptor OtherShape = Warning("IZV1060", "The comparison '{0}' is left out: '{1}' and '{2}' do not have the same layers and heads.");

    private static DiagnosticDescriptor Error(string code, string format) => new(code, Severity.Error, format);

    private static DiagnosticDescriptor Warning(string code, string format) => new(code, Severity.Warning, format);
}
