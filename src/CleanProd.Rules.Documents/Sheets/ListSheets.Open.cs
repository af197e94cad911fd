using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Documents.Sheets;

// What still needs work before the list is released: open rules, failed rules, enterprises close to a line.
internal sealed partial class ListSheets
{
    private SheetTable Undetermined()
    {
        var enterprises = list.Count(Outcome.Undetermined);
        return new(
            Say("数据不足", "Undetermined"), Say("数据不足、不能判定的企业", "Enterprises that cannot be decided for want of data"),
            Note(Say($"企业 {enterprises} 家。缺少数据不等于不列入。", $"{enterprises} enterprises. Missing data is never a no.")),
            [
                new(Say("序号", "No."), ColumnKind.Count, 6),
                new(Say("地市", "City"), ColumnKind.Code, 12),
                new(Say("区县", "County"), ColumnKind.Code, 12),
                new(Say("企业名称", "Enterprise"), ColumnKind.Text, 26),
                new(Say("统一社会信用代码", "Identity"), ColumnKind.Code, 20),
                new(Say("待定事由", "Open ground"), ColumnKind.Text, 34),
                new(Say("缺少的数据", "What is missing"), ColumnKind.Text, 44),
                new(Say("可提供单位", "Who could supply it"), ColumnKind.Text, 34),
                new(Say("数据项", "Fact"), ColumnKind.Text, 30),
            ],
            list.Undetermined.Count,
            () => list.Undetermined.Select((e, i) => new object?[]
            {
                i + 1, e.Place.City, e.Place.County, e.Determination.Facility.Name, IdentityOf(e.Determination.Facility),
                Say(CandidateEntry.ReasonOf(e.Rule)), Lines(e.Missing.Select(m => Say(m.Words))), Lines(e.Missing.Select(m => Say(m.Supplier))),
                Lines(e.Missing.Select(m => m.Text)),
            }))
        {
            Empty = Say("没有因数据不足而未能判定的企业。", "Every enterprise could be decided."),
            FrozenColumns = 4,
            TabColor = SheetStyle.Amber,
        };
    }

    private SheetTable Errors() => new(
        Say("规则出错", "Errors"), Say("规则出错：处理完毕之前不得发布名单", "Rules that failed: the list may not be released before they are settled"),
        Note(""),
        [
            new(Say("序号", "No."), ColumnKind.Count, 6),
            new(Say("企业名称", "Enterprise"), ColumnKind.Text, 30),
            new(Say("统一社会信用代码", "Identity"), ColumnKind.Code, 20),
            new(Say("规则", "Rule"), ColumnKind.Code, 20),
            new(Say("错误", "What went wrong"), ColumnKind.Text, 80),
        ],
        list.Errors.Count,
        () => list.Errors.Select((e, i) => new object?[]
        {
            i + 1, e.Determination.Facility.Name, IdentityOf(e.Determination.Facility), e.Rule.Rule, Lines(e.Rule.Missing),
        }))
    {
        FrozenColumns = 2,
        TabColor = SheetStyle.BrickRed,
    };

    private SheetTable Near() => new(
        Say("临界", "Near threshold"), Say("接近判定界限的企业", "Enterprises close to the line"),
        Note(Say(
            "未列入而达到阈值 80% 以上，或者已列入而不超过阈值 1.1 倍；建议优先人工复核。",
            "Not listed at 80% of the threshold or more, or listed at up to 1.1 times: check these by hand first.")),
        [
            new(Say("序号", "No."), ColumnKind.Count, 6),
            new(Say("地市", "City"), ColumnKind.Code, 12),
            new(Say("企业名称", "Enterprise"), ColumnKind.Text, 28),
            new(Say("统一社会信用代码", "Identity"), ColumnKind.Code, 20),
            new(Say("规则", "Rule"), ColumnKind.Code, 22),
            new(Say("结论", "Outcome"), ColumnKind.Code, 14),
            new(Say("与阈值之比", "Ratio"), ColumnKind.Number, 10),
            new(Say("对象", "Subject"), ColumnKind.Text, 26),
            new(Say("数值", "Value"), ColumnKind.Number, 14),
            new(Say("阈值", "Threshold"), ColumnKind.Number, 14),
            new(Say("条件", "Condition"), ColumnKind.Text, 44),
        ],
        list.NearThreshold.Count,
        () => list.NearThreshold.Select((n, i) => new object?[]
        {
            i + 1, n.Place.City, n.Determination.Facility.Name, IdentityOf(n.Determination.Facility), RuleName(n.Rule), Word(n.Rule.Outcome),
            decimal.Round(n.Margin.Ratio, 4, MidpointRounding.AwayFromZero), n.Margin.Subject, Number(n.Margin.Value), Number(n.Margin.Threshold), n.Margin.Condition,
        }))
    {
        Empty = Say("没有接近判定界限的企业。", "No enterprise is close to a line."),
        FrozenColumns = 3,
        TabColor = SheetStyle.Slate,
    };

    /// <summary>Code and plain word of a rule's ground; the rule's name where the regime has no grounds.</summary>
    private string RuleName(RuleDetermination rule) => GroundName(GroundLabel.KeyOf(rule));

    /// <summary>Code and plain word of a ground.</summary>
    internal string GroundName(string key)
    {
        var name = Say(GroundLabel.NameOf(key));
        return name == key ? key : $"{key} {name}";
    }

    /// <summary>A number as a number, anything else as it is written.</summary>
    private static object? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.Scale > 8 ? decimal.Round(number, 6, MidpointRounding.AwayFromZero) : number
            : text;

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Distinct(StringComparer.Ordinal));
}
