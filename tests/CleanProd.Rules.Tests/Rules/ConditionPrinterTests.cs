using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;
using Xunit;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>Conditions have one form.</summary>
public class ConditionPrinterTests
{
    [Theory]
    [InlineData("monitoring.Any(x => x.ExceedanceCount>0 && (x.Window == \"day\"))", "monitoring.Any(m => m.ExceedanceCount > 0 and m.Window == \"day\")")]
    [InlineData("(energy.Any() or substances.Any()) and not (facility.Status == \"closed\")", "(energy.Any() or substances.Any()) and not (facility.Status == \"closed\")")]
    [InlineData("energy.Any() or (substances.Any() and quotas.Any())", "energy.Any() or (substances.Any() and quotas.Any())")]
    [InlineData("discharges.Sum(d => d.Discharged) - (1 - 2) > 3 * (4 + 5)", "discharges.Sum(d => d.Discharged) - (1 - 2) > 3 * (4 + 5)")]
    [InlineData("discretion.Value(\"a\") == null", "discretion.Value(\"a\") == null")]
    [InlineData("indicators.ValueIn(\"x\", period.Year-1) > 1", "indicators.ValueIn(\"x\", period.Year - 1) > 1")]
    [InlineData("not(facility.Region in (\"44\", facility.Industry)) and facility.Region in (\"45\")", "not (facility.Region in (\"44\", facility.Industry)) and facility.Region in (\"45\")")]
    public void A_condition_prints_in_one_form_that_reads_as_itself(string written, string printed)
    {
        Assert.Equal(printed, Print(written));
        Assert.Equal(printed, Print(printed));
    }

    [Fact]
    public void Every_condition_of_the_shipped_packs_prints_to_what_reads_the_same()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped.PathOf("rules"), "*.json", SearchOption.AllDirectories).Where(f => !f.Contains("schema", StringComparison.Ordinal)))
        {
            var pack = PackReader.Read(File.ReadAllText(file), file);
            foreach (var condition in CompiledPack.Compile(pack, pack.GovernsTo ?? pack.GovernsFrom.AddYears(1)).Rules.SelectMany(r => r.Parts()).Select(p => ConditionPrinter.Print(p.Condition.Expression)))
                // Values of parameters stand in place; lists have no text of their own.
                if (!condition.Contains('[', StringComparison.Ordinal)) Assert.Equal(condition, Print(condition));
        }
    }

    private static string Print(string condition)
    {
        var pack = Shipped.Pack("rules/cn/measures-2016.json");
        var parser = new ConditionParser("test", ParameterSet.On(pack, pack.GovernsFrom));
        return ConditionPrinter.Print(parser.Condition(new(condition, new(1, 1), [])));
    }
}
