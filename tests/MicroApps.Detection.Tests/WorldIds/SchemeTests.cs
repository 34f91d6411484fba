using Xunit.Abstractions;

namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>Every row of the tables of identifiers that checks anything: what it accepts it also makes, and it sees a changed digit as often as its scheme can.</summary>
[Trait("Spec", "RED-1")]
public class SchemeTests(ITestOutputHelper output)
{
    private const int Wanted = 30, MaxTries = 4_000_000;
    private const string Any = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Schemes that miss some changes of a digit, the least share of changes that they see, and why. Whoever is not here sees each change.
    private static readonly Dictionary<string, (double Least, string Why)> Weaker = new()
    {
        ["UK_UTR"] = (0.93, "the remainders of 11 share ten digits"), ["JP_MY_NUMBER"] = (0.95, "the remainders of 11 share ten digits"),
        ["JP_CORPORATE_NUMBER"] = (0.95, "the remainders of 9 share ten digits"), ["TH_TNIN"] = (0.85, "the remainders of 11 share ten digits"),
        ["RU_INN"] = (0.95, "the remainders of 11 share ten digits"), ["RU_SNILS"] = (0.98, "100 and 101 are written as 00"),
        ["UA_RNTRC"] = (0.95, "the remainders of 11 share ten digits"), ["BG_EGN"] = (0.95, "the remainders of 11 share ten digits"),
        ["RO_CNP"] = (0.96, "the remainders of 11 share ten digits"), ["EE_IK"] = (0.95, "the remainders of 11 share ten digits"),
        ["LT_ASMENS"] = (0.95, "the remainders of 11 share ten digits"), ["LV_PK"] = (0.95, "the remainders of 11 share ten digits"),
        ["IS_KENNITALA"] = (0.93, "the last digit, the century, is not covered"), ["BE_NN"] = (0.96, "there are two ways to compute it, by century"),
        ["PT_NIF"] = (0.96, "the remainders of 11 share ten digits"), ["GR_AFM"] = (0.95, "the remainders of 11 share ten digits"),
        ["PL_REGON"] = (0.95, "the remainders of 11 share ten digits"), ["CO_NIT"] = (0.95, "the remainders of 11 share ten digits"),
        ["VE_RIF"] = (0.95, "the remainders of 11 share ten digits"), ["PE_RUC"] = (0.96, "the remainders of 11 share ten digits"),
        ["BR_CPF"] = (0.98, "the remainders of 11 share ten digits"), ["VAT_ID"] = (0.1, "branches, births before 1954 in Czechia and keys of letters in France are not covered"),
        ["KR_RRN"] = (0.15, "since 2020 the last digits are random"), ["KR_FRN"] = (0.15, "since 2020 the last digits are random"),
        ["TW_NATIONAL_ID"] = (0.87, "weights that share a factor with 10"), ["AU_ACN"] = (0.87, "weights that share a factor with 10"),
        ["AU_MEDICARE"] = (0.78, "the number of issue and the place on the card are not covered"), ["UY_CI"] = (0.9, "weights that share a factor with 10"),
        ["NZ_IRD"] = (0.95, "a second set of weights when the first gives ten"), ["DE_LANR"] = (0.7, "the specialty is not covered"),
        ["MEDICAL_LICENSE"] = (0.9, "a 9 in place of the second letter is not covered"), ["SE_PERSONNUMMER"] = (0.98, "the century is not covered"),
        ["EC_RUC"] = (0.78, "the number of the establishment is not covered"), ["PH_TIN"] = (0.7, "the number of the branch is not covered"),
        ["MX_CURP"] = (0.92, "letters weigh more than digits, modulo 10"), ["CA_BN"] = (0.6, "the number of the account is not covered"),
        ["MX_RFC"] = (0.2, "a row for numbers whose check digit is left out"), ["IN_GSTIN"] = (0.05, "a row for numbers whose check digit is wrong but whose shape is plain"),
        ["ES_CCC"] = (0.9, "the remainders of 11 share ten digits"), ["BR_CNPJ"] = (0.9, "the remainders of 11 share ten digits"),
        ["CZ_ICO"] = (0.95, "the remainders of 11 share ten digits"), ["RO_CUI"] = (0.95, "the remainders of 11 share ten digits"), ["SI_DDV"] = (0.95, "the remainders of 11 share ten digits"),
        ["HU_ANUM"] = (0.6, "the kind of tax and the office are not covered"), ["BG_EIK"] = (0.9, "the remainders of 11 share ten digits"), ["BG_PNF"] = (0.95, "weights modulo 10"),
        ["MK_EDB"] = (0.95, "the remainders of 11 share ten digits"), ["UA_EDRPOU"] = (0.9, "the remainders of 11 share ten digits"), ["RU_OGRN"] = (0.95, "the remainders share ten digits"),
        ["TR_VKN"] = (0.85, "modulo 9 and modulo 10"), ["DO_RNC"] = (0.8, "the remainders of 11 share nine digits"), ["PY_RUC"] = (0.95, "the remainders of 11 share ten digits"),
        ["SV_NIT"] = (0.85, "weights up to 14, modulo 11"), ["CN_USCC"] = (0.95, "the modulus is 31"), ["TW_UBN"] = (0.6, "modulo 5 since 2023"), ["VN_MST"] = (0.75, "the number of the branch is not covered"),
        ["ID_NPWP"] = (0.55, "the office and the branch are not covered"), ["TH_MOA"] = (0.85, "the remainders of 11 share ten digits"), ["MU_NID"] = (0.85, "the date is not covered by day"),
        ["UK_UPN"] = (0.9, "the modulus is 23"), ["PL_ID_CARD"] = (0.9, "weights modulo 10"), ["FR_NIF"] = (0.9, "511 is less than 1000"), ["PT_CC"] = (0.9, "letters"),
        ["AT_SVNR"] = (0.95, "dates"), ["AU_TFN"] = (0.8, "two sets of weights are in use for eight digits"), ["CZ_RC"] = (0.9, "ten was written 0 until 1985"),
        ["SG_NRIC_FIN"] = (0, "a row for the series M, whose scheme is not published"), ["IMEI"] = (0.05, "with the software version in place of the check digit"),
    };

    // No check digit: ranges, dates and letters of regions are all that is looked at.
    private static readonly HashSet<string> Ranges =
    [
        "US_ITIN", "US_EIN", "US_MBI", "UK_NINO", "UK_DRIVING_LICENCE", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION", "DK_CPR", "IT_DRIVER_LICENSE", "TR_LICENSE_PLATE", "EG_NATIONAL_ID",
        "IN_PAN", "IN_PASSPORT", "IN_VOTER", "IN_VEHICLE_REGISTRATION", "PK_CNIC", "KR_PASSPORT", "KR_DRIVER_LICENSE", "MY_NRIC", "ID_NIK", "AU_PASSPORT", "MEDICAL_RECORD_NUMBER",
        "AL_NIPT", "AD_NRT", "CR_CPF", "CR_CPJ", "CU_NI", "US_ATIN", "KE_PIN", "GH_TIN", "TN_MF", "NL_PASSPORT", "DE_FUEHRERSCHEIN", "PH_PASSPORT", "EE_REGISTRIKOOD",
        "DE_ID_CARD", "DE_PASSPORT",
    ];

    public static TheoryData<int, string> Rows
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < IdFormats.All.Count; i++)
                if (IdFormats.All[i].Check is not null)
                    data.Add(i, $"{IdFormats.All[i].Type.Name} {IdFormats.All[i].Shape}");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Generated_number_fits_and_a_changed_digit_shows_as_often_as_the_scheme_can_see_it(int row, string name)
    {
        var format = IdFormats.All[row];
        var seed = Random.Shared.Next();
        output.WriteLine($"{name}, seed {seed}");
        var numbers = Generate(format, new Random(seed)).ToList();
        Assert.NotEmpty(numbers);
        var changes = numbers.SelectMany(n => Changes(n, format.Shape)).ToList();
        var seen = changes.Count(c => !format.Fits(c));
        var least = Ranges.Contains(format.Type.Name) ? 0 : Weaker.TryGetValue(format.Type.Name, out var weaker) ? weaker.Least : 1;
        Assert.True(seen >= least * changes.Count, $"{name} sees {(double)seen / changes.Count:0.000} of the changes, not {least}; seed {seed}");
    }

    private static IEnumerable<string> Generate(IdFormat format, Random random)
    {
        var id = new char[format.Shape.Length];
        for (var (found, tries) = (0, 0); found < Wanted && tries < MaxTries; tries++)
        {
            for (var i = 0; i < id.Length; i++)
                id[i] = format.Shape[i] switch { '9' => Any[random.Next(10)], 'A' => Any[random.Next(10, 36)], 'X' => Any[random.Next(36)], var c => c };
            if (!format.Fits(id))
                continue;
            found++;
            yield return new string(id);
        }
    }

    private static IEnumerable<string> Changes(string id, string shape) =>
        from place in Enumerable.Range(0, id.Length)
        where char.IsAsciiDigit(id[place]) && shape[place] is '9' or 'X'
        from digit in "0123456789"
        where digit != id[place]
        select $"{id[..place]}{digit}{id[(place + 1)..]}";
}
