using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Everything that can be wrong with a file of examples, in code order.</summary>
public static class DataDiagnostics
{
    public static readonly DiagnosticDescriptor FileMissing = Error("2001", "There is no file '{0}'.");

    public static readonly DiagnosticDescriptor FileUnreadable = Error("2002", "'{0}' cannot be read: {1}");

    public static readonly DiagnosticDescriptor LfsPointer = Error("2003", "'{0}' is a Git LFS pointer, not the file itself; run: {1}");

    public static readonly DiagnosticDescriptor DvcPointer = Error("2004", "'{0}' is kept by DVC and is not here; run: {1}");

    public static readonly DiagnosticDescriptor ColumnMissing = Error("2005", "'{0}' has no column '{1}' (given as {2}); there are: {3}.{4}");

    public static readonly DiagnosticDescriptor DuplicateId = Error("2006", "Id '{0}' is taken by row {1} already; ids must be unique (column '{2}').");

    public static readonly DiagnosticDescriptor InvalidUtf8 = Error("2007", "Byte {0} of the file (0x{1}) is not valid UTF-8; save the file as UTF-8.");

    public static readonly DiagnosticDescriptor NulByte = Error("2008", "Byte {0} of the file is NUL, which no text holds; is this a text file?");

    public static readonly DiagnosticDescriptor EmptyText = Error("2009", "Column '{0}' is empty; every example needs a text.");

    public static readonly DiagnosticDescriptor WrongType = Error("2010", "Column '{0}' holds {1}, where {2} is expected.");

    public static readonly DiagnosticDescriptor RaggedRow = Error("2011", "The row has {0} fields and the header {1}; quote fields that contain the separator.");

    public static readonly DiagnosticDescriptor BrokenCsv = Error("2012", "The row cannot be read as CSV: {0} Reading stops here.");

    public static readonly DiagnosticDescriptor BrokenJson = Error("2013", "The line is not one JSON object: {0}");

    public static readonly DiagnosticDescriptor EmptyDataset = Error("2014", "Dataset '{0}' has no examples.");

    public static readonly DiagnosticDescriptor EmptySlice = Error("2015", "Slice '{0}' has no examples: none of {1} rows passes its filter and range.");

    public static readonly DiagnosticDescriptor MoreFindings = Error("2016", "… and {0} more errors in this file.");

    public static readonly DiagnosticDescriptor TextAndInputIds = Error("2017", "Dataset '{0}' names both a text and an input_ids column; an example is one or the other.");

    public static readonly DiagnosticDescriptor UnknownFilter = Error("2018", "Slice '{0}' filters by '{1}', which is neither a column nor a role; there are: {2}.{3}");

    public static readonly DiagnosticDescriptor BrokenParquet = Error("2019", "The file cannot be read as Parquet: {0}");

    public static readonly DiagnosticDescriptor DuplicateColumn = Error("2020", "Column '{0}' occurs twice in the header.");

    public static readonly DiagnosticDescriptor ValueMissing = Error("2021", "Column '{0}' has no value in this row.");

    public static readonly DiagnosticDescriptor Utf16 = Error("2022", "'{0}' is UTF-16; save it as UTF-8.");

    public static readonly DiagnosticDescriptor LineTooLong = Error("2023", "The line is longer than {0} MB; is this the right format?");

    public static readonly DiagnosticDescriptor AnnexPointer = Error("2024", "'{0}' is a git-annex pointer, not the file itself; run: {1}");

    public static readonly DiagnosticDescriptor Conversation = Error("2025", "Column '{0}' holds a conversation, which only the model's own chat template makes a text of; apply it once with the framework and name a column of the token ids (input-ids).");

    private static DiagnosticDescriptor Error(string code, string message) => new("IZV" + code, Severity.Error, message);
}
