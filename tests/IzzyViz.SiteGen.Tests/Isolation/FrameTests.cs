using CsCheck;
using IzzyViz.SiteGen.Isolation;

namespace IzzyViz.SiteGen.Tests.Isolation;

public sealed class FrameTests
{
    [Fact]
    public async Task Frames_come_out_as_they_went_in_and_then_the_stream_ends() =>
        await Gen.Select(Gen.Byte.Array[0, 40], Gen.Byte.Array[0, 4000]).List[0, 5].SampleAsync(async frames =>
        {
            using var stream = new MemoryStream();
            foreach (var (head, body) in frames)
            {
                await new Frame(head, body).WriteAsync(stream);
            }

            stream.Position = 0;
            foreach (var (head, body) in frames)
            {
                var frame = await Frame.ReadAsync(stream);
                Assert.Equal(head, frame!.Head.ToArray());
                Assert.Equal(body, frame.Body.ToArray());
            }

            Assert.Null(await Frame.ReadAsync(stream));
        }, iter: 50);

    [Fact]
    public async Task A_frame_cut_short_anywhere_is_an_end_and_not_a_message()
    {
        using var whole = new MemoryStream();
        await new Frame(new byte[5], new byte[7]).WriteAsync(whole);
        for (var length = 1; length < whole.Length; length++)
        {
            using var cut = new MemoryStream(whole.ToArray()[..length]);
            await Assert.ThrowsAsync<EndOfStreamException>(() => Frame.ReadAsync(cut));
        }
    }

    [Fact]
    public async Task Words_of_somebody_else_are_no_message()
    {
        using var stream = new MemoryStream("2026-01-01 [I:onnxruntime] hello"u8.ToArray());
        await Assert.ThrowsAsync<InvalidDataException>(() => Frame.ReadAsync(stream));
    }
}
