using System.Globalization;

namespace CleanProd.Rules.Facts;

/// <summary>One list of the reference data with its edition: <c>lists.csv</c>.</summary>
/// <param name="File">File, or folder, under <c>data/reference</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Edition">State of its contents.</param>
/// <param name="LastReviewed">Day somebody last looked whether it still holds.</param>
/// <param name="ReviewAfterMonths">Months after which it should be looked at again.</param>
public sealed record ReferenceList(string File, Wording Title, string Edition, DateOnly LastReviewed, int ReviewAfterMonths)
{
    internal static readonly string[] Columns = ["file", "title", "title_en", "edition", "last_reviewed", "review_after_months", "superseded_by", "superseded_on", "note"];

    /// <summary>What took its place; null while nothing has.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Since when; null where that is not known.</summary>
    public DateOnly? SupersededOn { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>What somebody who uses the list on a day should know: that it was superseded, or not reviewed for too long; null when neither.</summary>
    public Wording? Warning(DateOnly on)
    {
        if (SupersededBy is { } by && !(on < SupersededOn))
            return new($"参考数据“{Title.Zh}”（{Edition}）已由 {by} 代替，请更新", $"Reference list “{Title.En}” ({Edition}) is superseded by {by}: replace it");
        var reviewed = LastReviewed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return on > LastReviewed.AddMonths(ReviewAfterMonths)
            ? new($"参考数据“{Title.Zh}”（{Edition}）自 {reviewed} 起未复核，请复核", $"Reference list “{Title.En}” ({Edition}) was last reviewed on {reviewed}: review it")
            : null;
    }

    internal static List<ReferenceList> Read(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lists = new List<ReferenceList>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("file"), "file");
            if (row.Number("review_after_months") is var months && (months < 1 || months != decimal.Truncate(months))) throw row.Fault("review_after_months", "a whole number of months");
            lists.Add(new(row.Text("file"), new(row.Required("title"), row.Required("title_en")), row.Required("edition"), row.Date("last_reviewed"), (int)row.Number("review_after_months"))
            {
                SupersededBy = row.Optional("superseded_by"), SupersededOn = row.OptionalDate("superseded_on"), Note = row.Optional("note"),
            });
        }

        return lists;
    }
}
