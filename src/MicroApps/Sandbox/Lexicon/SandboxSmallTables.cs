namespace MicroApps;

/// <summary>Months, number words, first names and abbreviations, folded.</summary>
internal static class SandboxSmallTables
{
    /// <summary>Month names in the supported languages.</summary>
    public const string Months = """
        1: january januar janner janvier enero gennaio januari janeiro jan
        2: february februar fevrier febrero febbraio februari fevereiro feb
        3: march marz mars marzo maart marco mar
        4: april avril abril aprile apr
        5: may mai mayo maggio mei maio
        6: june juni juin junio giugno junho jun
        7: july juli juillet julio luglio julho jul
        8: august aout agosto augustus aug
        9: september septembre septiembre settembre setembro sep sept
        10: october oktober octobre octubre ottobre outubro oct okt
        11: november novembre noviembre novembro nov
        12: december dezember decembre diciembre dicembre dezembro dec dez
        """;

    /// <summary>Number words from one to twelve.</summary>
    public const string Numbers = """
        1: one single ein eine einem einer einen un une uno una een um uma
        2: two zwei deux dos due twee dois duas
        3: three drei trois tres tre drie
        4: four vier quatre cuatro quattro quatro
        5: five funf cinq cinco cinque vijf
        6: six sechs seis sei zes
        7: seven sieben sept siete sette zeven sete
        8: eight acht huit ocho otto oito
        9: nine neun neuf nueve nove negen
        10: ten zehn dix diez dieci tien dez
        11: eleven elf onze once undici
        12: twelve zwolf douze doce dodici twaalf doze
        """;

    /// <summary>First names that start a person's name.</summary>
    public const string FirstNames =
        "anna anne maria marie sophie sofia julia laura lisa lena emma mia hanna hannah sarah sara eva nina petra sabine monika claudia katharina martina "
        + "peter hans klaus thomas michael stefan andreas martin markus daniel david jan jens tobias lukas felix max paul jonas leon tim uwe jurgen wolfgang "
        + "john james robert william mary linda susan karen emily jane alice bob charlie george edward henry jack oliver mark luke steven brian kevin tom mike "
        + "jean pierre jacques michel luc claire camille chloe julie nathalie isabelle francois nicolas antoine louis hugo lucas amelie helene "
        + "jose juan carlos luis miguel pedro pablo javier antonio manuel carmen lucia elena marta ana isabel rosa diego jorge "
        + "marco luca giulia giovanni giuseppe francesco paolo andrea matteo alessandro chiara francesca elisa roberto stefano "
        + "johan kees piet sanne femke daan bram willem hendrik anouk joost lotte joao tiago rui ines beatriz mariana goncalo ricardo catarina "
        + "ali fatima mohammed ahmed yuki wei li ivan olga piotr ewa";

    /// <summary>Words before a full stop that do not end a sentence.</summary>
    public const string Abbreviations =
        "mr mrs ms dr prof st no nr vs etc inc ltd co jr sr sra sig dott hr fr mme m mlle dhr mevr z b bzw usw ca ggf inkl evtl d h u a e g i p ex art abs vgl str tel ref min max approx dept est jan feb mar apr jun jul aug sep sept oct okt nov dec dez";

    /// <summary>Titles before a person's name.</summary>
    public const string Titles = "mr mrs ms miss dr prof herr herrn frau monsieur madame mme mlle senor senora sr sra signor signora sig dhr mevrouw mevr meneer senhor senhora dona";
}
