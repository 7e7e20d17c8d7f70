using HarfBuzzSharp;
using static IzzyViz.SiteGen.Printing.HarfBuzzSubset;

namespace IzzyViz.SiteGen.Printing;

/// <summary>
/// Cuts a font down to some of its glyphs. This build of Skia embeds fonts whole: 20 MB for a Chinese label. It also names a glyph by the last character
/// that has it, so a typographic apostrophe would be copied as another; in a subset only the characters of the figure are left.
/// </summary>
internal static class FontSubset
{
    // HB_SUBSET_FLAGS_RETAIN_GIDS, HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE: glyphs are numbered as in shaping, and shaping is done.
    private const uint Flags = 0x2 | 0x200;
    private const int DropTables = 3;

    private static readonly string[] Unneeded = ["GSUB", "GPOS", "GDEF"];

    /// <summary>Null where the font cannot be cut.</summary>
    public static byte[]? Of(Face face, IEnumerable<uint> glyphs, IEnumerable<uint> points)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, Flags);
            Add(hb_subset_input_glyph_set(input), glyphs);
            Add(hb_subset_input_unicode_set(input), points);
            Add(hb_subset_input_set(input, DropTables), Unneeded.Select(t => (uint)Tag.Parse(t)));
            var subset = hb_subset_or_fail(face.Handle, input);
            return subset == 0 ? null : BytesOf(subset);
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static void Add(nint set, IEnumerable<uint> values)
    {
        foreach (var value in values)
        {
            hb_set_add(set, value);
        }
    }

    private static byte[] BytesOf(nint face)
    {
        var blob = hb_face_reference_blob(face);
        var data = hb_blob_get_data(blob, out var length);
        var bytes = new byte[length];
        System.Runtime.InteropServices.Marshal.Copy(data, bytes, 0, (int)length);
        hb_blob_destroy(blob);
        hb_face_destroy(face);
        return bytes;
    }
}
