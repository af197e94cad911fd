using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>What became of one part of a foreign workflow file.</summary>
/// <param name="Rule">The rule; empty for a part of a workflow.</param>
/// <param name="Verdict"><c>taken</c>, <c>changed</c> or <c>refused</c>.</param>
/// <param name="Reason">Why; for what was changed, how.</param>
/// <param name="Position">Line and column in the file.</param>
public sealed record ImportedPart(string Rule, string Verdict, string Reason, TextPosition Position);

/// <summary>
/// Takes an existing RulesEngine workflow file into a pack: the rules whose expressions speak of the words of this language are taken, the others are
/// refused one by one, with the reason.
/// </summary>
public static class WorkflowImport
{
    private static readonly string[] RuleMembers = ["RuleName", "Enabled", "RuleExpressionType", "LocalParams", "Expression", "Operator", "Rules", "Properties", "SuccessEvent", "ErrorMessage", "ErrorType"];
    private static readonly string[] Operators = ["And", "Or", "AndAlso", "OrElse"];

    /// <summary>Reads a file of one workflow or of several.</summary>
    /// <param name="json">The file.</param>
    /// <param name="fileName">How the report names it.</param>
    /// <param name="id">Identity of the new pack.</param>
    /// <returns>The pack, null when nothing could be taken, and the report.</returns>
    /// <exception cref="PackException">The file is no workflow file.</exception>
    public static (string? Pack, IReadOnlyList<ImportedPart> Report) Read(string json, string fileName, string id)
    {
        if (json.Length > 4 * 1024 * 1024) throw new PackException(new PackError(fileName, new(1, 1), "too_large", "A workflow file may have 4 MB."));
        JToken root;
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = 64, FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
            root = JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        }
        catch (JsonException e)
        {
            throw new PackException(new PackError(fileName, new(1, 1), "json", $"This is not JSON: {e.Message}"));
        }

        var import = new Reading(fileName, new JsonPlace(json), id);
        var workflows = (root as JArray ?? [root]).OfType<JObject>().Where(w => w["Rules"] is JArray).ToArray();
        if (workflows.Length == 0) throw new PackException(new PackError(fileName, new(1, 1), "no_workflow", "The file holds no workflow: an object with WorkflowName and Rules, or a list of them."));
        return import.Read(workflows);
    }

    private sealed class Reading(string fileName, JsonPlace place, string id)
    {
        private readonly List<ImportedPart> _report = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        internal (string?, IReadOnlyList<ImportedPart>) Read(JObject[] workflows)
        {
            var taken = new JArray();
            foreach (var (i, workflow) in workflows.Index())
            {
                foreach (var member in workflow.Properties().Where(p => p.Name is not ("WorkflowName" or "Rules" or "GlobalParams")))
                    if (member.Value.HasValues || member.Name is not ("WorkflowsToInject" or "RuleExpressionType")) Refuse("", member, $"'{member.Name}' of a workflow is not taken: {WhyNot(member.Name)}");
                var rules = new JArray(workflow["Rules"]!.OfType<JObject>().Select(r => Rule(r, workflow["GlobalParams"])).OfType<JObject>());
                if (rules.Count == 0) continue;
                var kept = new JObject { ["WorkflowName"] = Name((string?)workflow["WorkflowName"] ?? $"workflow-{i + 1}", '-') };
                if (workflow["GlobalParams"] is JArray { Count: > 0 } globals) kept["GlobalParams"] = globals.DeepClone();
                kept["Rules"] = rules;
                taken.Add(kept);
            }

            return (taken.Count == 0 ? null : PackEdit.Finished(Pack(taken), id), _report);
        }

        private JObject? Rule(JObject rule, JToken? globals)
        {
            var name = (string?)rule["RuleName"] ?? "";
            if (rule["Operator"] is { } sign && (string?)sign is { Length: > 0 } written && !Operators.Contains(written, StringComparer.Ordinal) && Operators.FirstOrDefault(o => o.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } proper)
            {
                // RulesEngine itself reads it as an empty condition, which is always false.
                sign.Replace(proper);
                Say(name, "changed", rule, $"The operator '{written}' is written '{proper}'; RulesEngine would have read the rule as always false.");
            }

            foreach (var member in rule.DescendantsAndSelf().OfType<JProperty>().Where(p => p.Parent is JObject o && o["RuleName"] is not null && !RuleMembers.Contains(p.Name, StringComparer.Ordinal)).ToArray())
            {
                Say(name, "changed", member, $"'{member.Name}' is left out: {WhyNot(member.Name)}");
                member.Remove();
            }

            var sentence = (string?)rule["ErrorMessage"] ?? (string?)rule["SuccessEvent"];
            foreach (var said in rule.DescendantsAndSelf().OfType<JProperty>().Where(p => p.Name is "ErrorMessage" or "SuccessEvent" or "ErrorType" || (p.Name is "Rules" or "LocalParams" or "Properties" or "Operator" or "Expression" && p.Value.Type == JTokenType.Null)).ToArray()) said.Remove();
            foreach (var named in rule.DescendantsAndSelf().OfType<JObject>().Where(o => o["RuleName"] is not null))
            {
                var clean = Name((string?)named["RuleName"] ?? "", '_');
                if (clean != (string?)named["RuleName"]) Say(name, "changed", named["RuleName"]!, $"The name is written '{clean}'.");
                named["RuleName"] = clean;
                if (!ReferenceEquals(named, rule)) named.Remove("Properties");
            }

            sentence = string.IsNullOrWhiteSpace(sentence) ? (string)rule["RuleName"]! : sentence;
            rule["Properties"] = new JObject
            {
                ["citation"] = Both("待填：条款", "To be filled in: the clause"),
                ["sentence"] = Both(sentence, sentence),
                ["note"] = $"Taken from {Path.GetFileName(fileName)}.",
            };
            var alone = new JObject { ["WorkflowName"] = "w", ["Rules"] = new JArray(rule.DeepClone()) };
            if (globals is JArray) alone["GlobalParams"] = globals.DeepClone();
            var errors = PackCheck.Errors(PackJson.Write(Pack(new JArray(alone))), fileName);
            if (errors.Count > 0)
            {
                Say(name, "refused", rule, string.Join(" ", errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)));
                return null;
            }

            if (!_names.Add((string)rule["RuleName"]!))
            {
                Say(name, "refused", rule, "A rule of that name was taken before.");
                return null;
            }

            Say(name, "taken", rule, "");
            return rule;
        }

        private JObject Pack(JArray workflows) => new()
        {
            ["id"] = id,
            ["title"] = Both($"由 {Path.GetFileName(fileName)} 导入", $"Imported from {Path.GetFileName(fileName)}"),
            ["instrument"] = new JObject { ["law"] = Both("待填：文件名称", "To be filled in: the instrument"), ["inForce"] = new JObject { ["from"] = "1970-01-01", ["to"] = null }, ["basis"] = "recalled" },
            ["governs"] = new JObject { ["from"] = "1970-01-01", ["to"] = null },
            ["jurisdiction"] = "ZZ",
            ["workflows"] = workflows,
            ["cases"] = new JArray(),
        };

        private void Refuse(string rule, JToken at, string reason) => Say(rule, "refused", at, reason);

        private void Say(string rule, string verdict, JToken at, string reason) => _report.Add(new(rule, verdict, reason, place.Of(at)));

        private static string WhyNot(string member) => member switch
        {
            "Actions" => "actions run code, and one that names its own rule ends the process.",
            "WorkflowsToInject" or "WorkflowRulesToInject" => "injected workflows grow with every evaluation, and two that inject each other end the process.",
            "ErrorMessage" => "the sentence for people stands in the properties.",
            _ => "it is no member of a pack.",
        };

        private static string Name(string text, char joint)
        {
            var name = new string([.. text.Trim().Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (c == '-' && joint == '-') ? c : joint)]);
            if (name.Length == 0 || (joint == '_' && char.IsAsciiDigit(name[0]))) name = "r" + name;
            return name[..Math.Min(64, name.Length)].TrimStart('-');
        }

        private static JObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };
    }
}
