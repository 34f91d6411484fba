using System.Globalization;

namespace MicroApps.Evaluation;

/// <summary>Invents firms, authorities and clubs.</summary>
internal sealed class OrganizationNames
{
    private static readonly string[] s_forms = ["Inc", "Inc.", "Ltd", "Ltd.", "LLC", "PLC", "GmbH", "AG", "S.A.", "B.V.", "AB", "Oy", "Co.", "Corp.", "Corporation", "Company", "Group", "Holdings", "& Co", "and Sons", "& Partners", "LLP", "SpA", "Pty Ltd", "Limited"];

    private static readonly string[] s_trades =
    [
        "Software", "Systems", "Analytics", "Health", "Labs", "Media", "Partners", "Consulting", "Technologies", "Technology", "Solutions", "Foundation", "Bank", "Insurance", "Logistics",
        "Energy", "Power", "Foods", "Motors", "Airlines", "Pharma", "Networks", "Studios", "Records", "Books", "Capital", "Finance", "Financial", "Data", "Research", "Institute", "Markets",
        "Services", "Industries", "Interactive", "Digital", "Security", "Mobile", "Games", "App", "Exchange", "Report", "Society", "Union", "Council", "University", "Hospital", "College", "Club", "School",
    ];

    private static readonly string[] s_tails = ["ify", "ly", "io", "tics", "ability", "scan", "data", "soft", "tech", "ware", "hub", "base", "loop", "set", "max", "net", "metrics", "gen", "lytics", "works", "forge", "space", "x", "coder", "map", "tel", "con", "nova", "app", "spot", "line", "pay", "care", "ster", "ita", "ent", "isys"];

    // Everybody has heard of them; facts are free.
    private static readonly string[] s_known =
    [
        "Google", "Microsoft", "Apple", "Amazon", "Facebook", "IBM", "Intel", "Oracle", "SAP", "Siemens", "Bosch", "Sony", "Samsung", "Toyota", "Honda", "BMW", "Nokia", "Ericsson", "IKEA", "Nestlé", "Shell", "BP",
        "Unilever", "Pfizer", "Bayer", "Boeing", "Airbus", "KPMG", "Accenture", "PwC", "HSBC", "Barclays", "Citibank", "Goldman Sachs", "Morgan Stanley", "Visa", "PayPal", "Netflix", "Twitter", "Uber", "Walmart",
        "NASA", "FBI", "UNICEF", "UNESCO", "NATO", "BBC", "CNN", "Reuters", "Harvard University", "Red Cross", "European Union", "United Nations", "World Bank", "Interpol", "FIFA", "Manchester United", "Real Madrid",
    ];

    private readonly Dice _dice;
    private readonly PersonNames _people;
    private readonly PlaceNames _places;
    private readonly string[] _words;

    public OrganizationNames(Gazetteer lists, PersonNames people, PlaceNames places, Dice dice)
    {
        (_dice, _people, _places) = (dice, people, places);
        _words = [.. lists.Rows("common_words").Where(r => Gazetteer.Number(r, 5) is > 0 and <= 50 && r[0].Length is > 3 and < 10).Select(r => r[0]).Where(w => w.All(char.IsAsciiLetterLower))];
    }

    public string Next() => _dice.Below(100) switch
    {
        < 14 => Family(3, ", ", " and "),
        < 22 => Family(2, "", "-"),
        < 28 => $"{_people.Surname()} {_dice.Of(s_forms)}",
        < 31 => $"{_people.Surname()} {_dice.Of(["&", "and"])} {_people.Surname()}",
        < 42 => Invented(),
        < 47 => $"{Invented()} {_dice.Of(s_trades)}",
        < 50 => $"{Invented()} {_dice.Of(s_forms)}",
        < 62 => $"{Word()} {_dice.Of(s_trades)}",
        < 68 => $"{Word()} {Word()} {_dice.Of(s_trades)}",
        < 74 => $"{Word()} {Word()}",
        < 77 => Word(),
        < 79 => $"The {Word()} {_dice.Of(s_trades)}",
        < 82 => $"{Word()} {_dice.Of(s_forms)}",
        < 84 => Word() + Word(),
        < 86 => _dice.Fill("???"),
        < 88 => $"{_people.Surname()} {_dice.Of(s_trades)}",
        < 91 => _dice.Chance(50) ? $"University of {_places.City()}" : $"{_places.City()} {_dice.Of(s_trades)}",
        _ => _dice.Of(s_known),
    };

    private string Family(int count, string comma, string last)
    {
        var names = Enumerable.Range(0, count).Select(_ => _people.Surname()).ToArray();
        return string.Join(comma, names[..^1]) + last + names[^1];
    }

    private string Invented()
    {
        var word = Word();
        return _dice.Below(3) switch
        {
            0 => _people.Blend(word, _dice.Of(_words)),
            1 => word[..Math.Min(word.Length, _dice.Between(3, 6))] + _dice.Of(s_tails),
            _ => word + _dice.Of(s_tails),
        };
    }

    private string Word()
    {
        var word = _dice.Of(_words);
        return word[..1].ToUpper(CultureInfo.InvariantCulture) + word[1..];
    }
}
