namespace IzzyViz.SiteGen.Isolation;

/// <summary>Requests as the head of a <see cref="Frame"/>.</summary>
internal static class RequestFormat
{
    private const byte Open = 1;
    private const byte Analyse = 2;
    private const byte Compare = 3;
    private const byte Capture = 4;

    public static byte[] ToBytes(Request request) => MessageBytes.Of(to => Write(to, request));

    /// <exception cref="InvalidDataException">It is no request of this tool.</exception>
    public static Request Read(ReadOnlyMemory<byte> head)
    {
        using var from = MessageBytes.Reader(head);
        return from.ReadByte() switch
        {
            Open => new OpenModel(from.ReadString(), from.ReadString(), from.ReadText(), from.ReadString(), from.ReadOptions()),
            Analyse => new AnalyseExample(from.ReadExample(), from.ReadTexts(), from.ReadBoolean()),
            Compare => new CompareOutputs(from.ReadExample()),
            Capture => new RunCapture(from.ReadTexts()),
            var kind => throw new InvalidDataException($"A request of the kind {kind} is not known."),
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
}
