using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxSummaryTests
{
    private const string German = "Leider ist die Lieferung für Köln am 3. März 2026 nicht angekommen. Wir mussten 40 Kunden wegschicken und verloren 1.250,00 € Umsatz. Herr Müller hat zweimal angerufen. Bitte schicken Sie die Ware bis Freitag. Das Wetter war schön.";

    [Theory]
    [InlineData("Summarise this in 2 sentences", SandboxAsk.Note, 2)]
    [InlineData("Fasse den Text in zwei Sätzen zusammen", German, 2)]
    [InlineData("Résume ce texte en une phrase", "Le magasin de Lyon a vendu 300 manteaux. Les clients aiment la collection. La livraison du 12 février est retardée.", 1)]
    [InlineData("Resume este texto en dos frases", "La tienda recibió 200 abrigos el 12 de marzo. Falta la talla grande. El responsable debe llamar al proveedor. Las ventas subieron un 8 %.", 2)]
    [InlineData("Riassumi il testo in due frasi", "Il negozio di Roma ha venduto 100 giacche. La consegna è in ritardo. I clienti sono contenti. Il direttore chiama il fornitore.", 2)]
    [InlineData("Vat de tekst samen in één zin", "De winkel in Utrecht kreeg geen levering. De klanten waren boos. Jan belt de leverancier.", 1)]
    [InlineData("Resuma o texto em duas frases", "A loja vendeu 50 casacos. A entrega está atrasada. O gerente liga ao fornecedor. Os clientes esperam.", 2)]
    public async Task Summary_has_the_wished_number_of_sentences_of_the_text(string task, string text, int sentences)
    {
        var answer = Bare(await SandboxAsk.TextAsync($"{task}:\n\n{text}"));
        var parts = answer.Replace("3. März", "3 März", StringComparison.Ordinal).Split(". ");
        Assert.Equal(sentences, parts.Length);
        Assert.All(parts, part => Assert.Contains(part.TrimEnd('.').Replace("3 März", "3. März", StringComparison.Ordinal), text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Summarise in three bullets", 3), InlineData("Give me the key points as bullets", 3), InlineData("Sum it up in 2 bullet points", 2)]
    public async Task Summary_in_bullets_has_so_many(string task, int bullets)
    {
        var lines = Bare(await SandboxAsk.TextAsync($"{task}:\n{SandboxAsk.Note}")).Split('\n');
        Assert.Equal(bullets, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Was sind die wichtigsten Punkte?\n\n"), InlineData("Give me a title for this text: ")]
    public async Task Key_points_and_titles_are_summaries(string task) =>
        Assert.StartsWith("Leider ist die Lieferung für Köln am 3. März", await SandboxAsk.TextAsync(task + German), StringComparison.Ordinal);

    [Fact]
    public async Task Summary_in_words_stays_within_them()
    {
        var words = Bare(await SandboxAsk.TextAsync("Summarise in 10 words: " + SandboxAsk.Note)).Split(' ');
        Assert.InRange(words.Length, 5, 10);
    }

    [Fact]
    public async Task System_prompt_alone_tells_what_to_do_with_a_note()
    {
        var answer = await SandboxAsk.TextAsync(SandboxAsk.Note, "You are a note summariser for store managers. Write three bullets.");
        Assert.Equal(3, answer.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Instructions_of_the_options_count_like_a_system_prompt()
    {
        var options = new ChatOptions { Instructions = "Summarise the note in one sentence." };
        Assert.Equal("The delivery from Contoso Foods arrived two hours late on Tuesday and three pallets of milk were damaged.", Bare(await SandboxAsk.TextAsync(SandboxAsk.Note, null, options)));
    }

    [Fact]
    public async Task Placeholders_stay_whole()
    {
        var answer = await SandboxAsk.TextAsync("Summarise in 4 sentences: " + SandboxAsk.Note);
        Assert.Contains("I called [PERSON_1] at [PHONE_2] and she promised", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_and_closing_are_no_summary()
    {
        var answer = await SandboxAsk.TextAsync("Fasse zusammen: Guten Tag,\n" + German + "\nMit freundlichen Grüßen\nPetra Weber");
        Assert.StartsWith("Leider ist die Lieferung für Köln am 3. März 2026 nicht angekommen.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Grüßen", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总结一下这段文字：今天的会议讨论了三个问题。第一，销售额增长了百分之十。第二，新店将于五月开业。", "今天的会议")]
    [InlineData("次の文章を要約してください：店舗の売上は先月より10%増えました。新しい商品が人気です。来週の月曜日に会議があります。", "店舗の売上")]
    [InlineData("لخص النص التالي: وصلت الشحنة متأخرة يوم الثلاثاء. اتصل المدير بالمورد. المبيعات جيدة هذا الشهر.", "الشحنة")]
    public async Task Summary_works_without_latin_letters(string prompt, string expected)
    {
        var answer = Bare(await SandboxAsk.TextAsync(prompt));
        Assert.True(answer.Contains(expected, StringComparison.Ordinal) || prompt.Contains(answer, StringComparison.Ordinal), answer);
        Assert.True(answer.Length < prompt.Length);
    }

    [Fact]
    public async Task Other_language_wished_says_that_it_cannot_translate() =>
        Assert.Contains("Ich kann nicht übersetzen", await SandboxAsk.TextAsync("Summarise in German: " + SandboxAsk.Note), StringComparison.Ordinal);

    [Fact]
    public async Task No_text_asks_for_it_and_repeats_the_placeholder()
    {
        var answer = await SandboxAsk.TextAsync("Summarise the note from [EMAIL_1]");
        Assert.Contains("“Summarise the note from [EMAIL_1]”", answer, StringComparison.Ordinal);
        Assert.Contains("paste", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_up_works_on_the_text_of_the_turn_before()
    {
        var response = await new SandboxChatClient().GetResponseAsync(
        [
            new(ChatRole.User, "Summarise: " + SandboxAsk.Note), new(ChatRole.Assistant, "The delivery was late. (sandbox model)"), new(ChatRole.User, "And in one bullet?"),
        ]);
        Assert.StartsWith("- The delivery from Contoso Foods", response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```\n{0}\n```\nSummarise the text above in one sentence."), InlineData("Summarise in one sentence.\n<document>{0}</document>"), InlineData("Task: Summarise in one sentence.\nText: {0}"), InlineData("{0}\n\nSummarise this in one sentence.")]
    public async Task Text_and_task_are_told_apart_however_they_are_set(string form)
    {
        var answer = Bare(await SandboxAsk.TextAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, German)));
        Assert.Equal("Leider ist die Lieferung für Köln am 3. März 2026 nicht angekommen.", answer);
    }

    private static string Bare(string answer) => answer.Replace("(sandbox model)", "", StringComparison.Ordinal).Trim();
}
