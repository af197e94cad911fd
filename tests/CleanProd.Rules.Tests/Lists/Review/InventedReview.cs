using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using Xunit;

namespace CleanProd.Rules.Tests.Lists.Review;

/// <summary>Officers of Guangdong and entries of the invented province, with short ways to act.</summary>
internal static class InventedReview
{
    internal static readonly DateTimeOffset Noon = new(2025, 3, 3, 12, 0, 0, TimeSpan.FromHours(8));
    internal static readonly DocumentRef Minutes = new("会议纪要.pdf", new string('a', 64));
    internal static readonly RegionCode Province = new("44");

    internal static readonly Officer County = Environment("county", "440106");
    internal static readonly Officer City = Environment("city", "4401");
    internal static readonly Officer Fixer = Environment("province", "44");
    internal static readonly Officer Publisher = Environment("publisher", "44");
    internal static readonly Officer CoSigner = new("cosigner", "发改会签人", Department.Development, Province);

    internal static readonly ListProcedure Measures2016 = ListProcedure.Of([Shipped.Pack("rules/cn/measures-2016.json")]);
    internal static readonly ListProcedure Measures2004 = ListProcedure.Of([Shipped.Pack("rules/cn/measures-2004.json")]);

    internal static Officer Environment(string id, string region) => new(id, id, Department.Environment, new(region));

    internal static ListHead Head(ListKind kind = ListKind.Audit, int? amendment = null) =>
        new(kind, 2025, 1, Province, new("广东省", "Guangdong"), Department.Environment, new("《清洁生产审核办法》", "Measures")) { Amendment = amendment };

    internal static EntryOpening Opening(
        string id = "A", string classId = "double_over", EntryOrigin origin = EntryOrigin.Screening, Outcome outcome = Outcome.Triggered, string region = "440106", decimal value = 132m) =>
        new(new(id), "甲厂" + id, new(region), "广州市天河区", classId, origin, Machine(outcome, classId, value));

    internal static MachineResult Machine(Outcome outcome, string classId = "double_over", decimal value = 132m)
    {
        var ground = ListClass.GroundsOf(classId)[0];
        var reason = new EntryReason(ground, ground, new("超过标准", "Over"), new("第八条", "Art. 8"),
            [new ReasonFact { Outlet = "DW001", Code = "w01018", Name = "化学需氧量", At = "2024-03-04", Value = PlainNumber.Text(value), Limit = 90m, Unit = "mg/L", Ratio = value / 90m }]);
        return outcome == Outcome.Triggered ? new(outcome, [ground], [reason], new string('b', 64)) : new(outcome, [], [], new string('c', 64));
    }

    internal static ListEntry Open(EntryOpening? opening = null, ListProcedure? procedure = null) =>
        ListEntry.Opened(ListEntry.Open(opening ?? Opening(), procedure ?? Measures2016, Officer.System, Noon));

    internal static ListEntry Do(this ListEntry entry, EntryAct act, Officer by, string? reason = null, DocumentRef? document = null, ListProcedure? procedure = null) =>
        entry.Apply(entry.Next(new(act, by, Noon) { Reason = reason, Document = document }, procedure ?? Measures2016));

    internal static ListEntry Fixed(this ListEntry entry, ListProcedure? procedure = null) => entry
        .Do(EntryAct.Propose, County, procedure: procedure).Do(EntryAct.Verify, City, procedure: procedure).Do(EntryAct.Fix, Fixer, procedure: procedure);

    internal static ReviewedList OpenList(ListHead? head = null, ListProcedure? procedure = null) =>
        ReviewedList.Opened(ReviewedList.Open(head ?? Head(), procedure ?? Measures2016, Publisher, Noon));

    internal static RefusedActException Refused(string code, Func<object?> act)
    {
        var refused = Assert.Throws<RefusedActException>(() => { act(); });
        Assert.Equal(code, refused.Code);
        Assert.False(string.IsNullOrWhiteSpace(refused.Reason.Zh) || string.IsNullOrWhiteSpace(refused.Reason.En));
        return refused;
    }
}
