namespace MicroApps.Evaluation;

/// <summary>Invents postal addresses in the orders of many countries.</summary>
/// <remarks>
/// Inside a sentence, or where it has a postcode on the same line, an address is one place. In the head of a letter each line is one, and
/// so are the country and the postcode that share a line; a second house number is one by itself.
/// </remarks>
internal sealed class Addresses(PersonNames people, PlaceNames places, Dice dice)
{
    private const string Place = "LOCATION";

    private static readonly string[] s_after =
    [
        "Street", "St", "St.", "Road", "Rd", "Avenue", "Ave", "Lane", "Ln", "Drive", "Dr", "Court", "Place", "Way", "Boulevard", "Blvd", "Close", "Crescent", "Terrace", "Hill", "Gate", "Pass", "Points",
        "Mall", "Union", "Square", "Row", "Walk", "Highway", "Parkway", "Gardens", "Green", "Greens", "Harbor", "Parks", "Grove", "Mews", "Path", "Gateway", "Circle", "Trail", "Ridge", "Nagar", "Marg", "Caddesi",
        "Sokak", "u.", "utca", "út", "útja", "tér", "tee", "tn", "ulica", "cesta", "plads", "allé", "väg", "gate", "vei", "iela",
    ];

    private static readonly string[] s_joined =
    [
        "straße", "strasse", "str.", "weg", "gasse", "platz", "allee", "ring", "ufer", "damm", "straat", "laan", "plein", "dijk", "gracht", "kade", "hof", "steenweg", "gatan", "vägen", "gata", "veien", "vegen",
        "vej", "gade", "vænget", "katu", "tie", "kuja", "stræde", "vegur", "stígur", "torget", "bakken", "steeg", "singel",
    ];

    private static readonly string[] s_before =
    [
        "Rue", "Rue de", "Rue du", "Rue des", "rue", "rue de la", "Avenue", "Avenue de", "Avenue des", "Boulevard", "Place", "Chemin de", "Quai", "Impasse", "Cours", "Via", "Viale", "Corso", "Piazza", "Vicolo",
        "Strada", "Calle", "C/", "Avenida", "Avda.", "Plaza", "Paseo", "Rua", "R", "Rua da", "Rua das", "Rua dos", "Travessa", "ul.", "al.", "os.", "Jalan", "Jl.", "Strada", "Carrer", "Cité", "Route de",
    ];

    private static readonly string[] s_units = ["Apt.", "Apt", "Suite", "Unit", "Flat", "#", "Floor", "Room", "Ste.", "Apartment", "No.", "Top", "Bldg."];
    private static readonly string[] s_postcodes = ["#####", "#####", "#####", "####", "####", "##-###", "#### ??", "### ##", "??# #??", "??## #??", "?## #??", "?#? #?#", "######", "#####-####", "#####-###", "### ##"];

    private readonly string[] _greek = ["Λεωφόρος", "Οδός", "Αγίου", "Ηρώων", "Νίκης", "Ερμού", "Πλατεία", "Κύπρου", "Ακτή", "Ελευθερίας", "Δημοκρατίας", "Μεγάλου"];

    public string Postcode() => dice.Fill(dice.Of(s_postcodes));

    public string Unit() => $"{dice.Of(s_units)} {dice.Between(1, 999):000}";

    /// <summary>A street without its number.</summary>
    public string Street()
    {
        var name = dice.Below(10) switch { < 4 => people.Surname(), < 6 => people.Given(), < 8 => places.City(), 8 => people.Full(), _ => Ordinal() };
        return dice.Below(100) switch
        {
            < 35 => $"{name} {dice.Of(s_after)}",
            < 55 => name.Split(' ')[^1].TrimEnd('.') + dice.Of(s_joined),
            < 78 => $"{dice.Of(s_before)} {name}",
            < 80 => $"{dice.Of(_greek)} {dice.Of(_greek)}",
            < 83 => dice.Of(["Postbox", "P.O. Box", "PO Box", "Postboks", "Boîte Postale", "Casilla"]),
            < 86 => dice.Of(_greek),
            _ => name,
        };
    }

    public string NumberedStreet()
    {
        var street = Street();
        return dice.Chance(65) ? $"{street} {Number()}" : $"{Number()} {street}";
    }

    /// <summary>An address that is one place.</summary>
    public void Whole(Draft draft) => draft.Mark(Place, dice.Below(100) switch
    {
        < 12 => Military(),
        < 17 => $"{dice.Of(["the corner of ", "corner of ", ""])}{NumberedStreet()} and {Street()}",
        < 40 => Join("\n ", $"{Lead()}{NumberedStreet()}", Maybe(Unit), places.City(), $"{places.Country()}{Maybe(() => " " + Postcode())}"),
        < 52 => $"{Lead()}{NumberedStreet()}{Maybe(() => " " + Unit())}, {places.City()}, {places.Country()} {Postcode()}",
        < 60 => $"{Lead()}{NumberedStreet()} {Unit()} {places.City()} {State()}{Maybe(() => " " + Postcode())}",
        < 68 => $"{Lead()}{NumberedStreet()}{Maybe(() => " " + Unit())}\n{places.City()}{dice.Of([" ", ", ", "\n, "])}{State()}{dice.Of([" ", "\n "])}{Postcode()}",
        < 76 => $"{NumberedStreet()}, {Postcode()} {places.City()}",
        < 90 => $"{NumberedStreet()}, {places.City()} {Postcode()}",
        < 96 => $"{Number()} {Street()}, {places.City()}, {State()} {Postcode()}",
        _ => $"{Lead()}{NumberedStreet()} {Unit()} {places.City()} {places.Country()}",
    });

    /// <summary>A street and a city in a sentence.</summary>
    public void Line(Draft draft)
    {
        DoubleNumber(draft, 50);
        draft.Add(", ").Mark(Place, places.City());
        if (dice.Chance(15))
            draft.Add(", ").Mark(Place, places.Country());
    }

    /// <summary>The lines of an address in the head of a letter.</summary>
    public void Block(Draft draft)
    {
        var indent = dice.Of(["\n", "\n ", "\n ", "\n    "]);
        DoubleNumber(draft, 65);
        if (dice.Chance(80))
            draft.Add(dice.Chance(88) ? indent : " ").Mark(Place, Unit());
        draft.Add(indent).Mark(Place, places.City());
        if (dice.Chance(25))
            draft.Add(dice.Of([indent, " ", ", "])).Mark(Place, State());
        draft.Add(dice.Chance(80) ? indent : dice.Of([" ", ", "]));
        if (dice.Chance(80))
            draft.Mark(Place, places.Country());
        if (draft.Text[^1] is not (' ' or '\n'))
            draft.Add(" ");
        draft.Mark(Place, Postcode());
    }

    /// <summary>A street on one line, its city on the next.</summary>
    public void TwoLines(Draft draft)
    {
        DoubleNumber(draft, 60);
        draft.Add("\n").Mark(Place, places.City());
        if (dice.Chance(70))
            draft.Add(" ").Mark(Place, State());
        draft.Add(" ").Mark(Place, Postcode());
    }

    private void DoubleNumber(Draft draft, int percent)
    {
        if (dice.Chance(percent))
            draft.Mark(Place, Lead().Trim() is { Length: > 0 } lead ? lead : Number()).Add(" ").Mark(Place, dice.Chance(80) ? $"{Street()} {Number()}" : NumberedStreet());
        else
            draft.Mark(Place, NumberedStreet());
    }

    private string Military() => dice.Below(3) switch
    {
        0 => dice.Fill($"PSC {dice.Of(["##", "###", "####"])}, Box {dice.Of(["##", "###", "####"])}\nAPO {dice.Of(["AE", "AP", "AA"])} #####"),
        1 => dice.Fill($"Unit ####{dice.Of(["", ","])} Box ####\n{dice.Of(["DPO", "APO"])} {dice.Of(["AE", "AP", "AA"])} #####"),
        _ => dice.Fill($"{dice.Of(["USS", "USNS", "USCGC", "USNV"])} {people.Surname()}\nFPO {dice.Of(["AE", "AP", "AA"])} #####"),
    };

    private string Ordinal() => dice.Between(1, 199) is var n && n % 10 == 1 && n % 100 != 11 ? $"{n}st" : n % 10 == 2 && n % 100 != 12 ? $"{n}nd" : n % 10 == 3 && n % 100 != 13 ? $"{n}rd" : $"{n}th";

    private string State() => dice.Chance(75) ? dice.Fill(dice.Of(["??", "??", "??", "???", "?"])) : places.Region();

    private string Number() => dice.Fill(dice.Of(["#", "##", "##", "##", "###", "###", "####"])) + (dice.Chance(8) ? dice.Of([".", "a", "B", "/2", "-15"]) : "");

    private string Lead() => dice.Chance(50) ? dice.Fill(dice.Of(["## ", "## ", "### ", "#### ", "##### "])) : "";

    private string Maybe(Func<string> make) => dice.Chance(70) ? make() : "";

    private static string Join(string separator, params string[] lines) => string.Join(separator, lines.Where(l => l.Length > 0));
}
