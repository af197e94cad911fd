namespace CleanProd.Rules.Host.Pages;

/// <summary>
/// A class that gathers for pages what stores and offices hold. Every class that bears this mark is registered by itself, once for the service:
/// a page needs no line outside its folder.
/// </summary>
internal interface IPageReader;
