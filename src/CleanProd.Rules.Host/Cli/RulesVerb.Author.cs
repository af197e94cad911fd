using System.CommandLine;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules new|copy|format|form|complete</c>: packs and conditions written without a programmer.</summary>
internal static partial class RulesVerb
{
    private static Argument<string> Pack() => new("PACK") { Description = "规则包 / rule pack" };

    private static Option<string?> Out() => new("--out") { Description = "写到文件；不给时写到标准输出 / writes to a file instead of standard output" };

    private static Command New()
    {
        var id = new Argument<string>("ID") { Description = "规则包标识，如 cn-local-2027 / identity of the pack" };
        var from = new Option<string>("--from") { Description = "施行日期 / first day in force", Required = true };
        var jurisdiction = new Option<string>("--jurisdiction") { Description = "ISO 3166 代码，如 CN、CN-44 / ISO 3166 code", DefaultValueFactory = _ => "CN" };
        var output = Out();
        var command = new Command("new", "新建规则包，带一条示例规则和案例 / a new pack with one rule and its cases, to be written over") { id, from, jurisdiction, output };
        command.SetAction(parsed => Write(parsed.GetValue(output), PackEdit.New(parsed.GetValue(id)!, parsed.GetValue(jurisdiction)!, Days.Parse("--from", parsed.GetValue(from)!))));
        return command;
    }

    private static Command Copy()
    {
        var (pack, output) = (Pack(), Out());
        var id = new Option<string>("--id") { Description = "新规则包的标识 / identity of the copy", Required = true };
        var from = new Option<string?>("--governs-from") { Description = "新规则包适用的第一个判定日期 / first determination date of the copy" };
        var command = new Command("copy", "把规则包复制为另一个 / copies a pack under another identity") { pack, id, from, output };
        command.SetAction(parsed => Write(parsed.GetValue(output), PackEdit.Copy(Text(parsed.GetValue(pack)!), parsed.GetValue(pack)!, parsed.GetValue(id)!, parsed.GetValue(from) is { } day ? Days.Parse("--governs-from", day) : null)));
        return command;
    }

    private static Command Format()
    {
        var packs = Packs();
        var check = new Option<bool>("--check") { Description = "只检查，不改写 / tells which packs are not in the form, changes nothing" };
        var command = new Command("format", "把规则包改写为统一格式 / writes packs in the one form: conditions, members, layout") { packs, check };
        command.SetAction(parsed =>
        {
            var files = PackFiles.Of(parsed.GetValue(packs)!);
            // All are read before one is written.
            var formatted = files.Select(f => (File: f, Text: Text(f))).Select(f => (f.File, f.Text, Formatted: PackFormat.Format(f.Text, f.File))).Where(f => f.Text != f.Formatted).ToArray();
            foreach (var (file, _, text) in formatted)
            {
                Console.WriteLine(parsed.GetValue(check) ? $"格式不同 not formatted  {file}" : $"已改写 formatted  {file}");
                if (!parsed.GetValue(check)) Storage.WholeFile.Write(file, text);
            }

            return parsed.GetValue(check) && formatted.Length > 0 ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    private static Command Form()
    {
        var output = Out();
        var pack = new Argument<string?>("PACK") { Description = "规则包 / rule pack", Arity = ArgumentArity.ZeroOrOne };
        var condition = new Option<string?>("--text") { Description = "条件文本；给出其结构 / a condition whose form is asked for" };
        var from = new Option<string?>("--from") { Description = "结构文件（JSON）；给出其文本 / a form as JSON whose text is asked for" };
        var set = new Option<string?>("--set") { Description = "与 --text 或 --from 同用：写入规则包的这条规则 / with --text or --from: puts the condition into this rule of the pack" };
        var command = new Command("form", "条件的文本与结构互换 / conditions as text and as structured form, either from the other") { pack, condition, from, set, output };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(pack);
            var rules = file is null ? null : PackReader.Read(Text(file), file.Replace('\\', '/'));
            var text = parsed.GetValue(from) is { } form ? RuleForms.Text(File.ReadAllText(form), rules) : parsed.GetValue(condition);
            if (parsed.GetValue(set) is { } rule)
            {
                if (file is null || text is null) throw new BadInputException("--set 须与 PACK 及 --text 或 --from 同用。 Give PACK and --text or --from with --set.");
                return Write(parsed.GetValue(output) ?? file, PackEdit.SetCondition(Text(file), file, rule, text));
            }

            if (text is null && rules is null) throw new BadInputException("请给出 PACK、--text 或 --from。 Give PACK, --text or --from.");
            return Write(parsed.GetValue(output), (parsed.GetValue(from) is not null ? text! : text is not null ? RuleForms.Of(text, rules).Form : RuleForms.Of(rules!)) + "\n");
        });
        return command;
    }

    private static Command Complete()
    {
        var pack = new Option<string?>("--pack") { Description = "规则包，其参数一并列出 / a pack whose parameters are offered" };
        var condition = new Option<string?>("--text") { Description = "写到光标处的条件；不给时列出全部 / the condition as far as it is written; without it, the whole language" };
        var command = new Command("complete", "供编辑器使用的补全数据（JSON） / completion data for editors, as JSON") { pack, condition };
        command.SetAction(parsed =>
        {
            var rules = parsed.GetValue(pack) is { } file ? PackReader.Read(Text(file), file) : null;
            Console.Out.WriteLine(CompletionJson.Of(new LanguageData(File.ReadAllText(ShippedFiles.PathOf("CleanProd.Rules.xml")), rules), parsed.GetValue(condition)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(string path) => File.Exists(path) ? File.ReadAllText(path) : throw new BadInputException($"找不到规则包：{path}。 No such rule pack or folder.");

    private static int Write(string? path, string text)
    {
        if (path is null)
        {
            Console.Out.Write(text);
            return ExitCode.Done;
        }

        // The first pack of a place has no folder yet.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Storage.WholeFile.Write(path, text);
        return ExitCode.Done;
    }
}
