using System.Runtime.InteropServices;

namespace IzzyViz.SiteGen.Printing;

/// <summary>The part of HarfBuzz's interface that cuts fonts (hb-subset.h); its native library has it, its .NET binding does not.</summary>
internal static class HarfBuzzSubset
{
    private const string Library = "libHarfBuzzSharp";

    [DllImport(Library)]
    internal static extern nint hb_subset_input_create_or_fail();

    [DllImport(Library)]
    internal static extern void hb_subset_input_destroy(nint input);

    [DllImport(Library)]
    internal static extern void hb_subset_input_set_flags(nint input, uint flags);

    [DllImport(Library)]
    internal static extern nint hb_subset_input_glyph_set(nint input);

    [DllImport(Library)]
    internal static extern nint hb_subset_input_unicode_set(nint input);

    [DllImport(Library)]
    internal static extern nint hb_subset_input_set(nint input, int kind);

    [DllImport(Library)]
    internal static extern void hb_set_add(nint set, uint value);

    [DllImport(Library)]
    internal static extern nint hb_subset_or_fail(nint face, nint input);

    [DllImport(Library)]
    internal static extern nint hb_face_reference_blob(nint face);

    [DllImport(Library)]
    internal static extern void hb_face_destroy(nint face);

    [DllImport(Library)]
    internal static extern nint hb_blob_get_data(nint blob, out uint length);

    [DllImport(Library)]
    internal static extern void hb_blob_destroy(nint blob);
}
