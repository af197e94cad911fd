using CleanProd.Rules.Host.Cli;

namespace CleanProd.Rules.Host.Serve;

/// <summary>Reads settings: a file, then environment variables that begin with <c>CLEANPROD_</c> (<c>CLEANPROD_Lease=00:00:05</c>).</summary>
internal static class Settings
{
    internal const string Prefix = "CLEANPROD_";

    /// <exception cref="BadInputException">The file is missing or a setting cannot be read.</exception>
    internal static ServiceOptions Read(string? file)
    {
        if (file is not null && !File.Exists(file)) throw new BadInputException($"找不到设置文件：{file}。 No such settings file.");
        try
        {
            var options = new ServiceOptions();
            // A misspelt name would be a setting that silently does nothing.
            if (file is not null) new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file)).Build().Bind(options, b => b.ErrorOnUnknownConfiguration = true);
            new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build().Bind(options);
            _ = options.Address;
            return options;
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or FormatException)
        {
            throw new BadInputException($"设置无法读取：{e.InnerException?.Message ?? e.Message} A setting cannot be read.");
        }
    }
}
