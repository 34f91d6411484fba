using MicroApps.Names;

namespace MicroApps.Evaluation;

/// <summary>Makes the word lists of the model from the gazetteers.</summary>
internal sealed class LexiconBuilder(Gazetteer lists)
{
    private readonly Dictionary<uint, Lexemes> _words = [];

    public Lexicon Build()
    {
        foreach (var row in lists.Rows("given_names"))
            Add(row[0], Gazetteer.Number(row, 1) >= 2000 ? Lexemes.GivenCommon : Lexemes.GivenRare);
        // What was only seen in the texts of others, some of them under share-alike licences, stays out.
        foreach (var row in lists.Rows("surnames").Where(r => r.Length > 3 && r[3] != "corpus"))
            Add(row[0], row.Length > 3 && row[3].Split(',').Count(o => o != "corpus") > 2 ? Lexemes.SurnameCommon : Lexemes.SurnameRare, part: Lexemes.SurnameRare);
        foreach (var row in lists.Rows("cities"))
            foreach (var name in row.Take(2))
                Add(name, Gazetteer.Number(row, 4) >= 100_000 ? Lexemes.CityLarge : Lexemes.CitySmall, part: Lexemes.CityPart);
        foreach (var row in lists.Rows("countries"))
            AddCountry(row);
        foreach (var row in lists.Rows("regions"))
            Add(row[0], Lexemes.Region, part: Lexemes.CityPart);
        foreach (var row in lists.Rows("titles"))
            Add(row[0], row.Length > 1 && row[1] == "suffix" ? Lexemes.TitleAfter : Lexemes.TitleBefore);
        foreach (var row in lists.Rows("common_words").Where(r => Gazetteer.Number(r, 5) > 0))
            Add(row[0], Gazetteer.Number(row, 5) <= 35 ? Lexemes.WordCommon : Lexemes.WordKnown);
        foreach (var row in lists.Rows("scowl_capitalised"))
            Add(row[0], Lexemes.CapitalisedInDictionary);
        return Lexicon.Build(_words);
    }

    private void AddCountry(string[] row)
    {
        foreach (var name in new[] { row[1], row.ElementAtOrDefault(4) ?? "" }.Concat((row.ElementAtOrDefault(5) ?? "").Split(';')))
            Add(name, Lexemes.Country, part: Lexemes.CityPart);
        foreach (var demonym in (row.ElementAtOrDefault(6) ?? "").Split(';'))
            Add(demonym, Lexemes.Demonym);
        Add(row.ElementAtOrDefault(3) ?? "", Lexemes.CityLarge, part: Lexemes.CityPart);
    }

    private void Add(string name, Lexemes lexeme, Lexemes part = Lexemes.None)
    {
        var words = name.Split([' ', '-', '.', '/', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (word.Length < 2)
                continue;
            var hash = Hash.Of(word.ToLowerInvariant());
            _words[hash] = _words.GetValueOrDefault(hash) | (words.Length == 1 ? lexeme : part);
        }
    }
}
