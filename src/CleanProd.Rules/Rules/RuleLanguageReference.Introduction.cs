namespace CleanProd.Rules.Rules;

/// <summary>What the words alone do not tell.</summary>
public static partial class RuleLanguageReference
{
    private const string Introduction = """
        # The rule language

        *Made from the code by `cleanprod rules language`; do not edit by hand.*

        A rule pack (`rules/**/*.json`, schema in `rules/schema/rule-pack.schema.json`) is one instrument as data. Its `workflows` are
        Microsoft RulesEngine workflows, unchanged; each rule's `Expression` is a condition over the facts of one facility and one period.

        ## Conditions

        | write | for |
        |---|---|
        | `and`, `or`, `not`, brackets | combining |
        | `==` `!=` `>` `>=` `<` `<=` | comparing; texts only with `==` and `!=` |
        | `+ - * /`, `Math.Abs`, `Math.Min`, `Math.Max`, `iif(test, a, b)` | arithmetic, in exact decimals |
        | `list.Any(x => …)`, `list.All(x => …)`, `list.Where(x => …)` | over a list of facts |
        | `list.Count(x => …)`, `Sum`, `Min`, `Max`, `Average` | counting and aggregating |
        | `text.Contains("…")`, `StartsWith`, `EndsWith`, `word in ("a", "b")` | texts, letter for letter |
        | `word == null` | asks whether a fact is present; a question of two values |

        Nothing else is allowed: no types, no `new`, no clock, no other methods. A condition has at most 2,000 characters and 50 nested brackets.
        Numbers are decimals; a number that stands between numbers only needs the suffix `m` (`0.1m`).

        ## Units

        Every number has a unit, and only what is measured alike is compared, added or taken apart; anything else is refused, with line and column.

        - A parameter is in its `unit`. Counts and ratios are in `1`, days in `d`, months in `mo`, years in `a`; a share is `1`, so that a limit of `75` in `%`
          is refused beside a share: write `0.75`.
        - A number of a list item whose unit is `Unit` is in the unit that the item names, which differs from item to item. Within one item such numbers go
          together (`d.Discharged > d.Quota`). Beside a parameter say which items are meant: `m.Unit == "mg/L" and m.MaxValue > p.Limit`, or convert:
          `d.DischargedIn("t") > p.Limit`. Added up over items, or beside a bare number, they are right only while all come in one unit: `rules analyse` finds
          where nothing says so (`unit_unsaid`).
        - A bare number takes the unit of what it is compared with; multiplied in, it may be a conversion (`years * 12 > months`), so that only the kind of unit
          is checked then. An indicator has the unit that was reported with it.
        - A word that can hold a few texts only (`Status`, `Medium`, `Origin`, `Window`, `Role`, `Kind`, `Method`) is compared with one of them, a date with a
          day written as `"2016-07-01"`.

        ## Three values

        The author writes ordinary conditions; the engine reads each of them twice, as *certain* and as *possible*, and answers
        `triggered` (certain), `not_triggered` (not possible) or `undetermined` (possible, not certain), naming the absent facts.

        - A comparison with a missing fact is undetermined, and so is its negation.
        - A fact that does not exist ("no quota was ever assigned") is *none*: comparisons with it are false, and
          `!=` is true.
        - A list that is known to be incomplete makes `Any` undetermined rather than false, and `All` undetermined rather than true.
        - A count, a sum of quantities or a maximum over incomplete facts is a bound: `Sum(…) > 100` may be certain although a term is missing.
        - A division by zero or an overflow is an `error`, which blocks the release of a list. It is never a no.

        ## Around the condition

        In a rule's `Properties`: `ground`; `citation` and `sentence` in `zh` and `en`; `appliesWhen`, a condition without which the rule is
        `not_applicable`; `requires`, values that must all be present, else the rule is undetermined; `exceptions`, each with `when`, `citation`
        and `sentence`, which lift a triggered rule. `LocalParams` and `GlobalParams` name parts of a condition. Groups use `Operator`
        (`And`, `Or`, `AndAlso`, `OrElse`) and `Rules`.

        `parameters` are dated: `p.Name` is the value in force on the determination date: a number, a list of texts or a table of numbers by key.

        `procedure` says who makes the list: for each set of grounds the side of government that leads, the level that proposes, verifies and
        fixes, and who signs jointly; `polluters` names the grounds of a separate publication, where the law knows one. A pack without it has the
        plain chain of county, city and province on the environmental side.

        `clauses` lists what the instrument says about whom it binds: for each `clause` the `rules` that judge it, or why it is `notJudged`.

        `proof` explains what cases cannot show: `survivors` are small mistakes that no case can notice (`rule`, `part`, `mutant` as `rules mutate` names it, and
        the `reason`), `accepted` are findings of `rules analyse` that are no mistakes (`finding`, `at`, `reason`).

        `cases` are examples: rows of the tables of the data set ([data format](data-format.md)), and what is expected. `cleanprod rules check P` tells whether a pack can be
        used, `cleanprod rules test P` runs its cases with both readers, `cleanprod rules explain P` says it in words.

        ## A whole pack

        ```json
        {
          "id": "example-spills",
          "title": { "zh": "示例：溢流次数", "en": "Example: spill count" },
          "instrument": {
            "law": { "zh": "《示例办法》", "en": "Example Measures" }, "number": "No. 1", "promulgated": "2020-01-01",
            "inForce": { "from": "2020-07-01", "to": null }, "basis": "derived"
          },
          "jurisdiction": "EX",
          "governs": { "from": "2020-07-01", "to": null },
          "period": { "kind": "year" },
          "parameters": [
            { "id": "MostSpills", "kind": "number", "unit": "1", "title": { "zh": "溢流次数上限", "en": "most spills" },
              "values": [
                { "from": "2020-07-01", "to": "2022-12-31", "value": 60, "citation": "Art. 3", "basis": "derived" },
                { "from": "2023-01-01", "to": null, "value": 40, "citation": "Art. 3 as amended", "basis": "derived" } ] } ],
          "workflows": [
            { "WorkflowName": "spills",
              "Rules": [
                { "RuleName": "too_many_spills",
                  "Expression": "indicators.Value(\"spill_count\") > p.MostSpills",
                  "Properties": {
                    "ground": "S1",
                    "citation": { "zh": "《示例办法》第三条", "en": "Example Measures Art. 3" },
                    "sentence": { "zh": "溢流次数超过上限", "en": "more spills than allowed" },
                    "appliesWhen": "facility.Status != \"closed\"" } } ] } ],
          "cases": [
            { "name": "41 spills are too many from 2023", "asOf": "2024-01-15", "year": 2023,
              "facts": {
                "facilities": [ { "facility_id": "A", "name": "Outfall A" } ],
                "indicators": [ { "facility_id": "A", "indicator": "spill_count", "year": 2023, "value": 41 } ] },
              "expect": { "outcome": "triggered", "rules": { "too_many_spills": { "outcome": "triggered", "citation": "Art. 3" } } } },
            { "name": "without a count nothing is decided", "asOf": "2024-01-15", "year": 2023,
              "facts": { "facilities": [ { "facility_id": "A", "name": "Outfall A" } ] },
              "expect": { "outcome": "undetermined", "rules": { "too_many_spills": { "outcome": "undetermined", "missing": ["spill_count"] } } } } ]
        }
        ```

        # The words

        """;
}
