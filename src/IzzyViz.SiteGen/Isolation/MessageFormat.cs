using System.Collections.Immutable;
using System.Text;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>Requests and replies as the head of a <see cref="Frame"/>.</summary>
internal static class MessageFormat
{
    // Half a surrogate pair becomes U+FFFD, as it does wherever a text becomes bytes.
    private static readonly UTF8Encoding Text = new(false);

    private const byte Open = 1;
    private const byte Analyse = 2;
    private const byte Compare = 3;
    private const byte Capture = 4;

    public static byte[] ToBytes(Request request) => ToBytes(to => Write(to, request));

    public static byte[] ToBytes(Reply reply) => ToBytes(to => Write(to, reply));

    /// <exception cref="InvalidDataException">It is no request of this tool.</exception>
    public static Request ReadRequest(ReadOnlyMemory<byte> head)
    {
        using var from = Reader(head);
        return from.ReadByte() switch
        {
            Open => new OpenModel(from.ReadString(), from.ReadString(), from.ReadText(), from.ReadString(), from.ReadOptions()),
            Analyse => new AnalyseExample(from.ReadExample(), from.ReadTexts(), from.ReadBoolean()),
            Compare => new CompareOutputs(from.ReadExample()),
            Capture => new RunCapture(from.ReadTexts()),
            var kind => throw new InvalidDataException($"A request of the kind {kind} is not known."),
        };
    }

    public static Reply ReadReply(ReadOnlyMemory<byte> head)
    {
        using var from = Reader(head);
        return new()
        {
            Findings = ReadFindings(from),
            Failure = from.ReadBoolean() ? from.ReadDiagnostic() : null,
            Stack = from.ReadText(),
            Numbers = from.ReadBoolean() ? from.ReadInt32() : null,
            Difference = from.ReadBoolean() ? from.ReadDouble() : null,
        };
    }

    private static void Write(BinaryWriter to, Request request)
    {
        switch (request)
        {
            case OpenModel open:
                to.Write(Open);
                to.Write(open.Id);
                to.Write(open.Path);
                to.WriteText(open.File);
                to.Write(open.ContentHash);
                to.WriteOptions(open.Options);
                break;
            case AnalyseExample analyse:
                to.Write(Analyse);
                to.WriteExample(analyse.Example);
                to.WriteTexts(analyse.Statistics);
                to.Write(analyse.KeepsMaps);
                break;
            case CompareOutputs compare:
                to.Write(Compare);
                to.WriteExample(compare.Example);
                break;
            case RunCapture capture:
                to.Write(Capture);
                to.WriteTexts(capture.Arguments);
                break;
        }
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

    private static BinaryReader Reader(ReadOnlyMemory<byte> head) => new(new MemoryStream(head.ToArray()), Text);

    private static byte[] ToBytes(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Text);
        write(to);
        to.Flush();
        return bytes.ToArray();
    }
}
