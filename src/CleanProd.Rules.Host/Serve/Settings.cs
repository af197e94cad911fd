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
        var builder = new ConfigurationBuilder();
        if (file is not null) builder.AddJsonFile(Path.GetFullPath(file));
        try
        {
            var options = builder.AddEnvironmentVariables(Prefix).Build().Get<ServiceOptions>() ?? new ServiceOptions();
            _ = options.Address;
            return options;
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or FormatException)
        {
            throw new BadInputException($"设置无法读取：{e.InnerException?.Message ?? e.Message} A setting cannot be read.");
        }
    }
}
