import type { Language } from '#text/language.ts';

/** What is said again and again, whatever a ticket is about. */
export type Phrase = keyof (typeof PHRASES)['en'];

/** `{matter}` is the finding or the question of the topic; the other names in braces are slots. */
export const PHRASES = {
  de: {
    receipt: ['Ihre Nachricht ist angekommen. Wir melden uns, sobald jemand sie gelesen hat.'],
    greeting: ['Guten Tag,', 'Hallo,'],
    asking: ['Guten Tag, damit wir weiterkommen, eine Frage:', 'Hallo, eines müssen wir noch wissen:'],
    done: ['Guten Tag, das ist erledigt:', 'Hallo, das hat sich gleich lösen lassen:'],
    status: [
      'wir sind noch daran. Die Ursache ist eingegrenzt, ich melde mich morgen wieder.',
      'der Vorgang liegt bei der zuständigen Fachperson. Ich habe dort eben nachgefragt.',
    ],
    apology: [
      'das tut mir leid. Ich habe den Vorgang wieder geöffnet und sehe ihn mir noch einmal an.',
      'danke für die Rückmeldung. Dann war das nicht die ganze Ursache, ich prüfe weiter.',
    ],
    firstReply: [
      'ich habe Ihren Vorgang übernommen und sehe ihn mir jetzt an.',
      'danke für die genaue Beschreibung. Ich prüfe das und melde mich heute noch.',
      'wir schauen uns das an. Sobald ich mehr weiß, schreibe ich Ihnen.',
    ],
    afterCall: [
      'wie eben besprochen: Ich habe alles aufgenommen und kümmere mich darum.',
      'danke für das Gespräch. Der nächste Schritt liegt bei uns, Sie müssen nichts tun.',
    ],
    callNote: ['Anliegen aufgenommen, erste Prüfung gemeinsam gemacht.', 'Gemeinsam durchgegangen, Meldung notiert.'],
    callBack: [
      'Rückruf: Stand erklärt, nächsten Schritt vereinbart.',
      'Kurz angerufen und nachgefragt, ist noch offen.',
    ],
    handOver: [
      'Bitte übernehmen. {matter} Neustart und andere Anmeldung sind schon versucht.',
      'Auf unserer Ebene nicht zu lösen. {matter} Die Person ist bis 16 Uhr erreichbar.',
    ],
    returned: ['Bitte ergänzen: Uhrzeit und genaue Meldung fehlen, so kann ich nicht suchen.'],
    handOverAgain: ['Nachgefragt und ergänzt. {matter} Bildschirmabzug liegt bei.'],
    reminder: ['Guten Tag, wir warten noch auf Ihre Antwort und können ohne sie nicht weitermachen.'],
    lastReminder: [
      'Guten Tag, wir haben nichts von Ihnen gehört. Ohne Antwort schließen wir den Vorgang in zwei Tagen.',
    ],
    noAnswer: ['Ohne Antwort geschlossen. Eine Nachricht genügt, und wir machen weiter.'],
    parked: [
      'bitte beobachten Sie, ob es noch einmal auftritt, und geben Sie uns Bescheid.',
      'bitte geben Sie uns eine Rückmeldung, ob das Verhalten noch besteht.',
    ],
    vendor: ['Beim Hersteller gemeldet, wartet auf dessen Antwort.', 'Ersatzteil ist bestellt, Lieferung steht aus.'],
    chase: [
      'Gibt es schon etwas Neues? Ich komme ohne das nicht weiter.',
      'Wie ist der Stand? Morgen habe ich einen Termin, für den ich es brauche.',
    ],
    escalate: [
      'Anliegen hängt seit Tagen, die Bereichsleitung hat angerufen.',
      'Mehrere Personen können nicht arbeiten, Frist ist nicht zu halten.',
    ],
    escalationAnswer: [
      'Danke für den Hinweis. Eine zweite Person hilft ab sofort mit, ich rufe die Bereichsleitung an.',
      'Mit dem Team gesprochen, der Vorgang hat Vorrang bis zur Lösung.',
    ],
    thanks: ['Vielen Dank, es klappt wieder!', 'Super, danke für die schnelle Hilfe.', 'Danke, funktioniert.'],
    again: [
      'Leider tritt es wieder auf, genau wie vorher.',
      'Das Problem ist zurück, heute um {time} Uhr.',
      'Es ging einen Tag, jetzt ist alles wie zuvor.',
    ],
    rejected: [
      'Das hilft noch nicht, die Meldung kommt weiterhin.',
      'Nur zum Teil gelöst: Es geht am Notebook, aber nicht am Telefon.',
    ],
    cancelled: ['Hat sich erledigt, danke.', 'Wir brauchen es doch nicht mehr.'],
    waived: [
      'Wartungsfenster war angekündigt, Frist gilt hier nicht.',
      'Verzögerung lag nachweislich beim Anbieter der Leitung.',
    ],
    sameAgain: ['Ich habe das vor {minutes} Minuten schon einmal gemeldet, zur Sicherheit hier noch einmal mit Bild.'],
    followUp: ['Nachtrag: An {device} ist es genauso.', 'Noch ein Hinweis: Vor dem Update am Montag war alles gut.'],
    noteOpening: ['Zwischenstand: {matter}', 'Für die Kollegen: {matter}'],
  },
  en: {
    receipt: ['Your message has arrived. We will be in touch as soon as somebody has read it.'],
    greeting: ['Hello,', 'Good day,'],
    asking: ['Hello, to go on we have one question:', 'Good day, one thing we still need to know:'],
    done: ['Hello, this is done:', 'Good day, this could be solved at once:'],
    status: [
      'we are still on it. The cause is narrowed down and I will write again tomorrow.',
      'the ticket is with the person in charge. I have just asked there.',
    ],
    apology: [
      'I am sorry. I have opened the ticket again and will take another look.',
      'thank you for telling us. Then that was not the whole cause, I will keep checking.',
    ],
    firstReply: [
      'I have taken your ticket and am looking at it now.',
      'thank you for the clear description. I will check it and come back to you today.',
      'we are looking into it. I will write as soon as I know more.',
    ],
    afterCall: [
      'as just discussed: I have noted everything and will take care of it.',
      'thank you for the call. The next step is ours, there is nothing you need to do.',
    ],
    callNote: [
      'Noted the matter, made the first checks together.',
      'Went through it together, wrote down the message.',
    ],
    callBack: ['Called back: explained where we stand, agreed on the next step.', 'Short call to ask, still open.'],
    handOver: [
      'Please take over. {matter} Restart and another sign-in were tried.',
      'Cannot be solved on our level. {matter} The person can be reached until 4 pm.',
    ],
    returned: ['Please add time and exact message, without them I cannot search.'],
    handOverAgain: ['Asked and added. {matter} A screenshot is attached.'],
    reminder: ['Hello, we still wait for your answer and cannot go on without it.'],
    lastReminder: ['Hello, we have not heard from you. Without an answer we close the ticket in two days.'],
    noAnswer: ['Closed without an answer. One message is enough and we go on.'],
    parked: [
      'please watch whether it happens again and let us know.',
      'please tell us whether the behaviour persists.',
    ],
    vendor: ['Reported to the manufacturer, waiting for an answer.', 'Spare part ordered, delivery pending.'],
    chase: ['Is there any news? I cannot go on without it.', 'Where do we stand? I need it for a meeting tomorrow.'],
    escalate: [
      'The matter has been stuck for days, the head of department called.',
      'Several people cannot work and the target cannot be kept.',
    ],
    escalationAnswer: [
      'Thank you for raising it. A second person helps from now on, and I call the head of department.',
      'Spoke with the team; the ticket has priority until it is solved.',
    ],
    thanks: ['Thank you very much, it works again!', 'Great, thanks for the quick help.', 'Thanks, working.'],
    again: [
      'Unfortunately it happens again, just as before.',
      'The problem is back, today at {time}.',
      'It worked for a day, now all is as before.',
    ],
    rejected: [
      'That does not help yet, the message still appears.',
      'Only partly solved: it works on the notebook but not on the phone.',
    ],
    cancelled: ['No longer needed, thank you.', 'We do not need it after all.'],
    waived: [
      'A maintenance window was announced, the target does not apply here.',
      'The delay was with the provider of the line, as proven.',
    ],
    sameAgain: ['I reported this {minutes} minutes ago; to be safe here it is again, with a picture.'],
    followUp: ['One more thing: it is the same on {device}.', 'A hint: before the update on Monday all was fine.'],
    noteOpening: ['Where we stand: {matter}', 'For colleagues: {matter}'],
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>;

/** What arrives although nobody asked for it, and what the desk writes to test itself. */
export const NOISE = {
  spam: {
    de: ['Gewinnbenachrichtigung, bitte sofort antworten', 'Günstige Werbegeschenke für Ihre Firma'],
    en: ['You have won, please answer at once', 'Cheap promotional gifts for your company'],
  },
  test: {
    de: ['Test der Annahme per E-Mail', 'Probeticket, bitte ignorieren'],
    en: ['Test of mail intake', 'Trial ticket, please ignore'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
