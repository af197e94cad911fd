using System.Text.RegularExpressions;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using static CleanProd.Rules.Tests.Host.Policy.PolicyWorld;

namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>Rules are drafted, proved, signed and given to another bureau at the command line, under the rules of the service.</summary>
public class PolicyVerbTests
{
    [Fact]
    public async Task A_draft_becomes_law_and_a_bundle_at_the_command_line()
    {
        await using var service = await ServiceAsync(StoreKind.Sqlite);
        await service.PolicyAsync(Role.PolicyAuthor);
        await service.PolicyAsync(Role.PolicyReleaser);
        await service.PolicyAsync(Role.Admin);
        var (author, releaser, admin) = ("PolicyAuthor-a1", "PolicyReleaser-a2", "Admin-a3");
        using var folder = new TemporaryFolder();
        var store = $"sqlite:{service.Store.Address.Connection}";

        var draft = Done("new", "--copy-of", Pack, "--as", author).Split('\t')[0];
        await File.WriteAllTextAsync(folder["wrong.json"], Text("monitoring.Any(m => m.ExceedanceCont > 0)"));
        Done("edit", draft, folder["wrong.json"], "--as", author);
        var wrong = Run("check", draft);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("Did you mean 'ExceedanceCount'", wrong.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["right.json"], Text(Proposed));
        Done("edit", draft, folder["right.json"], "--as", author);
        Assert.Contains("规则 G1a 从严", Done("check", draft), StringComparison.Ordinal);
        Done("submit", draft, "--region", "44", "--year", "2024", "--from", "2025-01-01", "--as", author);
        var sign = Done("dossier", draft, folder["dossier.json"]).Trim();
        Assert.Contains(Loud, await File.ReadAllTextAsync(folder["dossier.json"]), StringComparison.Ordinal);
        Refused("not_permitted", "release", draft, "--sign", sign, "--as", author);
        Refused("bad_hash", "release", draft, "--sign", new string('0', 64), "--as", releaser);
        Assert.Contains("released", Done("release", draft, "--sign", sign, "--as", releaser), StringComparison.Ordinal);
        Assert.Contains("\t2\tdraft\t", Done("versions", "--pack", Pack), StringComparison.Ordinal);
        Done("text", Pack, "2", folder["released.json"]);
        Assert.Equal(await File.ReadAllBytesAsync(folder["right.json"]), await File.ReadAllBytesAsync(folder["released.json"]));

        var key = Done("key").Split('\t')[^1].Trim();
        Done("export", folder["bundle.json"], "--pack", Pack, "--as", releaser);
        Refused("untrusted_key", "import", folder["bundle.json"], "--as", author);
        Done("trust", "本厅", key, "--as", admin);
        await File.WriteAllTextAsync(folder["tampered.json"], Regex.Replace(await File.ReadAllTextAsync(folder["bundle.json"]), "\"signature\":\"....", "\"signature\":\"AAAA"));
        Refused("tampered", "import", folder["tampered.json"], "--as", author);
        Assert.Contains(Pack, Done("import", folder["bundle.json"], "--as", author), StringComparison.Ordinal);
        Refused("reason_required", "roll-back", Pack, "1", "--from", "2025-01-01", "--as", releaser);
        Assert.Contains("roll_back", Done("roll-back", Pack, "1", "--from", "2025-01-01", "--reason", "未核实", "--as", releaser), StringComparison.Ordinal);

        Cleanprod.Result Run(params string[] arguments) => Cleanprod.Run(["policy", .. arguments, "--store", store]);

        string Done(params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Error}");
            return result.Output;
        }

        void Refused(string why, params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 2, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Output} {result.Error}");
            Assert.Contains(why, result.Error, StringComparison.Ordinal);
        }
    }
}
