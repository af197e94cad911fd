using System.CommandLine;

namespace CleanProd.Rules.Host.Cli;

/// <summary>The option that says which store a verb works on.</summary>
internal static class StoreOption
{
    private const string Description = "sqlite:文件 或 postgres:连接字符串 / sqlite:FILE or postgres:CONNECTION";

    internal static Option<string> Required() => new("--store") { Description = Description, Required = true };

    internal static Option<string?> Optional() => new("--store") { Description = Description };
}
