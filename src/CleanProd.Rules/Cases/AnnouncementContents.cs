using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases;

/// <summary>One thing the enterprise has to publish.</summary>
/// <param name="Grounds">Grounds that ask for it; empty for all.</param>
/// <param name="Text">What.</param>
public sealed record AnnouncementItem(IReadOnlyList<string> Grounds, Wording Text);

/// <summary>
/// What an announcement contains by ground: 2016 Measures Art. 11, recalled (for over-limit enterprises the same contents are
/// sourced for 2004). Several grounds add up: everything is published.
/// </summary>
public static class AnnouncementContents
{
    /// <summary>The clause.</summary>
    public static readonly Wording Citation = new("《清洁生产审核办法》第十一条", "Measures for Cleaner Production Audits, Art. 11");

    private static readonly AnnouncementItem[] Items =
    [
        new([], new("企业名称、法定代表人、地址", "name, legal representative, address")),
        new(["G1a", "G1b"], new("排放污染物名称、排放方式、排放浓度和总量、超标及超总量情况", "pollutants, way of discharge, concentration and total, excess over standard or total")),
        new(["G2"], new("主要能源品种及消耗量、单位产值能耗、单位产品能耗、超过单位产品能耗限额标准的情况", "main kinds of energy and consumption, energy per output value and per unit of product, excess over the limit")),
        new(["G3"], new("使用有毒有害原料的名称、数量、用途，排放有毒有害物质的名称、浓度和数量，危险废物的产生和处置情况，环境风险防控措施", "toxic materials (name, quantity, use), toxic substances discharged (name, concentration, quantity), hazardous waste and its disposal, risk-control measures")),
    ];

    /// <summary>What a case with these grounds has to publish, each item once.</summary>
    public static IReadOnlyList<AnnouncementItem> For(IReadOnlyList<string> grounds) =>
        [.. Items.Where(i => i.Grounds.Count == 0 || i.Grounds.Intersect(grounds, StringComparer.Ordinal).Any())];
}
