namespace IzzyViz.Analysis.Onnx;

/// <summary>What a field of a message takes in memory once it is read.</summary>
/// <param name="Each">Bytes for the field itself: an object, an entry in a list, what later stages note about it.</param>
/// <param name="PerByte">Bytes for each byte of its content: 2 for text, 8 for packed integers.</param>
/// <param name="Inside">The message it holds, where that is read too.</param>
internal readonly record struct FieldCost(int Each, int PerByte = 0, MessageCost? Inside = null)
{
    public const int Node = 300;
    public const int Object = 150;
    public const int Tensor = 250;
    public const int Value = 250;
    public const int Input = 500;

    public static readonly FieldCost Text = new(24, 2);

    /// <summary>A name that a node reads or makes; its makers, readers, rank and reach are noted with it.</summary>
    public static readonly FieldCost Name = new(160, 2);
    public static readonly FieldCost Integers = new(8, 8);
    public static readonly FieldCost Slice = new(24);

    /// <summary>What is held of these is bounded in each place.</summary>
    public static readonly FieldCost ShortText = new(24, 2) { Most = 1 << 16 };
    public static readonly FieldCost FewIntegers = new(1, 8) { Most = 1 << 12 };

    /// <summary>Bytes of the content that are held at most.</summary>
    public int Most { get; private init; } = int.MaxValue;

    public long Of(ReadOnlyMemory<byte> content) => Each + ((long)PerByte * Math.Min(content.Length, Most));
}
