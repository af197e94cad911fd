using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using Newtonsoft.Json.Linq;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>The structured forms of conditions, the texts of forms, and what is said of forms that are none: approved as a whole.</summary>
public class FormTableTests
{
    private const string Condition = "text: ", Form = "form: ";

    private static readonly string[] Inputs =
    [
        .. ((string[])
        [
            "true", "false", "not energy.Any()", "energy.Any() and quotas.Any() and audits.Any()", "energy.Any() or quotas.Any() or audits.Any()", "energy.Any() and (quotas.Any() or audits.Any())", "(energy.Any() ? quotas.Any() : audits.Any())", "facility.HasEnergyLimit", "facility.KeySource == true", "facility.KeySource != false", "facility.RegionIn(\"44\") == true", "(indicators.Value(\"x\") > 2) == true", "facility.Region == null", "null != facility.Region", "facility.Region in (\"44\", \"45\")", "facility.Name.Contains(\"甲\")", "facility.Name == \"a\\\"b\"", "facility.EiaApprovedOn >= \"2016-07-01\"", "facility.EiaApprovedOn.Year > 2015", "facility.EiaApprovedOn.Value.Month == 3",
            "indicators.Value(\"x\") > 2", "indicators.Value(\"x\") > 2m", "indicators.Value(\"x\") < 2.50m", "indicators.Value(\"x\") <= -1", "indicators.Value(\"x\") != 1", "indicators.Value(\"x\") >= 1", "-indicators.Value(\"x\") > 2", "indicators.Value(\"x\") + 1 - 2 > 3", "indicators.Value(\"x\") * 2 / 3 > 4", "Math.Max(indicators.Value(\"x\"), 1m) > 2", "Math.Abs(indicators.Value(\"x\")) > 2", "iif(energy.Any(), 1m, indicators.Value(\"x\")) > 2", "period.Year - 1 > 2000", "p.Two > 1", "monitoring.Any(m => p.Named.Contains(m.Pollutant))", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))",
            "monitoring.Any(m => m.HasUpperLimit)", "monitoring.All(m => m.ExceedanceCount > 0)", "monitoring.Where(m => m.Medium == \"water\").Where(n => n.ExceedanceCount > 0).Any()", "monitoring.Where(m => m.Medium == \"water\").All(n => n.ExceedanceCount > 0)", "monitoring.Count() > 2", "monitoring.Count(m => m.ExceedanceCount > 0) > 2", "monitoring.Where(m => m.Medium == \"water\").Count() > 2", "monitoring.Sum(m => m.ExceedanceCount) > 2", "monitoring.Min(m => m.MaxRatio) > 2", "monitoring.Max(m => m.MaxRatio) > 2", "monitoring.Average(m => m.MaxRatio) > 2", "monitoring.Any(m => monitoring.Any(n => m.MaxRatio > n.MaxRatio)) or monitoring.Any(o => o.MaxRatio > 1)", "monitoring.Any(m => m.MonthsAtOrOver(1.4m) >= 2)", "monitoring.Any(m => m.LimitHigh == null and m.ExceedanceCount == 0)", "energy.Any() == true", "null == null", "facility.RegionIn(null)", "facility.Region in (\"44\", null)", "(energy.Any() ? null : indicators.Value(\"x\")) > 2",
        ]).Select(c => Condition + c),
        .. ((string[])
        [
            // Not even an object, or an object that is no form.
            "", "1", "[]", "{}", "{ \"all\": 1 }", "{ \"all\": [] }", "{ \"any\": [{}] }", "{ \"any\": [1] }", "{ \"alll\": [{ \"always\": true }] }", "{ \"zzz\": 1 }", "{ \"all\": [{ \"always\": true }], \"any\": [] }", "{ \"always\": 1 }", "{ \"always\": false }", "{ \"all\": [{ \"always\": true }] }", "{ \"any\": [{ \"always\": true }, { \"always\": false }] }", "{ \"not\": { \"always\": true } }", "{ \"not\": null }", "{ \"not\": {}", "{ \"always\": true } x",
            // Comparisons.
            "{ \"compare\": [{ \"word\": \"facility.Name\" }, \"==\", { \"text\": \"a\" }] }", "{ \"compare\": [{ \"word\": \"facility.Name\" }, \"=\", { \"text\": \"a\" }] }", "{ \"compare\": [{ \"word\": \"facility.Name\" }, \"==\"] }", "{ \"compare\": [{ \"word\": \"facility.Name\" }, 1, { \"text\": \"a\" }] }", "{ \"compare\": 1 }", "{ \"compare\": [{ \"word\": \"facility.Name\" }, \"!=\", { \"text\": 1 }] }", "{ \"compare\": [{ \"word\": \"facility.EiaApprovedOn\" }, \">\", { \"day\": \"2016-07-01\" }] }", "{ \"compare\": [{ \"word\": \"facility.EiaApprovedOn\" }, \">\", { \"day\": \"1.7.2016\" }] }", "{ \"compare\": [{ \"word\": \"facility.KeySource\" }, \"==\", { \"yes\": true }] }", "{ \"compare\": [{ \"word\": \"facility.KeySource\" }, \"==\", { \"yes\": \"true\" }] }", "{ \"compare\": [{ \"word\": \"facility.KeySource\" }, \"==\", { \"yse\": true }] }", "{ \"is\": [{ \"holds\": { \"word\": \"facility.HasEnergyLimit\" } }, \"==\", { \"always\": true }] }", "{ \"is\": [{ \"word\": \"facility.HasEnergyLimit\" }, \"==\", { \"always\": true }] }",
            "{ \"in\": [{ \"word\": \"facility.Region\" }, [{ \"text\": \"44\" }, { \"text\": \"45\" }]] }", "{ \"in\": [{ \"word\": \"facility.Region\" }, []] }", "{ \"in\": [{ \"word\": \"facility.Region\" }, { \"text\": \"44\" }] }", "{ \"in\": [{ \"word\": \"facility.Region\" }] }", "{ \"present\": { \"word\": \"facility.Region\" } }", "{ \"absent\": { \"word\": \"facility.Region\" } }", "{ \"absent\": {} }", "{ \"holds\": { \"word\": \"facility.HasEnergyLimit\" } }", "{ \"holds\": { \"word\": \"facility.RegionIn\", \"with\": [{ \"text\": \"44\" }] } }", "{ \"holds\": { \"word\": \"facility.RegionIn\", \"with\": { \"text\": \"44\" } } }", "{ \"if\": { \"always\": true }, \"then\": { \"always\": false }, \"else\": { \"always\": true } }", "{ \"if\": { \"always\": true }, \"then\": { \"always\": false } }",
            // Nothing.
            "{ \"absent\": { \"none\": true } }", "{ \"in\": [{ \"word\": \"facility.Region\" }, [{ \"text\": \"44\" }, { \"none\": true }]] }", "{ \"present\": { \"none\": false } }", "{ \"present\": { \"none\": \"true\" } }", "{ \"holds\": { \"none\": true } }", "{ \"present\": { \"non\": true } }",
            // Numbers.
            "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": 2 }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \"2\" }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">=\", { \"number\": 2.50 }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \"<\", { \"number\": \"2.50\", \"exact\": true }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \"<=\", { \"number\": 2, \"exact\": true }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \"<=\", { \"number\": 2, \"exact\": false }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \"1,5\" }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \"1e5\" }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \"-3\" }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \"+3\" }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": true }] }", "{ \"compare\": [{ \"word\": \"period.Year\" }, \">\", { \"number\": \" 3\" }] }",
            "{ \"compare\": [{ \"plus\": [{ \"word\": \"period.Year\" }, { \"number\": 1 }] }, \">\", { \"minus\": [{ \"number\": 5 }, { \"number\": 1 }] }] }", "{ \"compare\": [{ \"times\": [{ \"word\": \"period.Year\" }, { \"number\": 1 }] }, \">\", { \"over\": [{ \"number\": 5 }, { \"negative\": { \"number\": 1 } }] }] }", "{ \"compare\": [{ \"plus\": [{ \"word\": \"period.Year\" }] }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"pluss\": [] }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"if\": { \"always\": true }, \"then\": { \"number\": 1 }, \"else\": { \"number\": 2 } }, \">\", { \"number\": 1 }] }",
            // Words.
            "{ \"holds\": { \"word\": \"\" } }", "{ \"holds\": { \"word\": 1 } }", "{ \"holds\": { \"word\": \"facility..HasEnergyLimit\" } }", "{ \"holds\": { \"word\": \".facility\" } }", "{ \"holds\": { \"word\": \"facility.1\" } }", "{ \"holds\": { \"word\": \"_x.y_1\" } }", "{ \"holds\": { \"word\": \"facility.Name == null\" } }", "{ \"holds\": { \"word\": \"设施\" } }", "{ \"holds\": { \"word\": \"" + new string('a', 200) + "\" } }", "{ \"holds\": { \"word\": \"" + new string('a', 201) + "\" } }",
            // Lists.
            "{ \"some\": { \"of\": \"monitoring\" } }", "{ \"every\": { \"of\": \"monitoring\" } }", "{ \"every\": { \"of\": \"monitoring\", \"as\": \"m\", \"that\": { \"always\": true } } }", "{ \"some\": { \"of\": \"monitoring\", \"that\": { \"always\": true } } }", "{ \"some\": { \"of\": \"monitoring\", \"as\": \"m n\", \"that\": { \"always\": true } } }", "{ \"some\": { \"of\": \"monitoring\", \"where\": [{ \"always\": true }] } }", "{ \"some\": { \"of\": \"monitoring\", \"as\": \"m\", \"where\": [{ \"always\": true }, { \"holds\": { \"word\": \"m.HasUpperLimit\" } }] } }", "{ \"some\": { \"of\": \"monitoring\", \"as\": \"m\", \"where\": { \"always\": true } } }", "{ \"some\": { \"of\": \"monitoring\", \"as\": \"m\", \"taht\": { \"always\": true } } }", "{ \"some\": { \"as\": \"m\", \"that\": { \"always\": true } } }", "{ \"some\": [] }", "{ \"some\": { \"of\": \"monitoring\", \"as\": \"m\", \"value\": { \"always\": true } } }",
            "{ \"compare\": [{ \"count\": { \"of\": \"monitoring\" } }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"count\": { \"of\": \"monitoring\", \"as\": \"m\", \"that\": { \"holds\": { \"word\": \"m.HasUpperLimit\" } } } }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"sum\": { \"of\": \"monitoring\" } }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"sum\": { \"of\": \"monitoring\", \"as\": \"m\", \"value\": { \"word\": \"m.ExceedanceCount\" } } }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"greatest\": { \"of\": \"monitoring\", \"as\": \"m\", \"value\": { \"word\": \"m.MaxRatio\" } } }, \">\", { \"least\": { \"of\": \"monitoring\", \"as\": \"m\", \"value\": { \"word\": \"m.MaxRatio\" } } }] }", "{ \"compare\": [{ \"mean\": { \"of\": \"monitoring\", \"as\": \"m\", \"value\": { \"word\": \"m.MaxRatio\" } } }, \">\", { \"number\": 1 }] }", "{ \"compare\": [{ \"mean\": { \"of\": \"monitoring\", \"as\": \"m\", \"that\": { \"always\": true } } }, \">\", { \"number\": 1 }] }",
        ]).Select(f => Form + f),
    ];

    private static readonly RulePack Parameters = Pack("true", parameters: RandomCondition.Parameters);

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Authoring/forms.txt", Inputs, Said, 8);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Texts_and_forms_are_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_texts_and_forms_are_these() => Table.CheckInputs();

    [Fact]
    public void A_form_may_have_two_thousand_parts()
    {
        static string Of(int parts) => new JObject { ["all"] = new JArray(Enumerable.Range(0, parts).Select(_ => new JObject { ["always"] = true })) }.ToString(Newtonsoft.Json.Formatting.None);
        // Everything in it is counted: objects, members and values, four for a part at most.
        Assert.Equal(": A form may have 2000 parts.", ": " + Assert.Throws<FormException>(() => RuleForms.Text(Of(2666), null)).Message);
        Assert.DoesNotContain("parts.", Assert.ThrowsAny<Exception>(() => RuleForms.Text(Of(2665), null)).Message[..40], StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_and_numbers_of_forms_are_read_as_they_stand()
    {
        Assert.Equal("facility.Name == \"2024-01-01T00:00:00\"", RuleForms.Text("{ \"compare\": [{ \"word\": \"facility.Name\" }, \"==\", { \"text\": \"2024-01-01T00:00:00\" }] }", null));
        Assert.Equal("indicators.Value(\"x\") > 0.1234567890123456789012345678m", RuleForms.Text("{ \"compare\": [{ \"word\": \"indicators.Value\", \"with\": [{ \"text\": \"x\" }] }, \">\", { \"number\": 0.1234567890123456789012345678, \"exact\": true }] }", null));
    }

    private static IEnumerable<string> Said(string input)
    {
        try
        {
            if (input.StartsWith(Form, StringComparison.Ordinal)) return [RuleForms.Text(input[Form.Length..], Parameters)];
            var (text, form) = RuleForms.Of(input[Condition.Length..], Parameters);
            return [text, JToken.Parse(form).ToString(Newtonsoft.Json.Formatting.None), RuleForms.Text(form, Parameters)];
        }
        catch (FormException e)
        {
            return [$"no form at '{e.Path}': {e.Message}"];
        }
        catch (PackException e)
        {
            return e.Errors.Select(x => x.ToString());
        }
    }
}
