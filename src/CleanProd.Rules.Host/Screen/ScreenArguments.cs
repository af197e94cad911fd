namespace CleanProd.Rules.Host.Screen;

/// <summary>What a screening was asked for.</summary>
/// <param name="Data">Folder or file of the data set.</param>
/// <param name="Year">Screened year.</param>
/// <param name="AsOf">Determination date.</param>
/// <param name="Map">Column map, or null.</param>
/// <param name="Rules">Rule pack or folder, or null for the shipped national packs.</param>
/// <param name="Output">Output folder.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Strict">Stop when a row is refused.</param>
/// <param name="CheckAll">Read everything a second time.</param>
internal sealed record ScreenArguments(
    string Data, int Year, DateOnly AsOf, string? Map, string? Rules, string Output, string Language, bool Strict, bool CheckAll)
{
    /// <summary>Folder of reference data; null for that of the program.</summary>
    internal string? Reference { get; init; }

    internal bool English => Language == "en";
}
