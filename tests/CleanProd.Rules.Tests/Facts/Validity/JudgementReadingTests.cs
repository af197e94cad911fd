using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Validity;

/// <summary>Outages, drainage and marks as they are read from what people recorded, and what they say of a value.</summary>
public class JudgementReadingTests
{
    [Fact]
    public void Outages_are_read_as_approved() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Validity/Outages.txt",
    [
        Outages("days are whole days", "shutdown[2024-03-01..2024-03-10]"),
        Outages("one day", "DW001.maintenance[2024-03-01..2024-03-01]"),
        Outages("moments", "maintenance[2024-05-01T08:00..2024-05-02T20:30]"),
        Outages("a day and a moment", "DW001.shutdown[2024-05-01T08:00..2024-05-02]"),
        Outages("an outlet with a point in its name", "DW.001.shutdown[2024-05-01..2024-05-02]"),
        Outages("of the same moment there is nothing", "shutdown[2024-05-01T08:00..2024-05-01T08:00]"),
        Outages("the wrong way round", "shutdown[2024-05-02..2024-05-01]"),
        Outages("one end", "shutdown[2024-05-02]"),
        Outages("three ends", "shutdown[2024-05-02..2024-05-03..2024-05-04]"),
        Outages("words", "maintenance[May]"),
        Outages("the second end in words", "maintenance[2024-05-01..May]"),
        Outages("seconds", "maintenance[2024-05-01T08:00:00..2024-05-02]"),
        Outages("something else", "residual", "shutdown", "shutdowns[2024-05-01..2024-05-02]"),
        Outages("in order of their beginning and end", "shutdown[2024-06-01..2024-06-02]", "shutdown[2024-03-01..2024-03-09]", "maintenance[2024-03-01..2024-03-02]"),
        Outages("granted, then taken back", "shutdown[2024-03-01..2024-03-02]@2024-04-01", "-shutdown[2024-03-01..2024-03-02]@2024-05-01"),
        Outages("taken back, then granted", "-shutdown[2024-03-01..2024-03-02]@2024-04-01", "shutdown[2024-03-01..2024-03-02]@2024-05-01"),
        Outages("taken back first in the file", "-shutdown[2024-03-01..2024-03-02]@2024-05-01", "shutdown[2024-03-01..2024-03-02]@2024-04-01"),
        Outages("on and after the determination", "shutdown[2024-03-01..2024-03-02]@2025-01-15", "shutdown[2024-04-01..2024-04-02]@2025-01-16"),
        Outages("nothing"),
    ]);

    // Of an hour from 8 to 9: how many minutes are excused.
    [Theory]
    [InlineData(7, 0, 8, 0, 0)]
    [InlineData(7, 0, 8, 30, 30)]
    [InlineData(8, 15, 8, 45, 30)]
    [InlineData(8, 30, 10, 0, 30)]
    [InlineData(9, 0, 10, 0, 0)]
    [InlineData(7, 0, 10, 0, 60)]
    public void An_outage_covers_what_it_shares_with_a_stretch(int from, int minute, int until, int untilMinute, int minutes)
    {
        var day = new DateTime(2024, 3, 1);
        var outage = new Outage(OutageKind.Shutdown, null, day.AddHours(from).AddMinutes(minute), day.AddHours(until).AddMinutes(untilMinute), TestFacts.Source);
        Assert.Equal(TimeSpan.FromMinutes(minutes), outage.Covers(day.AddHours(8), day.AddHours(9)));
    }

    [Theory]
    [InlineData(OutageKind.Maintenance, 47, 47)]
    [InlineData(OutageKind.Maintenance, 48, 48)]
    [InlineData(OutageKind.Maintenance, 49, 48)]
    [InlineData(OutageKind.Shutdown, 49, 49)]
    public void A_repair_excuses_two_days_at_most(object kind, int hours, int excused)
    {
        var from = new DateTime(2024, 3, 1);
        Assert.Equal(from.AddHours(excused), new Outage((OutageKind)kind, null, from, from.AddHours(hours), TestFacts.Source).ExcusedUntil);
    }

    [Theory]
    [InlineData("drainage_ratio=1.25", "//1.25")]
    [InlineData("drainage_ratio=2", "//2")]
    [InlineData("DW001.drainage_ratio=1.25", "DW001//1.25")]
    [InlineData("drainage_ratio[2024-03-01]=1.25", "/2024-03-01/1.25")]
    [InlineData("DW.1.drainage_ratio[2024-03-01]=0.5", "DW.1/2024-03-01/0.5")]
    [InlineData("drainage_ratio[2024-13-01]=1.25", "//1.25")]
    [InlineData("drainage_ratio[March]=1.25", "")]
    [InlineData("drainage_ratio=", "")]
    [InlineData("drainage_ratio=-1", "")]
    [InlineData("drainage_ratio", "")]
    public void A_drainage_ratio_is_read_with_its_outlet_and_day(string topic, string read) =>
        Assert.Equal(read, string.Join('|', DrainageRatio.Read(Judged([topic]), TestFacts.AsOf).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Outlet}/{r.Day:yyyy-MM-dd}/{r.Ratio}"))));

    [Fact]
    public void Of_ratios_the_day_comes_before_the_outlet_and_the_later_before_the_earlier()
    {
        var ratios = DrainageRatio.Read(
            Judged(["drainage_ratio=1.2@2024-06-02", "drainage_ratio=1.1@2024-06-01", "DW001.drainage_ratio=1.3@2024-05-01", "drainage_ratio[2024-03-01]=1.4@2024-04-01", "DW001.drainage_ratio[2024-03-02]=1.5@2024-04-01", "drainage_ratio[2024-03-02]=1.6@2024-07-01", "-drainage_ratio=9@2024-08-01"]),
            TestFacts.AsOf);
        decimal? On(string outlet, int day) => DrainageRatio.On(ratios, new(outlet), new(2024, 3, day));
        Assert.Equal((1.4m, 1.5m, 1.3m), (On("DW001", 1), On("DW001", 2), On("DW001", 3)));
        Assert.Equal((1.4m, 1.6m, 1.2m), (On("DW002", 1), On("DW002", 2), On("DW002", 3)));
        Assert.Null(DrainageRatio.On([], new("DW001"), new(2024, 3, 1)));
    }

    [Fact]
    public void Marks_say_what_is_approved() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Validity/Flags.txt",
    [
        .. "NnFMSDCTBXAZz1维[`@".Select(f => Mark(f, [])),
        Mark('\0', []),
        .. "NnFMmTX".Select(f => Mark(f, [Rule("MF", "甲条"), Rule("M", "乙条"), Rule("TN", "丙条")])),
        Mark('M', [Rule("M", "甲条") with { IndustryPrefix = "C17" }]),
        Mark('M', [Rule("M", "甲条") with { From = new(2024, 3, 2) }]),
        Mark('M', [Rule("M", "甲条") with { To = new(2024, 2, 29) }]),
    ]);

    [Fact]
    public void Of_a_series_each_reason_is_told_once_in_the_order_of_its_words()
    {
        var notes = new ReadingNotes();
        Assert.Empty(notes.All);
        notes.Add(Wording.Same("乙"), TestFacts.Source with { Row = 9 });
        notes.Add(Wording.Same("a"), TestFacts.Source with { Row = 5 });
        notes.Add(Wording.Same("乙"), TestFacts.Source with { Row = 3 });
        Assert.Equal([("a", 1, 5), ("乙", 2, 9)], notes.All.Select(n => (n.Text.Zh, n.Count, n.First.Row)));
    }

    // What tells nothing displaces nothing, and a rate does not contradict a concentration.
    [Fact]
    public void The_authority_decides_where_it_said_something_else_of_the_same()
    {
        var precedence = new Precedence();
        var key = new SeriesKey(new("A"), new("DW001"), new("w01018"), AveragingWindow.Hour, DataOrigin.Supervision, Unit.Parse("mg/L"));
        var at = new DateTime(2024, 3, 5, 8, 20, 0);
        Assert.False(precedence.Displaces(key, at, true));
        precedence.Supervised(key, at, null);
        Assert.False(precedence.Displaces(key, at, true));
        precedence.Supervised(key, at, false);
        Assert.True(precedence.Displaces(key with { Origin = DataOrigin.Self, Unit = Unit.Parse("ug/L") }, at.AddMinutes(39), true));
        Assert.True(precedence.Displaces(key, at, null));
        Assert.False(precedence.Displaces(key, at, false));
        Assert.False(precedence.Displaces(key, at.AddMinutes(40), true));
        Assert.False(precedence.Displaces(key with { Unit = Unit.Parse("kg/h") }, at, true));
        Assert.False(precedence.Displaces(key with { Window = AveragingWindow.Instant }, at, true));
        Assert.False(precedence.Displaces(key with { OutletId = new("DW002") }, at, true));
        Assert.False(precedence.Displaces(key with { Pollutant = new("w21003") }, at, true));
    }

    private static string Outages(string what, params string[] topics)
    {
        var (outages, unreadable) = Outage.Read(Judged(topics), TestFacts.AsOf);
        return $"{what}: {string.Join(", ", outages.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Kind} {o.Outlet} {o.From:yyyy-MM-ddTHH:mm}..{o.Until:yyyy-MM-ddTHH:mm} {o.Source}")))}; unreadable: {string.Join(", ", unreadable)}";
    }

    private static string Mark(char flag, MarkingRule[] rules)
    {
        var (use, reason) = FlagReading.Of(flag, "C3011", new(2024, 3, 1), rules);
        return $"{(flag == '\0' ? "none" : flag)} {string.Join(' ', rules.Select(r => r.Flags))}: {use} {reason.Zh} / {reason.En}";
    }

    private static MarkingRule Rule(string flags, string clause) => new("水泥", "C3011", flags, new(2023, 1, 1), null, clause);

    // A topic, its day after @; a minus before it denies it.
    private static DiscretionRecord[] Judged(string[] topics) =>
    [
        .. topics.Select((t, i) => (Parts: t.TrimStart('-').Split('@'), IsDenied: t.StartsWith('-'), Row: i + 2)).Select(t => new DiscretionRecord(
            new("A"), t.Parts[0], t.IsDenied ? "false" : "true", "局", t.Parts.Length > 1 ? DateOnly.ParseExact(t.Parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : new(2024, 12, 1), "因", new("discretion.csv", null, t.Row))),
    ];
}
