using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Journal;

namespace CleanProd.Rules.Storage.Voluntary;

/// <summary>What is to be published.</summary>
/// <param name="List">Identity of the recognition list.</param>
/// <param name="Region">The jurisdiction that publishes.</param>
/// <param name="Number">Number of the document; once in a jurisdiction.</param>
/// <param name="PublishedOn">Day of publication.</param>
public sealed record RecognitionOrder(string List, RegionCode Region, string Number, DateOnly PublishedOn);

/// <summary>
/// That a recognition list became public: an event of its own in the journal, which nobody can change or remove. The bytes are kept among the
/// documents under their hash.
/// </summary>
/// <param name="Number">Number of the document.</param>
/// <param name="List">Identity of the list.</param>
/// <param name="Region">The jurisdiction that published.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Sha256">SHA-256 of the published bytes.</param>
/// <param name="Enterprises">How many it names.</param>
public sealed record RecognitionPublication(string Number, string List, RegionCode Region, DateOnly PublishedOn, string Sha256, int Enterprises)
{
    internal const string Act = "recognition.publish";

    /// <summary>Subject of all their lines: one, so that they are found by the index of subjects.</summary>
    internal const string Subject = "recognition-lists";

    internal static RecognitionPublication Of(JournalLine line) => CaseJson.Read<RecognitionPublication>(line.Content);

    internal static RecognitionPublication Of(PublishedRecognition published) => new(
        published.Number, published.List, published.Region, published.PublishedOn, published.Sha256, published.Entries.Count);
}
