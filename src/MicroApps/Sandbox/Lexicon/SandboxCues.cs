namespace MicroApps;

/// <summary>What a request can ask for.</summary>
internal enum SandboxIntent { None, Summarise, Extract, Classify, Translate, Draft, Rewrite, Count, Answer, Greet, Thank, Help }

/// <summary>How surely a cue tells the intent: a verb is sure, a noun less so, a verb such as "write" needs an object.</summary>
internal enum SandboxCueStrength { Generic, Noun, Verb }

/// <summary>Words that tell what is asked, folded; each is looked for at the start of a word, '_' stands for a blank.</summary>
internal static class SandboxCues
{
    /// <summary>Lines of <c>Intent Strength: cue cue …</c>.</summary>
    public const string Table = """
        Summarise Verb: summari sum_up sum_it_up sum_this_up tldr tl_dr condense_ shorten recap_ shorter kurzer plus_court mas_corto piu_breve korter_ mais_curto boil_down zusammenfass fass_ fasse_ fassen_sie kurze_den kurze_das resumez resumer resumir resumi resuma resumelo resume_this resume_ce resume_cet resume_le_ resume_la_ resume_les_ resume_en_ resume_este resume_esta resume_el_ resume_los_ resume_o_ resume_a_ synthetise riassum sintetizz samenvat vat_ samen_vatten 要約 まとめ 总结 總結 概括 摘要 لخص تلخيص
        Summarise Noun: summary synopsis key_point main_point highlights the_gist overview kernpunkte wichtigsten_punkte resume resumen synthese points_cles puntos_clave sintesi punti_chiave kernpunten resumo pontos_principais ملخص
        Summarise Generic: title headline subject_line titel uberschrift titre titulo titolo
        Extract Verb: extract pull_out pick_out find_all find_the_ find_every list_all list_the_ list_every identify which_email what_email extrahier liste_ finde_ finden_sie nenne_ suche_ extrai extrae estrai trouve_ releve_ encuentra enumera lista_ elenca trova_ haal_ noem_ zoek_ vind_ encontr 抽出 提取 استخرج
        Extract Noun: action_item to_do_ to_dos todos keywords key_words schlagworter stichworter mots_cles palabras_clave parole_chiave trefwoorden palavras_chave email_addresses actiepunten
        Classify Verb: classif categori kategorisier klassifizier einordne ordne_ label_ sentiment stimmung tonalit which_of_these which_of_the_following which_category welche_kategorie welcher_kategorie quelle_categorie que_categoria quale_categoria welke_categorie qual_categoria clasific triage_ rate_the determine_whether decide_whether is_this is_it ist_das ist_dies est_ce_que_c est_ce es_esto e_questo is_dit isto_e 分类 分類 صنف
        Classify Noun: category kategorie categorie categoria positive_or positiv_oder positif_ou
        Translate Verb: translat ubersetz traduis tradui traduc traduz vertaal vertal 翻訳 翻译 翻譯 ترجم
        Draft Verb: draft reply_to respond_to compose_ verfass antworte_auf beantwort redig redact repond respond_a responde_a rispond responda answer_this_mail answer_this_email answer_the_email answer_the_mail
        Draft Generic: write_ schreib ecri escrib scriv schrijf escrev prepare_
        Rewrite Verb: rewrite rephrase reword paraphras polish_ proofread make_this_more make_it_more make_this_sound make_this_polite make_it_polite make_this_friend spelling grammar_ rechtschreib orthograph ortograf ortogra correct_ improve_ umformulier formulier verbesser reformul corrige ameliore riscriv riformul migliora_ herschrijf herformuleer verbeter reescrev reescrib mejora_ melhora_
        Count Verb: count_ how_many number_of wie_viele wieviele zahle_ anzahl combien compte_ cuant quanti_ quante_ hoeveel tel_ quantos quantas
        Answer Verb: tell_me explain answer_ erklar beantworte_die explique dime spiegami leg_uit diga_me
        """;

    /// <summary>Openings of small talk; only for short messages.</summary>
    public const string SmallTalk = """
        Greet: hello hi_ hi hey good_morning good_afternoon good_evening hallo guten_tag guten_morgen guten_abend moin servus gruss bonjour bonsoir salut hola buenos_dias buenas ciao buongiorno buonasera salve hoi goedemorgen goedendag goedemiddag ola bom_dia boa_tarde boa_noite 你好 こんにちは مرحبا السلام
        Thank: thanks thank_you danke vielen_dank merci gracias grazie dank_je bedankt obrigad 谢谢 ありがとう شكرا
        Help: help what_can_you who_are_you what_are_you was_kannst_du was_konnen_sie wer_bist_du wer_sind_sie hilfe que_peux_tu que_pouvez_vous qui_es_tu qui_etes_vous aide que_puedes quien_eres ayuda cosa_puoi chi_sei aiuto wat_kun_je wat_kan_je wie_ben_je o_que_voce que_podes quem_e ajuda
        """;

    /// <summary>What a mail or message is called: the object that makes "write" a draft.</summary>
    public const string MailNouns = "mail email letter reply response message announcement invitation brief antwort nachricht schreiben einladung lettre reponse courriel courrier carta respuesta correo mensaje lettera risposta messaggio antwoord bericht resposta mensagem apology";

    /// <summary>Labels before a text that is given as material.</summary>
    public const string MaterialLabels = "context text document note notes email mail message article review feedback input transcript data content ticket comment kontext dokument notiz notizen nachricht artikel bewertung kommentar texte contexte note message avis texto contexto nota documento mensaje testo contesto messaggio recensione tekst notitie bericht mensagem inhalt handbook policy handbuch";

    /// <summary>Labels before what is asked.</summary>
    public const string TaskLabels = "question task instruction instructions request query frage aufgabe anweisung tache consigne pregunta tarea domanda compito richiesta vraag taak opdracht pergunta tarefa pedido";

    /// <summary>Words that open a question.</summary>
    public const string QuestionWords = "what which who whom whose when where why how is are was were does do did can could will would should has have was wer wen wem wann wo warum wie welche welcher welches ist sind hat kann darf muss que quoi qui quand ou pourquoi comment quel quelle quels quelles est combien como cuando donde quien cual cuanto cuantos por chi cosa quando dove perche quale quanto wat wie wanneer waar waarom hoe welke is kan mag onde quem qual quantos posso puis peux puedo";
}
