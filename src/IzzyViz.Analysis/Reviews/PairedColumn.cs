using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>One statistic of one head that both tables have.</summary>
internal sealed record PairedColumn(RowMatch Rows, HeadAddress Address, string StatisticId)
{
    public required (int Head, int Statistic) InBase { get; init; }

    public required (int Head, int Statistic) InHead { get; init; }

    public static IEnumerable<PairedColumn> Of(RowMatch rows) =>
        from head in rows.Head.Heads.Select((address, index) => (address, index))
        let headInBase = rows.Base.Heads.IndexOf(head.address)
        where headInBase >= 0
        from statistic in rows.Head.StatisticIds.Select((id, index) => (id, index))
        let statisticInBase = rows.Base.StatisticIds.IndexOf(statistic.id)
        where statisticInBase >= 0
        select new PairedColumn(rows, head.address, statistic.id)
        {
            InBase = (headInBase, statisticInBase),
            InHead = (head.index, statistic.index),
        };

    /// <summary>NaN where undefined, and where the side lacks the row.</summary>
    public double Before(RowPair row) => row.Base < 0 ? double.NaN : Rows.Base[row.Base, InBase.Head, InBase.Statistic];

    public double After(RowPair row) => row.Head < 0 ? double.NaN : Rows.Head[row.Head, InHead.Head, InHead.Statistic];

    public double Scale(double tokens) => StatisticScale.Of(StatisticId, tokens);
}
