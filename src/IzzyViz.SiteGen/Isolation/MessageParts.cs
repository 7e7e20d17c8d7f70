using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>
/// The parts of messages, written by hand: both sides are the same tool, and a serializer's generic code for each type costs either side more time to
/// compile than everything else that it does to start.
/// </summary>
internal static class MessageParts
{
    public static void WriteText(this BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
        {
            to.Write(text);
        }
    }

    public static string? ReadText(this BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    public static void WriteTexts(this BinaryWriter to, ImmutableArray<string> texts)
    {
        to.Write(texts.Length);
        foreach (var text in texts)
        {
            to.Write(text);
        }
    }

    public static ImmutableArray<string> ReadTexts(this BinaryReader from)
    {
        var texts = new string[from.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = from.ReadString();
        }

        return [.. texts];
    }

    public static void WriteNumbers(this BinaryWriter to, ImmutableArray<int>? numbers)
    {
        to.Write(numbers?.Length ?? -1);
        foreach (var number in numbers ?? [])
        {
            to.Write(number);
        }
    }

    public static ImmutableArray<int>? ReadNumbers(this BinaryReader from)
    {
        var count = from.ReadInt32();
        var numbers = new int[Math.Max(0, count)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = from.ReadInt32();
        }

        return count < 0 ? null : [.. numbers];
    }

    public static void WriteDiagnostic(this BinaryWriter to, Diagnostic diagnostic)
    {
        to.Write(diagnostic.Descriptor.Code);
        to.Write((int)diagnostic.Descriptor.Severity);
        to.Write(diagnostic.Descriptor.MessageFormat);
        to.WriteLocation(diagnostic.Location);
        to.WriteTexts(diagnostic.Arguments);
    }

    public static Diagnostic ReadDiagnostic(this BinaryReader from) =>
        new(new(from.ReadString(), (Severity)from.ReadInt32(), from.ReadString()), from.ReadLocation(), from.ReadTexts());

    public static void WriteExample(this BinaryWriter to, Example example)
    {
        to.Write(example.Id);
        to.WriteText(example.Text);
        to.WriteText(example.Pair);
        to.WriteText(example.Target);
        to.WriteNumbers(example.InputIds);
        to.WriteText(example.Label);
        to.WriteTexts(example.Tags);
        to.WriteLocation(example.Location);
        to.Write(example.ContentHash);
    }

    public static Example ReadExample(this BinaryReader from) => new()
    {
        Id = from.ReadString(),
        Text = from.ReadText(),
        Pair = from.ReadText(),
        Target = from.ReadText(),
        InputIds = from.ReadNumbers(),
        Label = from.ReadText(),
        Tags = from.ReadTexts(),
        Location = from.ReadLocation(),
        ContentHash = from.ReadString(),
    };

    private static void WriteLocation(this BinaryWriter to, SourceLocation location)
    {
        to.Write(location.File);
        to.Write(location.Line);
        to.Write(location.Column);
    }

    private static SourceLocation ReadLocation(this BinaryReader from) => new(from.ReadString(), from.ReadInt32(), from.ReadInt32());
}
