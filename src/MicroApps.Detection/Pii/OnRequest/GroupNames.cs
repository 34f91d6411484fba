namespace MicroApps.Detection;

/// <summary>Nationalities, peoples, religions and political groups: special categories of data (GDPR, article 9).</summary>
internal static class GroupNames
{
    // Adjectives and names of people; those in the plural take an s.
    private const string Nationalities =
        "Afghan Albanian Algerian American Andorran Angolan Antiguan Argentine Argentinian Argentinean Armenian Australian Austrian Azerbaijani Bahamian Bahraini Bangladeshi Barbadian Belarusian Belgian Belizean "
        + "Beninese Bermudian Bhutanese Bolivian Bosnian Botswanan Brazilian British Briton Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Chadian Chilean Chinese Colombian Comorian Congolese "
        + "Croatian Croat Cuban Cypriot Czech Danish Djiboutian Dominican Dutch Ecuadorian Ecuadorean Egyptian Emirati English Eritrean Estonian Ethiopian Faroese Fijian Filipino Filipina Finnish French Gabonese "
        + "Gambian Georgian German Ghanaian Greek Greenlandic Grenadian Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelandic Icelander Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese "
        + "Jordanian Kazakh Kazakhstani Kenyan Kittitian Korean Kosovar Kuwaiti Kyrgyz Lao Laotian Latvian Lebanese Liberian Libyan Liechtensteiner Lithuanian Luxembourgish Luxembourger Macedonian Malagasy Malawian "
        + "Malaysian Maldivian Malian Maltese Marshallese Mauritanian Mauritian Mexican Micronesian Moldovan Monegasque Mongolian Montenegrin Moroccan Mozambican Namibian Nauruan Nepalese Nepali Nicaraguan "
        + "Nigerian Nigerien Norwegian Omani Pakistani Palauan Palestinian Panamanian Paraguayan Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Samoan Sammarinese Saudi Scottish Senegalese "
        + "Serbian Serb Seychellois Singaporean Slovak Slovakian Slovenian Slovene Somali Spanish Sudanese Surinamese Swazi Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Timorese Togolese Tongan Trinidadian Tunisian "
        + "Turkish Turkmen Tuvaluan Ugandan Ukrainian Uruguayan Uzbek Vanuatuan Venezuelan Vietnamese Welsh Yemeni Yemenite Zambian Zimbabwean Dane Finn Swede Turk Scot Frenchman Frenchwoman Englishman Englishwoman "
        + "Irishman Irishwoman Welshman Dutchman Spaniard Pole";

    private const string Peoples =
        "Abkhaz African Arab Arabian Asian Basque Bengali Berber Bavarian Breton Caribbean Catalan Caucasian Chechen Circassian Corsican Crimean Eurasian European Flemish Galician Gujarati Hausa Hawaiian Hispanic Igbo Inuit Kashmiri Kurd "
        + "Kurdish Latino Latina Latinx Maori Navajo Cherokee Ossetian Pashtun Persian Punjabi Quechua Rohingya Romani Sami Scandinavian Sicilian Slavic Soviet Tamil Tatar Telugu Tibetan Uighur Uyghur Walloon Yoruba Zulu";

    private const string Religions =
        "Christian Catholic Protestant Lutheran Anglican Baptist Methodist Presbyterian Pentecostal Evangelical Mormon Quaker Amish Mennonite Adventist Calvinist Copt Coptic Maronite Jesuit Muslim Moslem Islamic Sunni Shia Shiite Sufi "
        + "Ahmadi Alawite Druze Jewish Jew Hasidic Hindu Buddhist Sikh Jain Taoist Shintoist Zoroastrian Yazidi Bahai Wiccan Pagan Rastafarian Scientologist Unitarian Atheist Agnostic "
        + "Christianity Catholicism Protestantism Islam Judaism Hinduism Buddhism Sikhism Jainism Taoism Atheism Shintoism";

    private const string Politics =
        "Democrat Republican Tory Tories Labourite Communist Communism Socialist Marxist Leninist Maoist Trotskyist Fascist Nazi Anarchist Libertarian Social-Democrat Christian-Democrat Liberal-Democrat Zionist Peronist Gaullist "
        + "Islamist Chavista Bolshevik Ba'athist Likudnik Suffragette";

    // Words that mean something else when they are written small.
    private const string OnlyCapital = "Polish Pole Finn Dane Turk Scot Swede Lao Jain Sufi Tory Tories Democrat Republican Pagan Thai Amish English Adventist Agnostic Evangelical Baptist Sami Slavic Breton Flemish Galician Crimean";

    private static readonly string[] Names = $"{Nationalities} {Peoples} {Religions} {Politics}".Split(' ');

    public static StringSet All { get; } = new(Names.Concat(Names.Select(n => n + "s")));

    public static StringSet Capital { get; } = new(OnlyCapital.Split(' ').SelectMany(n => new[] { n, n + "s" }));
}
