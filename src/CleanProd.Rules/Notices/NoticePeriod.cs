using CleanProd.Rules.Facts;
namespace CleanProd.Rules.Notices;

/// <summary>How long a duty may take. One of the parts is usual; where several are given they add up, years first.</summary>
/// <param name="Years">Calendar years.</param>
/// <param name="Months">Calendar months.</param>
/// <param name="WorkingDays">Working days of the Chinese calendar.</param>
/// <param name="Days">Calendar days.</param>
public sealed record NoticePeriod(int Years = 0, int Months = 0, int WorkingDays = 0, int Days = 0)
{
    /// <summary>In words: 一个月, 45个工作日, 五年; <c>one month</c>.</summary>
    public Wording Words
    {
        get
        {
            var zh = new List<string>();
            var en = new List<string>();
            Add(Years, "年", "year", counter: "");
            Add(Months, "月", "month", counter: "个");
            Add(WorkingDays, "工作日", "working day", counter: "个");
            Add(Days, "日", "day", counter: "");
            return new(string.Concat(zh), string.Join(" and ", en));

            void Add(int count, string unit, string english, string counter)
            {
                if (count == 0) return;
                zh.Add(ChineseCount(count) + counter + unit);
                en.Add($"{EnglishCount(count)} {english}{(count == 1 ? "" : "s")}");
            }
        }
    }

    private static string ChineseCount(int count) =>
        count is >= 1 and <= 10 ? "〇一两三四五六七八九十".Substring(count, 1) : Facts.PlainNumber.Text(count);

    private static string EnglishCount(int count) =>
        count is >= 1 and <= 10
            ? new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" }[count - 1]
            : Facts.PlainNumber.Text(count);
}
