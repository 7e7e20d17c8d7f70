using System.Collections.Immutable;

namespace IzzyViz.Analysis.Datasets;

internal enum FieldKind
{
    /// <summary>The row has no such column (JSON lines).</summary>
    Missing,
    Null,
    Text,
    Number,
    Boolean,
    List,

    /// <summary>One turn of a conversation: who speaks and what.</summary>
    Message,

    /// <summary>A list of messages, which only the model's own chat template turns into text.</summary>
    Conversation,
    Other,
}

/// <summary>One value of a row as its file spells it: numbers and booleans keep their text, lists their items.</summary>
internal readonly record struct Field(FieldKind Kind, string Value, ImmutableArray<string> Items)
{
    public static readonly Field Null = new(FieldKind.Null, "", []);

    public bool IsAbsent => Kind is FieldKind.Missing or FieldKind.Null;

    /// <summary>A single value: not a list, not an object, not nothing.</summary>
    public bool IsScalar => Kind is FieldKind.Text or FieldKind.Number or FieldKind.Boolean;

    public static Field Text(string value) => new(FieldKind.Text, value, []);

    public static Field Number(string value) => new(FieldKind.Number, value, []);

    public static Field Boolean(bool value) => new(FieldKind.Boolean, value ? "true" : "false", []);

    public static Field List(ImmutableArray<string> items) => new(FieldKind.List, "", items);

    /// <summary>How a message calls it.</summary>
    public string Describe() => Kind switch
    {
        FieldKind.Missing => "nothing",
        FieldKind.Null => "null",
        FieldKind.Text => $"the text '{(Value.Length > 40 ? Value[..40] + "…" : Value)}'",
        FieldKind.Number => $"the number {Value}",
        FieldKind.Boolean => Value,
        FieldKind.List => "a list",
        FieldKind.Conversation => "a conversation",
        _ => Value,
    };
}

/// <summary>A row of a file: the fields asked for, in the order asked for.</summary>
/// <param name="Line">Line it starts on (text formats) or number of the row (Parquet), from 1.</param>
internal readonly record struct Row(int Line, Field[] Fields);
