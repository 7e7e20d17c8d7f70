using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Takes the roles' values out of rows; what does not fit becomes a finding.</summary>
internal sealed class FieldReader(RowLayout layout, string path, BoundedFindings findings)
{
    private static readonly char[] ListSeparators = [',', ';'];

    /// <summary>True for files whose fields are all text: there a list is written with commas or semicolons.</summary>
    public required bool HasOnlyText { get; init; }

    /// <summary>A text that must be there and not be blank.</summary>
    public string? Text(Row row, Role role)
    {
        var field = layout[row, role] ?? Field.Null;
        return field switch
        {
            { Kind: FieldKind.Text } when !string.IsNullOrWhiteSpace(field.Value) => field.Value,
            { Kind: FieldKind.Text } => Report(DataDiagnostics.EmptyText, row, role),
            { IsAbsent: true } => Report(DataDiagnostics.ValueMissing, row, role),
            _ => NoText(row, role, field),
        };
    }

    /// <summary>A text that may be absent; an empty one is absent.</summary>
    public string? OptionalText(Row row, Role role) => layout[row, role] switch
    {
        null or { IsAbsent: true } => null,
        { Kind: FieldKind.Text, Value: var text } => text.Length == 0 ? null : text,
        { } field => NoText(row, role, field),
    };

    /// <summary>A text, number or boolean, as the file spells it.</summary>
    public string? Scalar(Row row, Role role) => layout[row, role] switch
    {
        null => null,
        { IsScalar: true, Value: { Length: > 0 } value } => value,
        { IsAbsent: true } or { IsScalar: true } => role.IsRequired() ? Report(DataDiagnostics.ValueMissing, row, role) : null,
        { } field => Report(DataDiagnostics.WrongType, row, role, field.Describe(), "a text or number"),
    };

    public ImmutableArray<string> Tags(Row row)
    {
        var field = layout[row, Role.Tags] ?? Field.Null;
        if (!field.IsAbsent && field.Kind is not (FieldKind.List or FieldKind.Text))
        {
            Report(DataDiagnostics.WrongType, row, Role.Tags, field.Describe(), "a list of tags");
        }

        return field switch
        {
            { Kind: FieldKind.List } => field.Items,
            { Kind: FieldKind.Text } => HasOnlyText ? Split(field.Value) : [field.Value],
            _ => [],
        };
    }

    public ImmutableArray<int>? InputIds(Row row)
    {
        var field = layout[row, Role.InputIds] ?? Field.Null;
        var items = field.Kind == FieldKind.Text ? Split(field.Value.Trim('[', ']', ' ').Replace(' ', ',')) : field.Items;
        var ids = ImmutableArray.CreateBuilder<int>(items.IsDefault ? 0 : items.Length);
        foreach (var item in items.IsDefault ? [] : items)
        {
            if (!int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return Wrong(row, $"'{item}'");
            }

            ids.Add(id);
        }

        return ids.Count > 0 ? ids.DrainToImmutable() : Wrong(row, field.Kind == FieldKind.List ? "an empty list" : field.Describe());
    }

    private string? NoText(Row row, Role role, Field field) => field.Kind == FieldKind.Conversation
        ? Report(DataDiagnostics.Conversation, row, role)
        : Report(DataDiagnostics.WrongType, row, role, field.Describe(), "a text");

    private ImmutableArray<int>? Wrong(Row row, string found)
    {
        Report(DataDiagnostics.WrongType, row, Role.InputIds, found, "a list of token ids (integers from 0)");
        return null;
    }

    private static ImmutableArray<string> Split(string text) =>
        [.. text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private string? Report(DiagnosticDescriptor descriptor, Row row, Role role, params string[] more)
    {
        findings.Add(descriptor.At(new SourceLocation(path, row.Line), [layout.Map.Column(role), .. more]));
        return null;
    }
}
