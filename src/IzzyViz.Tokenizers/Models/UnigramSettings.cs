namespace IzzyViz.Tokenizers.Models;

/// <param name="Unknown">Id of the unknown token, -1 for none.</param>
/// <param name="ByteFallback">Whether unknown characters become tokens <c>&lt;0x00&gt;</c> of their bytes.</param>
internal sealed record UnigramSettings(int Unknown, bool ByteFallback);
