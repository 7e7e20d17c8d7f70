namespace IzzyViz.Analysis.Onnx;

/// <summary>The messages that <see cref="OnnxSkimmer"/> reads, by the numbers of their fields in <c>onnx.proto</c>. Fields that are not named are stepped over.</summary>
internal sealed class MessageCost
{
    private readonly FieldCost[] _fields = new FieldCost[32];

    private MessageCost()
    {
    }

    public static MessageCost Graph { get; } = new();

    public static MessageCost Model { get; } = WithModel();

    public FieldCost this[int field]
    {
        get => (uint)field < _fields.Length ? _fields[field] : default;
        private set => _fields[field] = value;
    }

    private static MessageCost WithModel()
    {
        var attribute = new MessageCost { [1] = FieldCost.Text, [4] = FieldCost.ShortText, [5] = Tensor(), [6] = new(FieldCost.Object, 0, Graph), [8] = FieldCost.Integers, [11] = new(FieldCost.Object, 0, Graph), [21] = FieldCost.Text };
        var attributes = new FieldCost(FieldCost.Object, 0, attribute);
        var node = new FieldCost(FieldCost.Node, 0, new() { [1] = FieldCost.Name, [2] = FieldCost.Name, [3] = FieldCost.Text, [4] = FieldCost.Text, [5] = attributes, [7] = FieldCost.Text });
        (Graph[1], Graph[5], Graph[11], Graph[12], Graph[13], Graph[15]) = (node, Tensor(), Value(FieldCost.Input), Value(FieldCost.Value), Value(FieldCost.Value), FieldCost.Slice);
        var function = new MessageCost { [1] = FieldCost.Text, [4] = FieldCost.Name, [5] = FieldCost.Name, [7] = node, [10] = FieldCost.Text, [11] = attributes };
        return new() { [2] = FieldCost.Text, [7] = new(0, 0, Graph), [8] = FieldCost.Slice, [25] = new(FieldCost.Object, 0, function) };
    }

    private static FieldCost Tensor() =>
        new(FieldCost.Tensor, 0, new() { [1] = FieldCost.Integers, [5] = FieldCost.FewIntegers, [7] = FieldCost.FewIntegers, [8] = FieldCost.Text, [13] = FieldCost.Slice });

    private static FieldCost Value(int each)
    {
        var dimension = new MessageCost { [2] = FieldCost.Text };
        var shape = new MessageCost { [1] = new(FieldCost.Slice.Each, 0, dimension) };
        var type = new MessageCost { [1] = new(0, 0, new() { [2] = new(0, 0, shape) }) };
        return new(each, 0, new() { [1] = FieldCost.Text, [2] = new(0, 0, type) });
    }
}
