namespace IzzyViz.SiteGen.Drawing;

/// <summary>Which side of the palette a file shows.</summary>
internal enum Theme
{
    /// <summary>Light or dark as the reader's machine has it; light where a format knows one side only.</summary>
    Auto,
    Light,
    Dark,

    /// <summary>Black on white, in colours that survive a grey printer.</summary>
    Print,
}
