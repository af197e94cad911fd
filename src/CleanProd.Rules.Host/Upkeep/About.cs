using System.Reflection;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>Which program this is.</summary>
internal static class About
{
    /// <summary>Version of the program.</summary>
    internal static string Version { get; } =
        typeof(About).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
