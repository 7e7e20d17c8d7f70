using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace IzzyViz.SiteGen.Printing;

/// <summary>One font file, for shaping (HarfBuzz) and for drawing (Skia). Lives as long as the process.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Kept for the life of the process, like the fonts of a machine.")]
internal sealed class FontFace
{
    private const int SemiBold = 600;

    // Kept, because HarfBuzz reads the font where it lies as long as the face is used. (Blob.FromStream would let it move.)
    private readonly SKData _data;
    private readonly Font _font;

    private FontFace(SKData data, SKTypeface typeface)
    {
        (_data, Typeface) = (data, typeface);
        Face = new(new Blob(_data.Data, (int)_data.Size, MemoryMode.ReadOnly), 0);
        _font = new(Face);
        _font.SetScale(Face.UnitsPerEm, Face.UnitsPerEm);
        _font.SetFunctionsOpenType();
    }

    public Face Face { get; }

    public SKTypeface Typeface { get; }

    /// <summary>SHA-256 of the font.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(_data.AsSpan()));

    public bool IsStrong => Typeface.FontWeight >= SemiBold;

    /// <summary>Null where the bytes are no font of TrueType or OpenType.</summary>
    public static FontFace? Read(byte[] sfnt)
    {
        var data = SKData.CreateCopy(sfnt);
        return SKTypeface.FromData(data) is { GlyphCount: > 0 } typeface ? new(data, typeface) : null;
    }

    public bool Has(Rune rune) => GlyphOf(rune) != 0;

    /// <summary>0 where the font has none.</summary>
    public ushort GlyphOf(Rune rune) => _font.TryGetGlyph((uint)rune.Value, out var glyph) ? (ushort)glyph : (ushort)0;

    public GlyphRun Shape(string text, double size, bool isRightToLeft)
    {
        using var buffer = new Buffer();
        buffer.AddUtf8(Encoding.UTF8.GetBytes(text));
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;

        // Otherwise the language of the machine may choose other forms.
        buffer.Language = new Language("und");
        buffer.GuessSegmentProperties();
        _font.Shape(buffer);
        var (glyphs, advance) = Place(buffer, size / Face.UnitsPerEm);
        return new(this, size, text, glyphs, advance);
    }

    private static (ImmutableArray<PlacedGlyph> Glyphs, double Advance) Place(Buffer buffer, double scale)
    {
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(infos.Length);
        var x = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            var (info, position) = (infos[i], positions[i]);
            glyphs.Add(new((ushort)info.Codepoint, info.Cluster, (x + position.XOffset) * scale, -position.YOffset * scale));
            x += position.XAdvance;
        }

        return (glyphs.MoveToImmutable(), x * scale);
    }
}
