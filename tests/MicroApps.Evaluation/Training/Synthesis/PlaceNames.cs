namespace MicroApps.Evaluation;

/// <summary>Cities, regions and countries, large and small, some of them invented.</summary>
internal sealed class PlaceNames
{
    private readonly Dice _dice;
    private readonly PersonNames _people;
    private readonly string[] _cities;
    private readonly string[] _regions;
    private readonly string[] _countries;
    private readonly string[] _demonyms;

    public PlaceNames(Gazetteer lists, PersonNames people, Dice dice)
    {
        (_dice, _people) = (dice, people);
        _cities = [.. lists.Rows("cities").Select(r => r[0])];
        _regions = [.. lists.Rows("regions").Select(r => r[0])];
        var countries = lists.Rows("countries").ToList();
        _countries = [.. countries.Select(r => r[1]), .. countries.SelectMany(r => (r.ElementAtOrDefault(5) ?? "").Split(';')).Where(a => a.Length > 2)];
        _demonyms = [.. countries.SelectMany(r => (r.ElementAtOrDefault(6) ?? "").Split(';')).Where(d => d.Length > 3)];
    }

    public string City()
    {
        // The list is in order of size: a third of the mentions are of the largest thousandths.
        var name = _cities[_dice.Below(_dice.Chance(35) ? 1000 : _cities.Length)];
        if (_dice.Chance(10))
            name = _people.Blend(name, _dice.Of(_cities));
        return _dice.Chance(12) ? name.ToUpperInvariant() : name;
    }

    public string Country() => _dice.Of(_countries);

    public string Region() => _dice.Of(_regions);

    public string Demonym() => _dice.Of(_demonyms);

    public string Any() => _dice.Below(10) switch { < 5 => City(), < 9 => Country(), _ => Region() };
}
