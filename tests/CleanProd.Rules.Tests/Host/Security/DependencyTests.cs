using Microsoft.Data.Sqlite;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>What docs/security.md says of versions that no package file pins: they come with a runtime or inside another package.</summary>
public class DependencyTests
{
    [Fact]
    public void The_database_engine_that_ships_is_newer_than_the_advisories_known_of_it()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 50, 2), connection.ServerVersion);
    }

    [Fact]
    public void The_runtime_that_makes_cookies_is_newer_than_the_advisories_known_of_it() =>
        Assert.True(Environment.Version >= new Version(10, 0, 7), Environment.Version.ToString());
}
