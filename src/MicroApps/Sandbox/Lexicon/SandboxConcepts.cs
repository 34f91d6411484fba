namespace MicroApps;

/// <summary>Everyday things of office and shop apps, each with its words in all languages; the first word names the concept.</summary>
internal static class SandboxConcepts
{
    /// <summary>One line a concept; words are folded.</summary>
    public const string Table = """
        email: email mail mailadresse courriel correo posta
        phone: phone telephone telefon telefono telefoon telefone mobile handy rufnummer portable movil cellulare mobiel
        date: date datum fecha deadline frist termin due fallig echeance plazo scadenza vervaldatum prazo day tage tagen dagen jour dia giorno dag
        time: time uhrzeit zeit heure hora ora tijd hour stunde
        amount: amount betrag montant importe importo bedrag sum summe somma total gesamt gesamtbetrag totale totaal
        price: price preis prix precio prezzo prijs preco cost costs kosten cout coste costo custo fee gebuhr
        person: name names person people personen names nom noms nombre nome naam contact kontakt personne persona pessoa author owner assignee verantwortlich recipient sender
        id: id number nummer numero numeros nummern reference referenz referentie code kennung identifier sku isbn ean
        url: url link website webseite lien enlace sito site
        percent: percent percentage prozent pourcentage porcentaje percentuale procent percentagem
        place: city stadt ville ciudad citta stad cidade location ort lieu lugar luogo plaats place address adresse direccion indirizzo adres endereco country land pays pais paese
        keyword: keyword keywords topic topics tag tags schlagwort schlagworter stichwort stichworter thema themen motcle palabra parola trefwoord trefwoorden palavra tema sujet onderwerp
        action: action actions task tasks todo todos aufgabe aufgaben massnahme tache taches tarea tareas accion acciones compito compiti azione azioni taak taken actie actiepunten actiepunt tarefa tarefas acao acoes steps
        summary: summary summaries zusammenfassung resume resumen riassunto samenvatting resumo overview gist synopsis abstract description beschreibung
        title: title subject headline titel betreff uberschrift titre objet titulo asunto titolo oggetto onderwerpregel assunto
        sentiment: sentiment stimmung tone mood tonalitat humeur sentimiento tono umore toon sentimento
        language: language sprache langue idioma lingua taal lang
        category: category categories kategorie kategorien categorie categoria class label type typ kind art
        answer: answer antwort reponse respuesta risposta antwoord resposta result response
        question: question frage pregunta domanda vraag pergunta
        reply: reply draft entwurf brouillon borrador bozza rascunho
        delivery: delivery deliver delivered shipment shipping ship shipped parcel package courier arrived arrive lieferung liefern geliefert versand paket zustellung sendung livraison livrer livre colis expedition entrega entregado envio enviado paquete consegna spedizione pacco levering bezorging geleverd bezorgd pakket verzending encomenda logistics
        payment: payment pay paid invoice invoices billing bill charge charged creditcard bank transfer rechnung zahlung bezahlen bezahlt abbuchung uberweisung konto facture facturation paiement payer paye factura facturacion pago pagar cobro fattura pagamento pagare fatturazione factuur betaling betalen betaald fatura finance
        return: return returns returned refund refunds exchange ruckgabe retoure zurucksenden umtausch erstattung retour rembours remboursement devolucion devolver reembolso reso restituzione rimborso retourneren terugsturen terugbetaling ruilen devolucao
        complaint: complaint complain complaints beschwerde reklamation plainte reclamation queja reclamo lamentela klacht reclamacao
        praise: praise compliment compliments lob eloge elogio complimento felicitaciones
        technical: technical bug crash crashes error login password software app website server printer computer laptop network wifi support technik technisch fehler absturz passwort drucker rechner netzwerk technique panne imprimante reseau tecnico fallo contrasena impresora red guasto stampante technisch storing wachtwoord tecnica avaria senha impressora
        leave: vacation holiday holidays leave pto absence urlaub abwesenheit ferien conge conges vacances vacaciones ausencia ferie assenza vakantie verlof ferias ausencia
        sick: sick illness ill krank krankheit krankmeldung malade maladie enfermo enfermedad malato malattia ziek ziekte doente doenca
        payroll: payroll salary wage wages gehalt lohn salaire salario sueldo stipendio salaris loon ordenado
        hiring: hiring recruitment applicant candidate interview job application bewerbung bewerber kandidat stelle candidature candidat entretien candidatura candidato colloquio sollicitatie kandidaat vaga
        sales: sales sale sell sold revenue turnover offer quote verkauf umsatz angebot vente ventes chiffre venta ventas oferta vendita vendite offerta verkoop omzet offerte venda vendas
        legal: legal contract law clause vertrag recht klausel contrat juridique contrato legale contratto contract juridisch
        account: account profile registration benutzerkonto profil compte cuenta account perfil conta profilo
        product: product quality item article produkt qualitat artikel ware produit qualite article producto calidad articulo prodotto qualita articolo product kwaliteit produto qualidade artigo
        schedule: schedule shift shifts roster rota schicht schichten dienstplan horaire planning turno turnos horario turni rooster dienst escala
        meeting: meeting appointment besprechung sitzung treffen reunion rendezvous cita riunione appuntamento vergadering afspraak reuniao
        urgent: urgent urgently asap immediately emergency critical priority urgency urgencia urgenza prioritat priorite prioridad priorita prioriteit prioridade dringend sofort eilig notfall urgence immediatement urgente inmediatamente emergencia subito immediatamente emergenza dringend spoed onmiddellijk imediatamente
        spam: spam lottery winner prize click unsubscribe bitcoin viagra gewinn gewonnen lotterie gagne loterie loteria premio
        weather: weather wetter meteo clima weer rain regen temperature temperatur forecast
        stock: stock inventory warehouse bestand lager lagerbestand vorrat stocks inventaire inventario existencias magazzino voorraad estoque
        order: order orders ordered bestellung bestellungen bestellen bestellt bestellnummer ordernumber commande commandes commander pedido pedidos ordine ordini ordinare bestelling bestellingen besteld
        customer: customer customers client clients kunde kunden kundin clients cliente clientes clienti klant klanten
        employee: employee employees staff colleague mitarbeiter mitarbeiterin kollege kollegin personal employe employes empleado empleados dipendente dipendenti medewerker medewerkers collega funcionario funcionarios
        ticket: ticket tickets case incident vorgang storung incidencia
        store: store stores shop branch filiale filialen laden geschaft magasin magasins boutique tienda tiendas negozio negozi winkel winkels loja lojas
        search: search find lookup suche suchen finde cherche chercher recherche buscar busca cerca cercare zoek zoeken procurar procura
        create: create open add erstelle erstellen anlegen creer cree crear crea creare maak aanmaken criar cria
        send: send sende senden schicke schicken envoie envoyer envoyez enviar envia invia inviare stuur sturen verstuur
        cancel: cancel cancellation storno stornieren kundigung kundigen absagen annuler annulation cancelar cancelacion annullare annulla annuleren annuleer
        book: book booking reserve reservation buche buchen reservierung reservieren reserver reservar reserva prenota prenotare prenotazione boek boeken reserveren request apply beantrage beantragen demande demander solicitar solicito richiedere aanvragen
        quantity: quantity count menge anzahl stuck quantite cantidad quantita hoeveelheid aantal quantidade quantos units
        company: company organisation organization firm vendor supplier firma unternehmen lieferant entreprise societe fournisseur empresa proveedor azienda fornitore bedrijf leverancier fornecedor
        policy: policy rule rules regel regeln richtlinie regle regles politique politica norma regla regola beleid regra
        other: other others misc miscellaneous sonstiges andere autre autres otro otros otra altro altri overig anders outro outros general none unknown
        """;
}
