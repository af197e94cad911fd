using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Tests.Lists.Review;
using Xunit;
using static CleanProd.Rules.Tests.Lists.Review.InventedReview;

namespace CleanProd.Rules.Tests.Lists.Publication;

public class PublicationTests
{
    private static readonly DateOnly Day = new(2025, 3, 31);

    [Fact]
    public void What_is_fixed_is_published_with_its_entries_and_what_is_excluded_is_left_out()
    {
        ListEntry[] entries = [Open(Opening("B")).Fixed(), Open(Opening("A")).Fixed(), Open(Opening("C")).Do(EntryAct.Exclude, County, "已关停", Minutes).Fixed()];
        var list = OpenList();
        var published = Publish(list, entries);
        Assert.Equal(["A", "B"], published.Publication.Entries.Select(e => e.FacilityId.Value));
        Assert.Equal([EntryState.Published, EntryState.Published, EntryState.LeftOut], published.Entries.Select(e => e.Event.After));
        Assert.Equal(ListState.Published, list.Apply(published.List).State);
        Assert.Equal(published.Publication.Sha256, list.Apply(published.List).PublicationSha256);
        var entry = entries[1].Apply(published.Entries[0].Event);
        Assert.Equal("粤环〔2025〕1号", entry.Publication);
        Refused("illegal_transition", () => entry.Do(EntryAct.Refuse, Fixer, "更正"));
        Refused("list_closed", () => { list.Apply(published.List).MustBeOpen(); return null; });
    }

    [Fact]
    public void What_stands_against_publication_is_told_with_whose_turn_it_is()
    {
        ListEntry[] entries = [Open(Opening("A")), Open(Opening("B")).Do(EntryAct.Propose, County).Do(EntryAct.Refuse, City, "材料不全"), Open(Opening("C", "energy"))];
        var items = PublicationGate.Of(OpenList(), entries, Measures2016, new(2, 5));
        Assert.Equal(
            ["rule_errors", "entry_not_fixed", "entry_returned", "entry_not_fixed", "signature_missing", "signature_missing", "undetermined"], items.Select(i => i.Code));
        Assert.Equal(Department.Energy, items[3].Next!.Department);
        Assert.Contains("材料不全", items[2].Text.Zh, StringComparison.Ordinal);
        Assert.False(items[^1].Blocks);
        Refused("publication_blocked", () => Publish(OpenList(), entries));
        Assert.Equal("nothing_to_publish", Assert.Single(PublicationGate.Of(OpenList(), [], Measures2016, RunCondition.Clean)).Code);
    }

    [Fact]
    public void The_toxic_part_of_2004_needs_the_signature_of_the_second_department_over_the_same_hash()
    {
        ListEntry[] entries = [Open(Opening(classId: "toxic"), Measures2004).Fixed(Measures2004)];
        var list = OpenList(procedure: Measures2004);
        Assert.Contains("signature_missing", Codes(list, entries));
        var hash = ListContent.Of(list.Head, "toxic", entries).Sha256;
        Refused("stale_content", () => list.Sign("toxic", new string('0', 64), entries, Measures2004, CoSigner, Noon));
        Refused("signature_not_needed", () => list.Sign("toxic", hash, entries, Measures2004, Publisher, Noon));
        Refused("outside_region", () => list.Sign("toxic", hash, entries, Measures2004, CoSigner with { Region = new("4401") }, Noon));
        Refused("four_eyes", () => list.Sign("toxic", hash, entries, Measures2004, CoSigner with { Id = "province" }, Noon));
        var signed = list.Apply(list.Sign("toxic", hash, entries, Measures2004, CoSigner, Noon));
        Assert.Empty(Codes(signed, entries));
        Assert.Single(Publish(signed, entries, Measures2004).Publication.Entries);

        ListEntry[] more = [.. entries, Open(Opening("B", "toxic"), Measures2004).Fixed(Measures2004)];
        Assert.Equal(["signature_void"], Codes(signed, more));
        Refused("publication_blocked", () => Publish(signed, more, Measures2004));
    }

    [Fact]
    public void A_department_may_refuse_its_signature_with_a_reason()
    {
        ListEntry[] entries = [Open(Opening(classId: "toxic"), Measures2004).Fixed(Measures2004)];
        var list = OpenList(procedure: Measures2004);
        var hash = ListContent.Of(list.Head, "toxic", entries).Sha256;
        Refused("reason_required", () => list.RefuseSignature("toxic", hash, "", entries, Measures2004, CoSigner, Noon));
        var refused = list.Apply(list.RefuseSignature("toxic", hash, "用量待核", entries, Measures2004, CoSigner, Noon));
        Assert.Equal(["signature_refused"], Codes(refused, entries));
        Assert.Empty(Codes(refused.Apply(refused.Sign("toxic", hash, entries, Measures2004, CoSigner, Noon)), entries));
    }

    [Fact]
    public void Only_the_publisher_publishes_and_gives_up()
    {
        ListEntry[] entries = [Open().Fixed()];
        var list = OpenList();
        Refused("wrong_department", () => list.Publish("1", Day, entries, Measures2016, RunCondition.Clean, CoSigner, Noon));
        Refused("outside_region", () => list.Publish("1", Day, entries, Measures2016, RunCondition.Clean, City, Noon));
        Refused("number_required", () => list.Publish(" ", Day, entries, Measures2016, RunCondition.Clean, Publisher, Noon));
        Refused("stale_version", () => list.Publish("1", Day, entries, Measures2016, RunCondition.Clean, Publisher, Noon, 7));
        Refused("reason_required", () => list.Abandon(null, Publisher, Noon));
        Assert.Equal(ListState.Abandoned, list.Apply(list.Abandon("重新筛查", Publisher, Noon)).State);
    }

    [Fact]
    public void What_is_public_reads_back_and_holds_no_account_and_no_value_outside_the_list_of_polluters()
    {
        ListEntry[] entries = [Open().Fixed()];
        var json = Encoding.UTF8.GetString(Publish(OpenList(), entries).Publication.ToJson());
        Assert.Equal(json, Encoding.UTF8.GetString(PublishedList.Read(json).ToJson()));
        Assert.DoesNotContain("county", json, StringComparison.Ordinal);
        Assert.DoesNotContain("132", json, StringComparison.Ordinal);
        Assert.Contains("广东省2025年度第一批强制性清洁生产审核企业名单", json, StringComparison.Ordinal);
        Assert.Contains("第八条", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_polluters_is_a_publication_of_its_own_with_values_and_limits()
    {
        ListEntry[] entries = [Open(Opening(classId: "polluters"), Measures2004).Fixed(Measures2004)];
        var list = ReviewedList.Opened(ReviewedList.Open(Head(ListKind.Polluters), Measures2004, Publisher, Noon));
        var published = Publish(list, entries, Measures2004).Publication;
        var csv = Encoding.UTF8.GetString(published.ToCsv(DocumentLanguage.Chinese));
        Assert.Contains("DW001,化学需氧量,2024-03-04,132,90,mg/L,1.46", csv, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF序号,企业名称", csv, StringComparison.Ordinal);
        Refused("no_polluters_list", () => ReviewedList.Open(Head(ListKind.Polluters), ListProcedure.Of([Shipped.Pack("rules/cn/code-2026.json")]), Publisher, Noon));
    }

    [Fact]
    public void A_name_that_is_a_formula_is_text_in_the_table()
    {
        var entry = Open(Opening() with { FacilityName = "=HYPERLINK(\"http://x\")", Place = "-甲,乙" }).Fixed();
        var csv = Encoding.UTF8.GetString(Publish(OpenList(), [entry]).Publication.ToCsv(DocumentLanguage.English));
        Assert.Contains("1,\"'=HYPERLINK(\"\"http://x\"\")\",A,\"'-甲,乙\",Over limits,listed", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_bears_a_number_and_no_other_list_does()
    {
        Refused("amendment_number", () => OpenList(Head(ListKind.Amendment)));
        Refused("amendment_number", () => OpenList(Head(ListKind.Audit, 1)));
    }

    [Fact]
    public void The_list_in_force_is_the_publication_with_its_amendments()
    {
        var first = Publish(OpenList(), [Open(Opening("A")).Fixed(), Open(Opening("B")).Fixed()]).Publication;
        var leaving = ListEntry.Opened(ListEntry.Open(Opening("A", origin: EntryOrigin.Removal, outcome: Outcome.NotTriggered), Measures2016, Officer.System, Noon, "监测数据更正后未超标")).Fixed();
        var amendment = Publish(OpenList(Head(ListKind.Amendment, 1)), [leaving, Open(Opening("C")).Fixed()]).Publication;
        Assert.Equal([PublishedChange.Left, PublishedChange.Joined], amendment.Entries.Select(e => e.Change));
        Assert.Equal("监测数据更正后未超标", amendment.Entries[0].Reasons[0].Sentence.Zh);
        var current = CurrentList.Of(first, [amendment]);
        Assert.Equal(["B", "C"], current.Entries.Select(e => e.FacilityId.Value));
        Assert.Equal(2, first.Entries.Count);
        Refused("amendment_mismatch", () => CurrentList.Of(first, [amendment with { Amendment = 2 }]));
        Refused("amendment_mismatch", () => CurrentList.Of(first, [amendment, amendment with { Amendment = 2 }]));
        Refused("amendment_mismatch", () => CurrentList.Of(first, [amendment with { Batch = 2 }]));
    }

    [Theory]
    [InlineData(1, null, "2025年度第一批")]
    [InlineData(10, null, "2025年度第十批")]
    [InlineData(21, null, "2025年度第二十一批")]
    [InlineData(2, 12, "2025年度第二批第十二次调整")]
    public void A_batch_is_named_as_lists_are(int batch, int? amendment, string name) => Assert.Equal(name, BatchName.Of(2025, batch, amendment).Zh);

    [Fact]
    public void Events_of_a_list_are_read_as_they_were_written()
    {
        var list = OpenList();
        ListEvent[] events =
        [
            ReviewedList.Open(Head(), Measures2016, Publisher, Noon), list.Abandon("重来", Publisher, Noon), Publish(list, [Open().Fixed()]).List,
            new(2, ListAct.Sign, CoSigner, Noon) { ClassId = "toxic", Sha256 = new string('d', 64) },
        ];
        foreach (var json in events.Select(EventJson.Write)) Assert.Equal(json, EventJson.Write(EventJson.Read<ListEvent>(json)));
        Assert.Contains("\"kind\":\"audit\",\"year\":2025,\"batch\":1,\"jurisdiction\":\"44\"", EventJson.Write(events[0]), StringComparison.Ordinal);
    }

    private static string[] Codes(ReviewedList list, ListEntry[] entries) =>
        [.. PublicationGate.Of(list, entries, Measures2004, RunCondition.Clean).Where(i => i.Blocks).Select(i => i.Code)];

    private static PublicationEvents Publish(ReviewedList list, ListEntry[] entries, ListProcedure? procedure = null) =>
        list.Publish("粤环〔2025〕1号", Day, entries, procedure ?? Measures2016, RunCondition.Clean, Publisher, Noon);
}
