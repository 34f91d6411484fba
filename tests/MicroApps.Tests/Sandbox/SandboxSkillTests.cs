namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxSkillTests
{
    private const string Mail = "Bestellnummer BE-20931 vom 3. März 2026 über 1.250,00 €. Fragen an Petra Weber, weber@contoso.de.";

    [Theory]
    [InlineData("Extract the e-mail addresses: write to ana@contoso.es or [EMAIL_3].", "- ana@contoso.es\n- [EMAIL_3]")]
    [InlineData("Extrae los correos: escriba a ana@contoso.es.", "- ana@contoso.es")]
    [InlineData("Extrahiere Bestellnummer, Datum und Betrag: " + Mail, "Bestellnummer: BE-20931\nDatum: 3. März 2026\nBetrag: 1.250,00 €")]
    [InlineData("Extrais les dates : Réunion le 12 février 2026 et le 3 mars.", "- 12 février 2026\n- 3 mars")]
    [InlineData("Estrai gli importi: Pagato 30,00 € e poi 12 euro.", "- 30,00 €\n- 12 euro")]
    [InlineData("Which names are mentioned? Yesterday Anna Schmidt met Tom and Dr. Weber.", "- Anna Schmidt\n- Tom\n- Weber")]
    [InlineData("Extract the phone numbers: call +49 221 123456 or 0221/987654.", "- +49 221 123456\n- 0221/987654")]
    [InlineData("Extract the invoice numbers: INV-2024-001 and #4711 are open.", "- INV-2024-001\n- #4711")]
    [InlineData("Which questions does the customer ask? Hi, where is my order? I wait since Monday. Can I get a refund?", "- Hi, where is my order?\n- Can I get a refund?")]
    [InlineData("Create a table of names and e-mails: Anna anna@contoso.com, Bob bob@contoso.com", "Names: Anna, Bob\nE-mails: anna@contoso.com, bob@contoso.com")]
    [InlineData("Estrai la data: La riunione è il 12 maggio 2026.", "- 12 maggio 2026")]
    [InlineData("Extract the data: Anna Schmidt, born 12.03.1990, pays 20 EUR.", "Date: 12.03.1990\nMoney: 20 EUR\nPerson: Anna Schmidt")]
    [InlineData("Extract the phone numbers: nothing here.", "I do not find that in the text.")]
    public async Task Extract_gives_each_thing_once_in_order(string prompt, string expected) => Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(prompt)));

    [Fact]
    public async Task Extract_action_items_are_the_duties()
    {
        var answer = Bare(await SandboxAsk.TextAsync("List the action items:\n" + SandboxAsk.Note)).Split('\n');
        Assert.Equal(["- Please order a technician before Friday.", "- Tom must check the temperature log every morning.", "- Anna Schmidt will cover the evening shift on Saturday."], answer);
    }

    [Fact]
    public async Task Two_tasks_in_one_request_are_both_done()
    {
        var answer = await SandboxAsk.TextAsync("Summarise this note and list the action items.\n\n" + SandboxAsk.Note);
        Assert.StartsWith("The delivery from Contoso", answer, StringComparison.Ordinal);
        Assert.Contains("\n\n- Please order a technician", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Classify as positive, negative or neutral: I love this shop, great service!", "positive")]
    [InlineData("Classify as positive, negative or neutral: The food was not good.", "negative")]
    [InlineData("Classify as positive, negative or neutral: The shop opens at nine.", "neutral")]
    [InlineData("Ist die Bewertung positiv oder negativ? Die Bedienung war unfreundlich und langsam.", "negativ")]
    [InlineData("Classifica la recensione come positiva, negativa o neutra: Il prodotto è ottimo, grazie!", "positiva")]
    [InlineData("Is deze review positief of negatief? Het eten was lekker en de bediening vriendelijk.", "positief")]
    [InlineData("Classe cet avis comme positif, négatif ou neutre : Service lent et produit cassé.", "négatif")]
    [InlineData("Clasifica como positivo o negativo: El producto llegó roto y tarde.", "negativo")]
    [InlineData("Classifique como positivo ou negativo: Adorei, excelente produto!", "positivo")]
    [InlineData("What is the sentiment? The staff was friendly.", "positive")]
    [InlineData("Which of these categories fits: billing, delivery, complaint about staff, other? My parcel still has not arrived.", "delivery")]
    [InlineData("Ordne die Nachricht als dringend oder nicht dringend ein: Bitte kommen Sie sofort, es ist ein Notfall.", "dringend")]
    [InlineData("Ordne die Nachricht als dringend oder nicht dringend ein: Der Katalog ist da.", "nicht dringend")]
    [InlineData("Rate the urgency as low, medium or high: The checkout is down, please fix it immediately!", "high")]
    [InlineData("Stufe die Priorität als niedrig, mittel oder hoch ein (Kategorie): Der neue Katalog ist da.", "niedrig")]
    [InlineData("Classify into one of:\n- Payroll: salary and wages\n- IT: computers\n- Other\n\nMy laptop does not start.", "IT")]
    public async Task Classify_chooses_one_of_the_classes(string prompt, string expected) =>
        Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(prompt)).Split(" (")[0]);

    [Fact]
    public async Task Classify_only_the_label_gives_nothing_else() =>
        Assert.Equal("return", await SandboxAsk.TextAsync("Ich möchte meine Schuhe zurücksenden.", "Classify the message into one of: invoice, delivery, return, praise. Answer with only the label."));

    [Fact]
    public async Task One_word_gives_nothing_else() =>
        Assert.Equal("positive", await SandboxAsk.TextAsync("Is the following text positive or negative: great service!", "Answer in one word."));

    [Theory]
    [InlineData("How many vacation days do I have?", "Employees have 30 days of vacation per year.")]
    [InlineData("How long is the notice period?", "The notice period is three months.")]
    [InlineData("When must I report sick leave?", "Sick leave must be reported before 9 am to the team lead.")]
    [InlineData("Wie viele Tage Urlaub gibt es?", "Employees have 30 days of vacation per year.")]
    [InlineData("What is the dress code?", "I do not find that in the text.")]
    public async Task Question_is_answered_from_the_system_prompt(string question, string expected) => Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(question, SandboxAsk.Handbook)));

    [Theory]
    [InlineData("Quando é a entrega?\n\nO pedido foi confirmado. A entrega está prevista para 12 de abril de 2026. O pagamento é por transferência.", "A entrega está prevista para 12 de abril de 2026.")]
    [InlineData("Wann kommt der Techniker?\n\nDer Kühlschrank ist defekt. Der Techniker kommt am Donnerstag um 14 Uhr.", "Der Techniker kommt am Donnerstag um 14 Uhr.")]
    [InlineData("Context: Returns take 30 days. Shipping to Austria costs 9.90 EUR.\nQuestion: How much is shipping to Austria?", "Shipping to Austria costs 9.90 EUR.")]
    [InlineData("كيف يمكنني إرجاع المنتج؟\n\nيمكن إرجاع المنتج خلال 30 يوما. التوصيل مجاني.", "يمكن إرجاع المنتج خلال 30 يوما.")]
    public async Task Question_is_answered_from_the_text_beside_it(string prompt, string expected) => Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(prompt)));

    [Fact]
    public async Task Question_without_a_text_admits_that_it_knows_nothing() =>
        Assert.StartsWith("I only know what stands in this conversation", await SandboxAsk.TextAsync("What is the capital of France?"), StringComparison.Ordinal);

    [Fact]
    public async Task Translate_says_that_it_cannot_and_shows_the_parts() =>
        Assert.Equal("I cannot translate. A real model would translate these parts:\n1. The delivery is late.\n2. Please call [PERSON_1].", Bare(await SandboxAsk.TextAsync("Translate to French: The delivery is late. Please call [PERSON_1].")));

    [Fact]
    public async Task Draft_mail_addresses_and_tells()
    {
        var mail = await SandboxAsk.TextAsync("Schreibe eine E-Mail an Herrn Müller, dass die Lieferung erst am Montag kommt.");
        Assert.StartsWith("Betreff: Die Lieferung erst am Montag kommt\n\nGuten Tag Herr Müller,\n\nich möchte Ihnen mitteilen, dass die Lieferung erst am Montag kommt.", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_reply_quotes_and_regrets()
    {
        var mail = await SandboxAsk.TextAsync("Write a polite reply to this complaint:\n\n" + SandboxAsk.Note);
        Assert.Contains("Dear Maria Lopez,", mail, StringComparison.Ordinal);
        Assert.Contains("We are sorry", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_of_something_longer_is_left_to_a_real_model() =>
        Assert.StartsWith("I draft simple mails from templates", await SandboxAsk.TextAsync("Draft a job ad for a cashier"), StringComparison.Ordinal);

    [Theory]
    [InlineData("What language is this? Bonjour, je voudrais un café.", "French"), InlineData("Welche Sprache ist das? The shop is open.", "English")]
    public async Task Language_of_a_text_is_told(string prompt, string expected) => Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(prompt)));

    [Fact]
    public async Task Rewrite_is_calmer() =>
        Assert.Equal("I would like my money back as soon as possible. You do not answer.", Bare(await SandboxAsk.TextAsync("Rewrite this more politely: i want my money back asap!!! you don't answer!")));

    [Theory]
    [InlineData("How many words are in this text: one two three four", "4")]
    [InlineData("Wie viele Sätze hat der Text: Das ist eins. Das ist zwei.", "2")]
    [InlineData("How many e-mails are in the text: a@contoso.com, b@contoso.com, a@contoso.com", "2")]
    [InlineData("Count how often \"milk\" occurs: milk and more milk, no milkshake", "2")]
    public async Task Count_counts(string prompt, string expected) => Assert.Equal(expected, Bare(await SandboxAsk.TextAsync(prompt)));

    [Theory]
    [InlineData("Hello!", "Hello!"), InlineData("Guten Morgen", "Hallo!"), InlineData("Bonjour", "Bonjour"), InlineData("Hola", "¡Hola!"), InlineData("Ciao!", "Ciao!"), InlineData("Goedemorgen", "Hallo!"), InlineData("Bom dia", "Olá!")]
    [InlineData("Was kannst du?", "Ich bin das eingebaute Sandbox-Modell"), InlineData("blorb", "I am the built-in sandbox model"), InlineData("Thanks a lot", "You are welcome.")]
    public async Task Small_talk_is_answered_in_its_language(string prompt, string expected) => Assert.StartsWith(expected, await SandboxAsk.TextAsync(prompt), StringComparison.Ordinal);

    [Fact]
    public async Task Answer_language_of_the_system_prompt_wins() => Assert.StartsWith("Hallo!", await SandboxAsk.TextAsync("Hello!", "Always answer in German."), StringComparison.Ordinal);

    private static string Bare(string answer) => answer.Replace("(sandbox model)", "", StringComparison.Ordinal).Trim();
}
