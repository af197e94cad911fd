using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>What each column of the tables of limits is read as, and what is refused.</summary>
public class LimitTableReadingTests
{
    [Fact]
    public void A_row_of_limits_is_read_as_a_whole()
    {
        var limit = Limit(
            ("table", "2"), ("clause", "4.1"), ("pollutant_code", "w01018"), ("limit_low", "6"), ("limit_high", "9.5"), ("stack_height_m", "15"), ("reference_oxygen", "3.5"), ("effective_to", "2020-12-31"), ("note", "remark"),
            ("doubt", "doubtful"), ("discharge", "direct|indirect|stack|fugitive"), ("grade", "一级"), ("regions", "!44|45"), ("industries", "C17|C18"), ("maybe_industries", "C19"), ("otherwise", "yes"), ("window", "hour"),
            ("eia_from", "2005-01-01"), ("eia_to", "2010-12-31"), ("asks", "plating=yes; temperature>12"), ("basis", "recalled"));
        Assert.Equal(("L1", "GB 1", "2", "4.1", "all", "COD"), (limit.RowId, limit.Standard, limit.Table, limit.Clause, limit.Scope, limit.Pollutant));
        Assert.Equal(["COD", "w01018"], limit.Codes.Select(c => c.Value));
        Assert.Equal((6m, 9.5m, 15m, 3.5m, "mg/L"), (limit.Low, limit.High, limit.StackHeightM, limit.ReferenceOxygen, limit.Unit.Symbol));
        Assert.Equal((new DateOnly(2001, 1, 1), new DateOnly(2020, 12, 31), "recalled", "remark doubtful"), (limit.From, limit.To, limit.Basis, limit.Remark));
        Assert.Equal((Medium.Water, LimitKind.Concentration, false, new SourceRef("limits/x.csv", null, 2)), (limit.Medium, limit.Kind, limit.NotDetectable, limit.Source));
        var conditions = limit.Conditions;
        Assert.Equal([DischargeKind.Direct, DischargeKind.Indirect, DischargeKind.Stack, DischargeKind.Fugitive], conditions.Discharge);
        Assert.Equal(("一级", true, AveragingWindow.Hour, new DateOnly(2005, 1, 1), new DateOnly(2010, 12, 31)), (conditions.Grade, conditions.Otherwise, conditions.Window, conditions.EiaFrom, conditions.EiaTo));
        Assert.Equal(("C17 C18", "C19"), (string.Join(' ', conditions.Industries), string.Join(' ', conditions.MaybeIndustries)));
        Assert.Equal((false, null, 2), (conditions.Region!.Inside, conditions.Region.Group, conditions.Region.Codes.Count));
        Assert.Equal(["plating=yes", "temperature>12"], conditions.Asks.Select(a => $"{a.Fact}{a.Operator}{string.Join(',', a.Values)}"));
    }

    [Fact]
    public void What_is_left_blank_is_nothing()
    {
        var limit = Limit();
        Assert.Equal((null, null, null, null, null, null), (limit.Low, limit.High, limit.StackHeightM, limit.ReferenceOxygen, limit.To, limit.Remark));
        var conditions = limit.Conditions;
        Assert.Equal((null, null, false, null, null, null), (conditions.Grade, conditions.Region, conditions.Otherwise, conditions.Window, conditions.EiaFrom, conditions.EiaTo));
        Assert.Equal((0, 0, 0, 0, MonitoringPoint.Any), (conditions.Discharge.Count, conditions.Industries.Count, conditions.MaybeIndustries.Count, conditions.Asks.Count, conditions.Point));
        Assert.Equal(["COD"], limit.Codes.Select(c => c.Value));
    }

    [Theory]
    [InlineData("concentration", LimitKind.Concentration)]
    [InlineData("rate", LimitKind.Rate)]
    [InlineData("removal", LimitKind.Removal)]
    [InlineData("load", LimitKind.Load)]
    [InlineData("base_volume", LimitKind.BaseVolume)]
    public void What_is_bounded(string word, LimitKind kind) => Assert.Equal(kind, Limit(("kind", word)).Kind);

    [Fact]
    public void Words_of_points_windows_and_texts()
    {
        Assert.Equal((MonitoringPoint.Workshop, MonitoringPoint.Total), (Limit(("point", "workshop")).Conditions.Point, Limit(("point", "total")).Conditions.Point));
        Assert.Equal([AveragingWindow.Instant, AveragingWindow.Day, AveragingWindow.Month], new[] { "instant", "day", "month" }.Select(w => Limit(("window", w)).Conditions.Window!.Value));
        Assert.True(Limit(("limit_text", "不得检出")).NotDetectable);
        Assert.False(Limit(("limit_text", "6~9")).NotDetectable);
        Assert.Equal("doubtful", Limit(("doubt", "doubtful")).Remark);
    }

    [Fact]
    public void A_suspension_ends_a_limit_the_day_before() => Assert.Equal(new DateOnly(2015, 5, 31), Limit(("suspended_from", "2015-06-01"), ("effective_to", "2020-12-31")).To);

    [Fact]
    public void A_standard_is_read_as_a_whole()
    {
        var standard = Read(standard:
        [
            ("level", "local"), ("region", "44"), ("scope", "sector"), ("in_force_to", "2020-12-31"), ("superseded_by", "GB 2"), ("at_hand", "part"), ("crosses", "yes"), ("industries", "C17|C18"), ("maybe_industries", "C19"), ("asks", "plating=yes"),
            ("town_plant_direct_from", "2015-03-27"), ("window_self", "instant|day"), ("window_automatic", "hour"), ("window_supervision", "month"), ("window_clause", "5.2"), ("note", "remark"),
        ]).Limits.Standards.Single();
        Assert.Equal(("GB 1", "标准", "Standard", Medium.Water), (standard.Number, standard.Title.Zh, standard.Title.En, standard.Medium));
        Assert.Equal(("44", true, true, true, true), (standard.Region, standard.IsLocal, standard.IsSector, standard.IsAtHand, standard.Crosses));
        Assert.Equal((new DateOnly(2000, 6, 1), new DateOnly(2001, 1, 1), new DateOnly(2020, 12, 31), "GB 2"), (standard.Issued, standard.From, standard.To, standard.SupersededBy));
        Assert.Equal((2, 1, 1), (standard.Scope.Industries.Count, standard.Scope.MaybeIndustries.Count, standard.Scope.Asks.Count));
        Assert.Equal((new DateOnly(2015, 3, 27), "5.2", "remark"), (standard.TownPlantDirectFrom, standard.WindowClause, standard.Note));
        Assert.Equal([AveragingWindow.Instant, AveragingWindow.Day], standard.Windows[DataOrigin.Self]);
        Assert.Equal((AveragingWindow.Hour, AveragingWindow.Month), (standard.Windows[DataOrigin.Automatic].Single(), standard.Windows[DataOrigin.Supervision].Single()));
    }

    [Fact]
    public void A_national_general_standard_of_which_nothing_is_at_hand()
    {
        var standard = Read(standard: [("at_hand", "none"), ("region", "44")], limits: []).Limits.Standards.Single();
        Assert.Equal(("", false, false, false, false), (standard.Region, standard.IsLocal, standard.IsSector, standard.IsAtHand, standard.Crosses));
        Assert.Equal(Medium.Air, Read(standard: [("medium", "air")], limits: []).Limits.Standards.Single().Medium);
        Assert.True(Read(standard: [("at_hand", "all")]).Limits.Standards.Single().IsAtHand);
    }

    [Fact]
    public void A_gap_and_the_facts_are_read_as_a_whole()
    {
        var read = Read().Limits;
        var gap = Assert.Single(read.Gaps);
        Assert.Equal(("GB 1", new DateOnly(2001, 1, 1), new DateOnly(2010, 12, 31), "未收录", "not at hand"), (gap.Standard, gap.From, gap.To, gap.Reason.Zh, gap.Reason.En));
        Assert.Equal((DischargeKind.Direct, new DateOnly(2002, 1, 1), new DateOnly(2003, 1, 1), "plating"), (gap.Conditions.Discharge.Single(), gap.Conditions.EiaFrom, gap.Conditions.EiaTo, gap.Conditions.Asks.Single().Fact));
        Assert.Equal(["yes no", "", "", "coal oil gas"], new[] { "plating", "temperature", "product", "fuel" }.Select(f => string.Join(' ', read.Facts[f].Values)));
        Assert.Equal(("问题", "question?"), (read.Facts["fuel"].Question.Zh, read.Facts["fuel"].Question.En));
    }

    [Theory]
    [InlineData("asks", "colour=red", "conditions such as fuel=coal on facts of limit_facts.csv")]
    [InlineData("asks", "temperature>warm", "conditions such as fuel=coal on facts of limit_facts.csv")]
    [InlineData("discharge", "sideways", "direct, indirect, stack or fugitive")]
    [InlineData("window", "week", "instant, hour, day or month")]
    [InlineData("otherwise", "no", "nothing or yes")]
    [InlineData("medium", "soil", "water or air")]
    [InlineData("medium", "air", "a standard and medium of discharge_standards.csv")]
    [InlineData("standard", "GB 9", "a standard and medium of discharge_standards.csv")]
    [InlineData("effective_to", "2000-12-31", "a day not before the first")]
    [InlineData("limit_high", "1e2", "a number such as 0.05")]
    public void What_nobody_can_evaluate_is_refused_with_its_place(string column, string value, string expected)
    {
        var fault = Assert.Throws<ReferenceDataException>(() => Limit((column, value)));
        Assert.Equal(("limits/x.csv", 2), (fault.File, fault.Row));
        Assert.Equal(expected, fault.Expected);
        Assert.Equal(column is "medium" && value == "air" ? "standard" : column, fault.Column);
    }

    [Fact]
    public void A_row_and_a_fact_are_there_once()
    {
        Assert.Equal(("limits/x.csv", 3, "row_id", "L1"), Place(() => Read(limits: [[], []])));
        Assert.Equal(("limit_facts.csv", 6, "fact", "plating"), Place(() => Read(facts: [("plating", "yes|no")])));

        static (string, int, string, string) Place(Func<object> read) => Assert.Throws<ReferenceDataException>(read) is var f ? (f.File, f.Row, f.Column, f.Value) : default;
    }

    [Fact]
    public void Files_of_limits_are_read_in_the_order_of_their_names()
    {
        byte[] Rows(params string[] ids) => Table(LimitTables.LimitColumns, [.. ids.Select(id => Row(LimitTables.LimitColumns, [.. Plain, ("row_id", id)]))]);
        ReferenceData Files(params (string File, byte[] Rows)[] files) => ReferenceReader.Read(files.Prepend(("discharge_standards.csv", Standard())).ToDictionary(f => f.Item1, f => f.Item2));

        Assert.Equal(["L1", "L2", "L0"], Files(("limits/b.csv", Rows("L0")), ("limits/a.csv", Rows("L1", "L2"))).Limits.Limits.Select(l => l.RowId));
        Assert.Equal("limits/b.csv", Assert.Throws<ReferenceDataException>(() => Files(("limits/b.csv", Rows("L1")), ("limits/a.csv", Rows("L1")))).File);
    }

    private static readonly (string Name, string Values)[] Facts = [("plating", "yes|no"), ("temperature", "number"), ("product", "text"), ("fuel", "coal|oil|gas")];

    private static DischargeLimit Limit(params (string, string)[] cells) => Read(limits: [cells]).Limits.Limits.Single();

    private static ReferenceData Read((string, string)[]? standard = null, (string, string)[][]? limits = null, (string Name, string Values)[]? facts = null) => ReferenceReader.Read(new Dictionary<string, byte[]>
    {
        ["discharge_standards.csv"] = Standard(standard ?? []),
        ["limits/x.csv"] = Table(LimitTables.LimitColumns, [.. (limits ?? [[]]).Select(cells => Row(LimitTables.LimitColumns, [.. Plain, .. cells]))]),
        ["limit_gaps.csv"] = Table(LimitTables.GapColumns, Row(LimitTables.GapColumns,
            [("standard", "GB 1"), ("discharge", "direct"), ("eia_from", "2002-01-01"), ("eia_to", "2003-01-01"), ("effective_from", "2001-01-01"), ("effective_to", "2010-12-31"), ("asks", "plating=yes"), ("reason", "未收录"), ("reason_en", "not at hand")])),
        ["limit_facts.csv"] = Table(LimitTables.FactColumns, [.. Facts.Concat(facts ?? []).Select(f => (string[])[f.Name, f.Values, "问题", "question?", "made up"])]),
    });

    private static readonly (string, string)[] Plain =
        [("row_id", "L1"), ("standard", "GB 1"), ("table", "1"), ("industry_scope", "all"), ("medium", "water"), ("pollutant", "COD"), ("unit", "mg/L"), ("effective_from", "2001-01-01"), ("basis", "sourced"), ("kind", "concentration")];

    private static byte[] Standard(params (string, string)[] cells) => Table(LimitTables.StandardColumns, Row(LimitTables.StandardColumns,
        [("standard", "GB 1"), ("title", "标准"), ("title_en", "Standard"), ("medium", "water"), ("level", "national"), ("scope", "general"), ("issued", "2000-06-01"), ("in_force_from", "2001-01-01"), ("at_hand", "all"), ("crosses", "no"), .. cells]));

    private static byte[] Table(string[] columns, params string[][] rows) => ReferenceCsv.Write([columns, .. rows]);

    private static string[] Row(string[] columns, params (string Column, string Value)[] cells) => [.. columns.Select(c => cells.LastOrDefault(v => v.Column == c).Value ?? "")];
}
