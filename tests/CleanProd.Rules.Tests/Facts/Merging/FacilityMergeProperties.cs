using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Tests.Storage;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.Facts.Merging.InventedImports;

namespace CleanProd.Rules.Tests.Facts.Merging;

public class FacilityMergeProperties
{
    [Property(MaxTest = 200)]
    public void Added_imports_may_be_merged_in_any_grouping(int seed)
    {
        var layers = Layers(new Random(seed), 3, _ => ImportMode.Adds);
        var whole = FacilityMerge.Merge(layers).Records;
        AnyFacts.AssertEqual(whole, FacilityMerge.Merge([Together(layers[0], layers[1]), layers[2]]).Records);
        AnyFacts.AssertEqual(whole, FacilityMerge.Merge([layers[0], Together(layers[1], layers[2])]).Records);
    }

    [Property(MaxTest = 200)]
    public void What_is_known_before_an_import_may_be_merged_first_in_either_mode(int seed)
    {
        var random = new Random(seed);
        var layers = Layers(random, 4, _ => (ImportMode)random.Next(2));
        AnyFacts.AssertEqual(FacilityMerge.Merge(layers).Records, FacilityMerge.Merge([Together(layers[0], layers[1], layers[2]), layers[3]]).Records);
    }

    [Property(MaxTest = 200)]
    public void The_same_import_once_more_changes_nothing_in_either_mode(int seed)
    {
        var random = new Random(seed);
        var layers = Layers(random, 3, _ => (ImportMode)random.Next(2));
        var once = FacilityMerge.Merge(layers);
        var twice = FacilityMerge.Merge([.. layers, layers[^1] with { Scope = layers[^1].Scope with { Import = 99 } }]);
        AnyFacts.AssertEqual(once.Records, twice.Records);
        Assert.Equal(once.Superseded.Count, twice.Superseded.Count);
    }

    [Property(MaxTest = 200)]
    public void How_rows_of_different_things_are_spread_over_imports_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var row = 0;
        // One row of the facility itself, since descriptions are completed rather than kept apart.
        var rows = Some(random, 30, ref row).Where(r => r.Table != "facilities").Append(Facility(++row, "name:厂")).ToArray();
        var whole = Adds(1, rows).Records;
        var parts = rows.GroupBy(_ => random.Next(4)).Select((part, i) => Adds(i + 1, [.. part])).ToArray();
        random.Shuffle(parts);

        var merged = FacilityMerge.Merge(parts);

        AnyFacts.AssertEqual(whole, merged.Records);
        Assert.Empty(merged.Superseded);
    }

    [Property(MaxTest = 200)]
    public void Every_row_holds_or_is_listed_as_superseded_or_says_the_same_as_one_that_holds(int seed)
    {
        var random = new Random(seed);
        var layers = Layers(random, 4, _ => (ImportMode)random.Next(2));
        var merged = FacilityMerge.Merge(layers);
        foreach (var layer in layers)
        {
            foreach (var row in layer.Records.Discharges)
            {
                Assert.True(
                    merged.Records.Discharges.Any(d => (d with { Source = row.Source }) == row)
                    || merged.Superseded.Any(s => s.Earlier == row.Source && s.EarlierImport == layer.Scope.Import)
                    || layers.Any(l => l.Scope.Import > layer.Scope.Import && l.Records.Discharges.Any(d => (d with { Source = row.Source }) == row)));
            }

            foreach (var point in layer.Records.Series.SelectMany(s => s.Points()))
            {
                Assert.True(
                    merged.Records.Series.Any(s => s.Points().Any(p => (p with { Source = point.Source }) == point))
                    || merged.Superseded.Any(s => s.Earlier == point.Source && s.EarlierImport == layer.Scope.Import)
                    || layers.Any(l => l.Scope.Import > layer.Scope.Import && l.Records.Series.Any(s => s.Points().Any(p => (p with { Source = point.Source }) == point))));
            }
        }
    }

    [Property(MaxTest = 200)]
    public void A_blank_never_takes_away_what_an_earlier_row_told(int seed)
    {
        var layers = Layers(new Random(seed), 4, _ => ImportMode.Adds);
        var merged = FacilityMerge.Merge(layers).Records;
        Assert.Equal(layers.Select(l => l.Records.Facility.Region).LastOrDefault(r => r is not null), merged.Facility.Region);
        Assert.Equal(layers.Select(l => l.Records.Facility.Industry).LastOrDefault(r => r is not null), merged.Facility.Industry);
        foreach (var outlet in merged.Outlets)
        {
            Assert.Equal(
                layers.SelectMany(l => l.Records.Outlets).Where(o => o.Id == outlet.Id).Select(o => o.Grade).LastOrDefault(g => g is not null),
                outlet.Grade);
        }
    }

    [Property(MaxTest = 200)]
    public void After_a_replacing_import_its_tables_hold_in_its_years_nothing_else(int seed)
    {
        var random = new Random(seed);
        var layers = Layers(random, 3, i => i == 2 ? ImportMode.Replaces : ImportMode.Adds);
        var (merged, last) = (FacilityMerge.Merge(layers).Records, layers[2]);
        Assert.Equal(last.Records.Energy, merged.Energy.Where(e => last.Scope.Replaces("energy", e.Year)));
        Assert.Equal(last.Records.Substances, merged.Substances.Where(s => last.Scope.Replaces("substances", s.Year)));
        Assert.Equal(last.Records.Discharges, merged.Discharges.Where(d => last.Scope.Replaces("discharges", d.Period.Year)));
        if (last.Scope.Replaces("audits", null)) Assert.Equal(last.Records.Audits, merged.Audits);
        Assert.Equal(
            last.Records.Series.SelectMany(s => s.Points()),
            merged.Series.SelectMany(s => s.Points()).Where(p => last.Scope.Replaces("measurements", p.At.Year)));
    }

    private static FactLayer[] Layers(Random random, int count, Func<int, ImportMode> mode)
    {
        var row = 0;
        return [.. Enumerable.Range(0, count).Select(i => Layer(i + 1, mode(i), Some(random, 12, ref row)))];
    }

    private static FactLayer Together(params FactLayer[] layers) => new(
        new ImportScope(layers[^1].Scope.Import, ImportMode.Adds, new Dictionary<string, IReadOnlySet<int>>()), FacilityMerge.Merge(layers).Records);
}
