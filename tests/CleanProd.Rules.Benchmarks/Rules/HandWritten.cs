using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Benchmarks.Rules;

/// <summary>
/// The same conditions as a programmer writes them out for speed: loops over the same facts, two-valued, with no thought of what is missing.
/// In the order of the packs: G1a, G1b, G2, G3 of the Measures of 2016 and R1 of Guangdong.
/// </summary>
internal static class HandWritten
{
    private static readonly string[] OtherLists = ["class3-other-metals", "toxic-air-2018", "toxic-water-2019", "priority-chemicals-1", "priority-chemicals-2", "new-pollutants-2023"];

    internal static int[] Run(RuleWork work)
    {
        var yes = new int[5];
        for (var round = 0; round < work.Rounds; round++)
        {
            foreach (var facts in work.Facts)
            {
                if (Exceeds(facts)) yes[0]++;
                if (OverQuota(facts)) yes[1]++;
                if (OverEnergyLimit(facts)) yes[2]++;
                if (UsesToxics(facts)) yes[3]++;
                if (OwesAudit(facts)) yes[4]++;
            }
        }

        return yes;
    }

    private static bool Exceeds(FacilityFacts facts)
    {
        for (var i = 0; i < facts.Monitoring.Count; i++)
            if (facts.Monitoring[i].ExceedanceCount > 0) return true;
        return false;
    }

    private static bool OverQuota(FacilityFacts facts)
    {
        for (var i = 0; i < facts.Discharges.Count; i++)
            if (facts.Discharges[i] is { IsKeyPollutant: true } d && d.Discharged > d.Quota) return true;
        return false;
    }

    private static bool OverEnergyLimit(FacilityFacts facts)
    {
        var limited = false;
        for (var i = 0; i < facts.Energy.Count; i++)
        {
            if (facts.Energy[i].UnitConsumption > facts.Energy[i].Limit) return true;
            limited |= facts.Energy[i].HasLimit;
        }

        return !limited && facts.Discretion.Value("energy_over_limit") == "true";
    }

    private static bool UsesToxics(FacilityFacts facts)
    {
        var other = false;
        for (var i = 0; i < facts.Substances.Count; i++)
        {
            if (facts.Substances[i].ToxicClass > 0) return true;
            foreach (var list in OtherLists) other |= facts.Substances[i].InCatalogue(list);
        }

        return (other || facts.Discretion.Recorded("class5_toxic")) && facts.Discretion.Value("class5_toxic") == "true";
    }

    private static bool OwesAudit(FacilityFacts facts)
    {
        for (var i = 0; i < facts.Audits.Count; i++)
        {
            var a = facts.Audits[i];
            if (a.Kind == "mandatory" && ((a.ReportedOn is null && a.AcceptedOn is null && a.MonthsSinceListed >= 12) || a.Result == "failed")
                && (facts.Audits.YearsSinceLastAccepted is not { } years || years * 12 > a.MonthsSinceListed)) return true;
        }

        return false;
    }
}
