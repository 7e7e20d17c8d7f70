using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Dates;

/// <summary>Ways of writing a date in English; two digits of a year mean 1950 to 2049.</summary>
internal static class DateStyles
{
    public const int FirstYear = 1950;
    public const int LastYear = 2049;

    private static readonly ImmutableArray<string> Units =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    public static ImmutableArray<string> Names { get; } =
        ["long", "ordinal", "us", "abbreviated", "words", "weekday", "dotted", "apostrophe"];

    public static WrittenDate Draw(Random random)
    {
        DateOnly first = new(FirstYear, 1, 1), end = new(LastYear + 1, 1, 1);
        var date = first.AddDays(random.Next(end.DayNumber - first.DayNumber));
        return Write(random, date, random.Of(Names.AsSpan()));
    }

    public static WrittenDate Write(Random random, DateOnly date, string style) => new(date, style, style switch
    {
        "long" => random.Of($"{date:d MMMM yyyy}", $"{date:d MMMM, yyyy}"),
        "ordinal" => random.Of(
            $"the {Ordinal(date.Day)} of {date:MMMM, yyyy}",
            $"{Ordinal(date.Day)} {date:MMMM yyyy}",
            $"{date:MMMM} {Ordinal(date.Day)}, {date:yyyy}"),
        "us" => random.Of($"{date:MMMM d, yyyy}", $"{date:MMM d, yyyy}"),
        "abbreviated" => random.Of($"{date:d MMM yy}", $"{date:MMM d yyyy}", $"{date:d MMM yyyy}"),
        "words" => random.Of($"the {Words(date.Day)} of {date:MMMM yyyy}", $"{date:MMMM} the {Words(date.Day)}, {date:yyyy}"),
        "weekday" => random.Of(
            $"{date:dddd, d MMMM yyyy}", $"{date:ddd d MMM yyyy}", $"{date:dddd} the {Ordinal(date.Day)} of {date:MMMM, yyyy}"),
        "dotted" => random.Of($"{date:d.M.yyyy}", $"{date:dd.MM.yyyy}", $"{date:dd.MM.yy}"),
        _ => random.Of($"{date:d MMM \\'yy}", $"{date:MMMM d, \\'yy}"),
    });

    public static WrittenDate DrawHeldOut(Random random) => Choice.Until(() => Draw(random), written => HeldOut.Contains(written.Iso));

    public static WrittenDate DrawForTraining(Random random) => Choice.Until(() => Draw(random), written => !HeldOut.Contains(written.Iso));

    private static string Ordinal(int day) => day switch
    {
        1 or 21 or 31 => $"{day}st",
        2 or 22 => $"{day}nd",
        3 or 23 => $"{day}rd",
        _ => $"{day}th",
    };

    private static string Words(int day) => day switch
    {
        <= 20 => Units[day - 1],
        30 => "thirtieth",
        31 => "thirty-first",
        _ => $"twenty-{Units[day - 21]}",
    };
}
