using System.Text.RegularExpressions;

namespace MicroApps.Evaluation;

/// <summary>Fills templates of our own with invented names.</summary>
internal sealed partial class Synthesizer
{
    private static readonly string[] s_quotes = ["> ", ">", "| ", "* ", "- ", "# ", "?? ", "-- ", "??? ", "// "];
    private readonly Dice _dice = new(0x2545F4914F6CDD1D);
    private readonly PersonNames _people;
    private readonly PlaceNames _places;
    private readonly OrganizationNames _organizations;
    private readonly Addresses _addresses;
    private readonly Fillers _fillers;

    public Synthesizer(Gazetteer lists)
    {
        _people = new(lists, _dice);
        _places = new(lists, _people, _dice);
        _organizations = new(lists, _people, _places, _dice);
        _addresses = new(_people, _places, _dice);
        _fillers = new(_dice);
    }

    /// <summary>Every template so many times, with other names each time.</summary>
    public IEnumerable<Draft> Write(int times)
    {
        var templates = Templates().ToArray();
        for (var time = 0; time < times; time++)
            foreach (var template in templates)
                yield return Fill(template);
    }

    private Draft Fill(string template)
    {
        var (draft, at) = (new Draft(), 0);
        foreach (Match slot in Slot().Matches(template))
        {
            draft.Add(template[at..slot.Index]);
            Fill(slot.Groups[1].Value, draft);
            at = slot.Index + slot.Length;
        }

        draft.Add(template[at..]);
        return template.Contains("block}", StringComparison.Ordinal) && _dice.Chance(30) ? draft.Quote(_dice.Of(s_quotes)) : draft;
    }

    private void Fill(string slot, Draft draft)
    {
        _ = slot switch
        {
            "first" => draft.Mark("PERSON", _people.Given()),
            "last" => draft.Mark("PERSON", _people.Surname()),
            "full" => draft.Mark("PERSON", _people.Full()),
            "titled" => draft.Add(_people.Title() + " ").Mark("PERSON", _dice.Chance(50) ? _people.Surname() : _people.Full()),
            "titledblock" => draft.Add(_people.Title() + " ").Mark("PERSON", _people.Full()),
            "person" when _dice.Chance(15) => draft.Add(_people.Title() + " ").Mark("PERSON", _people.Full()),
            "person" => draft.Mark("PERSON", _dice.Chance(30) ? _people.Given() : _people.Full()),
            "org" => draft.Mark("ORGANIZATION", _organizations.Next()),
            "city" => draft.Mark("LOCATION", _places.City()),
            "country" => draft.Mark("LOCATION", _places.Country()),
            "place" => draft.Mark("LOCATION", _places.Any()),
            "street" => draft.Mark("LOCATION", _addresses.NumberedStreet()),
            "unit" => draft.Mark("LOCATION", _addresses.Unit()),
            "zip" => draft.Mark("LOCATION", _addresses.Postcode()),
            "demonym" => draft.Add(_places.Demonym()),
            _ => Write(slot, draft),
        };
    }

    private Draft Write(string slot, Draft draft)
    {
        switch (slot)
        {
            case "address":
                _addresses.Whole(draft);
                return draft;
            case "line":
                _addresses.Line(draft);
                return draft;
            case "line2":
                _addresses.TwoLines(draft);
                return draft;
            case "block":
                _addresses.Block(draft);
                return draft;
            default:
                return draft.Add(_fillers.Next(slot) ?? throw new FormatException($"A template has the unknown slot '{slot}'."));
        }
    }

    private static IEnumerable<string> Templates()
    {
        var assembly = typeof(Synthesizer).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
                if (line.Length > 0 && line[0] != '#')
                    yield return line.Replace("\\n", "\n", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\{([a-z0-9]+)\}")]
    private static partial Regex Slot();
}
