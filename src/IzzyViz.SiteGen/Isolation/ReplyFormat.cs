using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>Replies as the head of a <see cref="Frame"/>.</summary>
internal static class ReplyFormat
{
    public static byte[] ToBytes(Reply reply) => MessageBytes.Of(to => Write(to, reply));

    public static Reply Read(ReadOnlyMemory<byte> head)
    {
        using var from = MessageBytes.Reader(head);
        return new()
        {
            Findings = ReadFindings(from),
            Failure = from.ReadBoolean() ? from.ReadDiagnostic() : null,
            Stack = from.ReadText(),
            Numbers = from.ReadBoolean() ? from.ReadInt32() : null,
            Difference = from.ReadBoolean() ? from.ReadDouble() : null,
        };
    }

    private static void Write(BinaryWriter to, Reply reply)
    {
        to.Write(reply.Findings.Length);
        foreach (var finding in reply.Findings)
        {
            to.WriteDiagnostic(finding);
        }

        to.Write(reply.Failure is not null);
        if (reply.Failure is { } failure)
        {
            to.WriteDiagnostic(failure);
        }

        to.WriteText(reply.Stack);
        to.Write(reply.Numbers is not null);
        if (reply.Numbers is { } numbers)
        {
            to.Write(numbers);
        }

        to.Write(reply.Difference is not null);
        if (reply.Difference is { } difference)
        {
            to.Write(difference);
        }
    }

    private static ImmutableArray<Diagnostic> ReadFindings(BinaryReader from)
    {
        var findings = new Diagnostic[from.ReadInt32()];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = from.ReadDiagnostic();
        }

        return [.. findings];
    }
}
