using static MicroApps.Detection.CheckDigits;

namespace MicroApps.Detection;

internal static partial class IdFormats
{
    private static IEnumerable<IdFormat> SouthAmerica()
    {
        yield return new(Pii("BR_CPF", "CPF"), "99999999999", IsCpf, 0.4, new("cpf", "cadastro de pessoa", "contribuinte", "pessoa física", "pessoa fisica", "brazilian", "brazil"));
        var cnpj = Pii("BR_CNPJ", "CNPJ");
        yield return new(cnpj, "XXXXXXXXXXXX99", IsCnpj, Likely, new("cnpj", "cadastro nacional", "pessoa jurídica", "pessoa juridica", "empresa", "brazilian", "brazil")) { Layouts = "14|2.3.3/4-2|8/4-2|2 3 3 4 2|12-2" };
        yield return new(cnpj, "99999999999999", HasCnpjChecks, 0.3, new("cnpj", "cadastro nacional")) { Layouts = "2.3.3/4-2" };
        yield return new(Pii("AR_CUIT", "CUIT"), "99999999999", IsCuit, Checked, new("cuit", "cuil", "clave única", "identificación tributaria", "identificacion tributaria", "identificación laboral", "afip", "arca", "argentine tax", "argentina", "argentine"));
        var (dni, dniWords) = (Pii("AR_DNI", "DNI_AR"), new ContextWords("dni", "documento nacional", "documento de identidad", "nro. documento", "d.n.i", "argentine id", "argentine national"));
        yield return new(dni, "99999999", null, 0.05, dniWords, 0.6);
        yield return new(dni, "9999999", null, 0.05, dniWords, 0.6);

        var (rut, rutWords) = (Pii("CL_RUT", "RUT"), new ContextWords("rut", "run:", "r.u.t", "r.u.n", "rol único", "rol unico", "cédula", "chile", "chilean", "sii"));
        yield return new(rut, "99999999X", IsChileanRut, 0.36, rutWords);
        yield return new(rut, "9999999X", IsChileanRut, 0.36, rutWords);
        var (nit, nitWords) = (Pii("CO_NIT", "NIT"), new ContextWords("nit", "identificación tributaria", "identificacion tributaria", "dian", "colombia", "colombian", "n.i.t"));
        yield return new(nit, "9999999999", IsNit, Checked, nitWords);
        yield return new(nit, "999999999", IsNit, Checked, nitWords);

        yield return new(Pii("PE_RUC", "RUC"), "99999999999", IsPeruvianRuc, Checked, new("ruc", "contribuyente", "sunat", "peru", "perú", "peruvian", "registro único"));
        yield return new(Pii("UY_RUT", "RUT_UY"), "999999999999", IsUruguayanRut, 0.35, new("rut", "registro único", "contribuyente", "dgi", "uruguay"));
        yield return new(Pii("UY_CI", "CI_UY"), "99999999", IsUruguayanId, 0.2, new("cédula", "cedula", "c.i.", "c.i:", "ci:", "documento de identidad", "uruguay", "uruguayan"));
        var cedula = new ContextWords("cédula", "cedula", "ecuador", "ecuadorian", "identidad", "ci:", "registro civil");
        yield return new(Pii("EC_CI", "CI_EC"), "9999999999", IsEcuadorianId, Checked, cedula);
        yield return new(Pii("EC_RUC", "RUC_EC"), "9999999999999", IsEcuadorianRuc, 0.35, new("ruc", "contribuyente", "sri", "ecuador", "ecuadorian"));
        yield return new(Pii("VE_RIF", "RIF"), "A999999999", IsRif, Likely, new("rif", "información fiscal", "informacion fiscal", "seniat", "venezuela", "venezuelan", "r.i.f"));
    }

    // Receita Federal: two check digits modulo 11; the weights grow towards the left.
    private static bool IsCpf(ReadOnlySpan<char> id) =>
        !IsRepdigit(id)
        && Modulo11Check(WeightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2])) == Digit(id[9])
        && Modulo11Check(WeightedSum(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) == Digit(id[10]);

    // Receita Federal, Instrução Normativa 2229 of 2024: letters count with their ASCII code less 48.
    private static bool IsCnpj(ReadOnlySpan<char> id) => id[8] == '0' && HasCnpjChecks(id);

    private static bool HasCnpjChecks(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
        return !IsRepdigit(id)
            && Modulo11Check(AsciiSum(id, weights[1..])) == Digit(id[12]) && Modulo11Check(AsciiSum(id, weights)) == Digit(id[13]);
    }

    private static int AsciiSum(ReadOnlySpan<char> id, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (id[i] - '0') * weights[i];
        return sum;
    }

    private static int Modulo11Check(int sum) => sum % 11 < 2 ? 0 : 11 - (sum % 11);

    // ARCA (once AFIP): the kind of person, eight digits, a check digit modulo 11.
    private static bool IsCuit(ReadOnlySpan<char> id) =>
        Two(id, 0) is 20 or 23 or 24 or 25 or 26 or 27 or 30 or 33 or 34 or 50 or 51 or 55
        && "01234567899"[(11 - (WeightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11] == id[10]
        && WeightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 != 1;

    // Servicio de Impuestos Internos: weights 2 to 7 from the right, K for ten.
    private static bool IsChileanRut(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Digit(id[id.Length - 2 - i]) * (2 + (i % 6));
        return "0123456789K"[(11 - (sum % 11)) % 11] == id[^1] && !IsRepdigit(id) && id[0] != '0';
    }

    // DIAN: prime weights from the right, modulo 11.
    private static bool IsNit(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> weights = [3, 7, 13, 17, 19, 23, 29, 37, 41];
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++)
            sum += Digit(id[id.Length - 2 - i]) * weights[i];
        return "01987654321"[sum % 11] == id[^1] && !IsRepdigit(id) && id[0] != '0';
    }

    private static bool IsPeruvianRuc(ReadOnlySpan<char> id) =>
        Two(id, 0) is 10 or 15 or 16 or 17 or 20 && (11 - (WeightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Digit(id[10]);

    private static bool IsUruguayanRut(ReadOnlySpan<char> id) =>
        Two(id, 0) is >= 1 and <= 22 && id[2..8] is not "000000" && id[8..11] is "001"
        && (11 - (WeightedSum(id, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Digit(id[11]);

    private static bool IsUruguayanId(ReadOnlySpan<char> id) =>
        !IsRepdigit(id) && WeightedSum(id, [2, 9, 8, 7, 6, 3, 4, 1]) % 10 == 0;

    // Registro Civil: province, a third digit below 6 for persons, Luhn.
    private static bool IsEcuadorianId(ReadOnlySpan<char> id) =>
        Two(id, 0) is (>= 1 and <= 24) or 30 or 50 && id[2] < '6' && IsLuhn(id);

    // SRI: a third digit of 9 for companies and of 6 for the state, each with weights of its own.
    private static bool IsEcuadorianRuc(ReadOnlySpan<char> id)
    {
        if (id[10] != '0' || id[10..] is "000" || Two(id, 0) is not ((>= 1 and <= 24) or 30 or 50))
            return false;
        return id[2] switch
        {
            '9' => Modulo11(WeightedSum(id, [4, 3, 2, 7, 6, 5, 4, 3, 2])) == Digit(id[9]),
            '6' => IsEcuadorianId(id[..10]) || Modulo11(WeightedSum(id, [3, 2, 7, 6, 5, 4, 3, 2])) == Digit(id[8]),
            _ => IsEcuadorianId(id[..10]),
        };
    }

    // SENIAT: the letter of the kind of person counts like a digit of its own.
    private static bool IsRif(ReadOnlySpan<char> id)
    {
        var kind = "VEJPG".IndexOf(id[0], StringComparison.Ordinal);
        return kind >= 0 && "00987654321"[(((kind + 1) * 4) + WeightedSum(id[1..], [3, 2, 7, 6, 5, 4, 3, 2])) % 11] == id[9];
    }
}
