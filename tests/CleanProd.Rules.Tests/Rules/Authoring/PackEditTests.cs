using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Packs are begun, copied and changed without a programmer.</summary>
public class PackEditTests
{
    [Fact]
    public void A_new_pack_is_usable_covered_proved_and_without_findings()
    {
        var text = PackEdit.New("cn-local-2027", "CN", new(2027, 1, 1));
        var pack = PackCheck.Read(text, "new.json");
        Assert.All(PackCaseRunner.Run(pack, Shipped.Reference), r => Assert.True(r.Verdict == CaseVerdict.Pass, string.Join("; ", r.Messages)));
        Assert.All(PackCoverage.Of(pack, Shipped.Reference), t => Assert.True(t.IsCovered, t.Text));
        Assert.All(PackMutation.Of(pack, Shipped.Reference), m => Assert.True(m.NoticedBy is not null, m.What.En));
        Assert.Empty(PackAnalysis.Of([pack], Shipped.Reference));
        Assert.Equal(text, PackFormat.Format(text, "new.json"));
    }

    [Fact]
    public void A_copy_has_another_identity_and_other_days_and_nothing_else_of_its_own()
    {
        const string path = "rules/cn/measures-2016.json";
        var copy = PackCheck.Read(PackEdit.Copy(Shipped.Text(path), path, "cn-measures-2030", new(2030, 1, 1)), "copy.json");
        Assert.Equal(("cn-measures-2030", new DateOnly(2030, 1, 1), null), (copy.Id, copy.GovernsFrom, copy.GovernsTo));
        Assert.Equal(Shipped.Pack(path).Rules.Select(r => r.Name), copy.Rules.Select(r => r.Name));
    }

    [Fact]
    public void A_condition_is_put_into_a_rule_and_a_wrong_one_is_refused()
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var changed = PackReader.Read(PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_60", "indicators.Value(\"spill_count\")>=p.ManySpills"), path);
        Assert.Equal("indicators.Value(\"spill_count\") >= p.ManySpills", Assert.IsType<ConditionNode.Leaf>(changed.Rules[0].Condition).Text.Text);
        Assert.Contains("Did you mean 'spills_over_60'?", Assert.Throws<PackException>(() => PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_6", "true")).Message, StringComparison.Ordinal);
        Assert.Throws<PackException>(() => PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_60", "DateTime.Now.Year > 1"));
    }
}
