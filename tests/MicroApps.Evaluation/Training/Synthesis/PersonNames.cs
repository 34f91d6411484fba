namespace MicroApps.Evaluation;

/// <summary>Invents people of many cultures.</summary>
internal sealed class PersonNames
{
    private const int MostCommon = 1500;

    private static readonly string[] s_cultures =
    [
        "en", "en_AU", "en_IN", "en_NG", "en_ZA", "af_ZA", "zu_ZA", "yo_NG", "de", "de_AT", "de_CH", "nl", "chance:nl", "fr", "fr_BE", "fr_CH", "fr_SN", "it", "es",
        "es_MX", "pt_BR", "pt_PT", "da", "sv", "nb_NO", "fi", "hu", "pl", "cs_CZ", "sk", "sl_SI", "hr", "sr_RS_latin", "ro", "lv", "tr", "id_ID", "own:zh", "own:ja",
        "own:ko", "own:ar", "own:ru", "own:uk", "own:in", "own:fa", "own:vi", "own:ng", "own:ms", "own:el", "own:he", "ja", "ru", "el", "ar", "he", "uk", "mk",
    ];

    private static readonly string[] s_endings =
    [
        "son", "sson", "sen", "dóttir", "dottir", "ov", "ova", "ev", "eva", "in", "ina", "enko", "chenko", "uk", "yan", "ian", "shvili", "adze", "ić", "ović", "ević",
        "ski", "ska", "sky", "wicz", "czyk", "nen", "inen", "ela", "ez", "es", "ini", "elli", "etti", "ucci", "mann", "berg", "stein", "bauer", "er", "inger", "ström",
        "lund", "holm", "kvist", "oğlu", "zade", "pour", "escu", "eanu", "ás", "ák", "opoulos", "akis", "idis", "sma", "stra", "huis", "man", "ton", "ley", "ford", "s",
    ];

    private static readonly string[] s_particles = ["van", "van der", "van den", "de", "de la", "del", "da", "dos", "di", "von", "bin", "al", "el", "le", "ter", "ben", "Ó", "st."];
    private static readonly string[] s_titles = ["Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Prof.", "Professor", "Sir", "Herr", "Frau", "Mme", "Sr.", "Señora", "Dott.", "Captain", "Rev."];

    private readonly Dice _dice;
    private readonly List<string> _common = [];
    private readonly List<string> _allGiven = [];
    private readonly List<string> _allSurnames = [];
    private readonly Dictionary<string, List<string>> _given = [];
    private readonly Dictionary<string, List<string>> _surnames = [];
    private readonly string[] _cultures;

    public PersonNames(Gazetteer lists, Dice dice)
    {
        _dice = dice;
        foreach (var row in lists.Rows("given_names"))
        {
            if (_common.Count < MostCommon)
                _common.Add(row[0]);
            Note(_given, _allGiven, row[0], row[3]);
        }

        foreach (var row in lists.Rows("surnames").Where(r => r.Length > 3 && r[3] != "corpus"))
            Note(_surnames, _allSurnames, row[0], row[3]);
        _cultures = [.. s_cultures.Where(c => _given.ContainsKey(c) && _surnames.ContainsKey(c))];
    }

    public string Title() => _dice.Of(s_titles);

    public string Given() => Given(_dice.Of(_cultures));

    public string Surname() => Surname(_dice.Of(_cultures));

    /// <summary>A full name in one of its forms.</summary>
    public string Full()
    {
        var culture = _dice.Of(_cultures);
        var surnameCulture = _dice.Chance(25) ? _dice.Of(_cultures) : culture;
        var (given, surname) = (Given(culture), Surname(surnameCulture));
        return _dice.Below(100) switch
        {
            < 8 => $"{given} {_dice.Fill("?.")} {surname}",
            < 11 => $"{given} {_dice.Fill("?")} {surname}",
            < 14 => $"{_dice.Fill("?.")} {surname}",
            < 17 => $"{given} {Given(culture)} {surname}",
            < 20 => $"{given} {surname}-{Surname(culture)}",
            < 23 => $"{given} {surname} {Surname(culture)}",
            < 24 => $"{given}-{Given(culture)} {surname}",
            < 25 => $"{given} {surname} {_dice.Of(["Jr.", "Sr.", "III", "II"])}",
            < 26 => $"{given} {_dice.Of(["O'", "Mc", "D'"])}{surname}",
            < 29 => $"{given} {_dice.Of(s_particles)} {surname}",
            < 30 => $"{_dice.Fill("?.?.")} {surname}",
            _ => $"{given} {surname}",
        };
    }

    /// <summary>A word that looks like the two it is made of.</summary>
    public string Blend(string first, string second)
    {
        var (head, tail) = (first.Split(' ')[0], second.Split(' ')[^1].ToLowerInvariant());
        return head.Length < 4 || tail.Length < 4 ? head : string.Concat(head.AsSpan(0, _dice.Between(2, head.Length - 1)), tail.AsSpan(_dice.Between(1, tail.Length - 2)));
    }

    private string Given(string culture) => _dice.Below(100) switch
    {
        < 40 => _dice.Of(_common),
        < 50 => _dice.Of(_allGiven),
        < 57 => Blend(_dice.Of(_given[culture]), _dice.Of(_allGiven)),
        _ => _dice.Of(_given[culture]),
    };

    private string Surname(string culture) => _dice.Below(100) switch
    {
        < 20 => _dice.Of(_surnames["chance:en"]),
        < 32 => Blend(_dice.Of(_surnames[culture]), _dice.Of(_allSurnames)),
        < 45 => Stem(_dice.Of(_allGiven)) + _dice.Of(s_endings),
        _ => _dice.Of(_surnames[culture]),
    };

    private static string Stem(string name)
    {
        var word = name.Split(' ', '-')[0].TrimEnd('a', 'e', 'i', 'o', 'u', 'y');
        return word.Length > 1 ? word : name;
    }

    private static void Note(Dictionary<string, List<string>> cultures, List<string> all, string name, string origins)
    {
        if (name.Length < 2)
            return;
        all.Add(name);
        foreach (var culture in origins.Split(','))
        {
            if (!cultures.TryGetValue(culture, out var list))
                cultures[culture] = list = [];
            list.Add(name);
        }
    }
}
