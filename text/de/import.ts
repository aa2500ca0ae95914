import type { importing as english } from '../en/import.ts';

/** German words of importing logs. */
export const importing: Record<keyof typeof english, string> = {
  'command.import': 'übernimmt das Protokoll eines anderen Systems',
  'failure.importUsage':
    'Aufruf: kundig import uci-498 DATEI [--time-zone ZONE] [--unknown-status ZUSTAND] [--skip-unreadable REST.csv] [--dry-run] [--json] oder kundig import csv DATEI --map ZUORDNUNG.json [...]. Erklärt in docs/import.md.',
  'failure.importTimeZone': '„{value}“ ist keine Zeitzone. --time-zone braucht einen Namen wie Europe/Berlin oder UTC.',
  'failure.importState': '--unknown-status kennt „{value}“ nicht. Möglich sind active oder: {states}.',
  'failure.importNoState': '--unknown-status braucht eine Zuordnung, die die Spalte des Zustands nennt („state“).',
  'failure.importNoFile': 'Eine Datei {file} gibt es nicht.',
  'failure.importFolder': '{file} ist ein Ordner, keine Datei.',
  'failure.importNoRight': 'Sie dürfen {file} nicht lesen. Geben Sie diesem Konto das Leserecht.',
  'failure.importFileUnreadable': 'Kundig kann {file} nicht lesen: {reason}. Prüfen Sie den Pfad und das Leserecht.',
  'failure.importNotGzip':
    'Die Datei {file} ist nicht mit gzip gepackt, obwohl ihr Name es sagt. Benennen Sie sie um oder packen Sie sie neu.',
  'failure.importDamaged':
    'Die gepackte Datei {file} ist bei Zeile {line} beschädigt oder abgeschnitten. Holen Sie sie erneut.',
  'failure.importEmpty':
    'Die Datei {file} hat keine Zeilen. Sie braucht eine Zeile mit den Spaltennamen und mindestens eine weitere.',
  'failure.importHeader':
    'Die Spaltennamen (Zeile {line}) sind nicht wohlgeformt: Ein Anführungszeichen steht, wo keines stehen darf.',
  'failure.importDelimiter':
    'Die Datei {file} hat nur eine Spalte, wenn man sie an „{delimiter}“ trennt; in der ersten Zeile steht aber „{other}“. Setzen Sie „delimiter“ in der Zuordnung.',
  'failure.importRowTooLong':
    'Die Zeile, die bei {line} beginnt, ist länger als {limit} Zeichen (in ihrem Feld {field}). Vermutlich wird dort ein Anführungszeichen nie geschlossen.',
  'failure.importEncoding':
    'Zeile {line} ist kein Text in {encoding}. Speichern Sie die Datei als UTF-8 oder nennen Sie ihre Kodierung in der Zuordnung („encoding“).',
  'failure.importUtf16':
    'Die Datei {file} ist UTF-16, nicht UTF-8. Speichern Sie sie als UTF-8 oder setzen Sie "encoding": "{encoding}" in der Zuordnung.',
  'failure.importColumns': 'Der Datei fehlen Spalten, die die Zuordnung nennt: {columns}. Sie hat: {found}.',
  'failure.importBusy': 'Eine andere Übernahme von {source} läuft. Warten Sie, bis sie zu Ende ist.',
  'failure.importRefused':
    'Unlesbare Zeilen: {rows}. Daher wurde nichts übernommen. Berichtigen Sie Datei oder Zuordnung (--dry-run nennt alle), oder übernehmen Sie den Rest mit --skip-unreadable REST.csv.',
  'failure.importMapJson': 'Die Zuordnung {file} ist kein gültiges JSON.',
  'failure.importMapJsonAt': 'Die Zuordnung {file} ist kein gültiges JSON (Zeile {line}, Spalte {column}).',
  'failure.importMapTooLong': 'Die Zuordnung {file} ist länger als {limit} Byte; das ist keine Zuordnung.',
  'failure.importMap': 'Die Zuordnung {file} ist nicht gültig:',
  'import.map.missing': '{path} fehlt.',
  'import.map.object': '{path} muss ein Objekt sein, in geschweiften Klammern.',
  'import.map.text': '{path} muss ein Text sein, in Anführungszeichen.',
  'import.map.list': '{path} muss eine Liste sein, in eckigen Klammern.',
  'import.map.choice': '{path} muss eines davon sein: {choices}.',
  'import.map.unknownKey': '{path} ist kein Schlüssel, den eine Zuordnung dort hat.',
  'import.map.empty': '{path} darf nicht leer sein.',
  'import.map.tooLong': '{path} ist zu lang.',
  'import.map.pair': '{path} muss eine Liste aus zwei Uhrzeiten sein, etwa ["08:00", "17:00"].',
  'import.map.date': '{path} muss ein Datum sein, das es gibt, etwa "2026-12-24".',
  'import.map.sourceName':
    '{path} muss ein Name aus Kleinbuchstaben (a bis z), Ziffern und Bindestrichen sein, höchstens 63.',
  'import.map.delimiter': '{path} muss ein einzelnes Zeichen sein, etwa ";" oder "\\t", und kein Anführungszeichen.',
  'import.map.format':
    '{path} muss iso, epoch-seconds, epoch-milliseconds oder ein Muster sein, etwa "d/M/yyyy HH:mm": Tag, Monat und Jahr, jeder Teil einmal, hh mit a.',
  'import.map.timeZone': '{path} muss der Name einer Zeitzone sein, etwa "Europe/Berlin".',
  'import.map.timeOfDay': '{path} muss eine Uhrzeit sein, etwa "08:00"; "24:00" beendet einen Tag und beginnt keinen.',
  'import.map.hoursOverMidnight':
    '{path} muss nach dem Anfang enden: Die Zeiten eines einzelnen Tages gehen nicht über Mitternacht.',
  'import.map.region': '{path} muss ein Land oder ein Teil davon sein, etwa „DE-BY“, „AT“ oder „CH-ZH“.',
  'import.map.years': '{path} muss Jahre ab 1990 nennen, etwa „2016-2018“, höchstens dreißig.',
  'failure.importRegion':
    'Kundig kennt keine Feiertage von {region}. Nennen Sie für Deutschland ein Land wie DE-BY, sonst einen Staat oder einen Teil davon, etwa AT oder CH-ZH.',
  'import.map.atMissing': '{path} fehlt: Eine Zeile je Ereignis muss sagen, wann es geschah.',
  'import.map.createdAtMissing':
    '{path} fehlt: Eine Zeile je Vorgang muss sagen, wann er erstellt wurde („createdAt“, sonst „at“).',
  'import.map.endEmpty': '{path} muss eine Spalte für „resolvedAt“, „closedAt“ oder beide nennen.',
  'import.map.eventOnly': '{path} hat nur einen Sinn, wo eine Zeile ein Ereignis ist.',
  'import.map.witness':
    '{path}: Keine Spalte der Zuordnung kann das sagen. Nennen Sie die Spalte oder lassen Sie dies weg.',
  'import.map.verdictTwice': '{path} nennt einen Wert, den auch „met“ nennt.',
  'import.map.levelNumber': '{path} muss eine Zahl enthalten: Level sind 1, 2, 3 …',
  'import.map.neverOpen': '{path} nennt keine Zeiten: Ein solcher Kalender ist nie offen.',
  'import.map.whole': 'Die Zuordnung',
  'import.problemAt': 'Zeile {line}, Spalte {column}: {problem}: „{value}“',
  'import.problemAtEmpty': 'Zeile {line}, Spalte {column}: {problem}',
  'import.problemOfRow': 'Zeile {line}: {problem}: {value}',
  'import.problem.strayQuote':
    'ein Anführungszeichen mittendrin; das Feld muss in Anführungszeichen stehen, die inneren verdoppelt',
  'import.problem.unclosedQuote': 'ein Anführungszeichen wird hier geöffnet und nie geschlossen',
  'import.problem.ticketMissing': 'der Vorgang hat keine Kennung',
  'import.problem.instantMissing': 'es steht nicht da, wann das geschah',
  'import.problem.unreadable': 'kein Zeitpunkt im Format der Zuordnung',
  'import.problem.no_such_date': 'dieses Datum gibt es nicht',
  'import.problem.skipped_hour': 'diese Uhrzeit wurde beim Vorstellen der Uhr übersprungen',
  'import.problem.out_of_range': 'ein Jahr vor 1970 oder nach 2199',
  'import.problem.orderUnreadable': 'keine ganze Zahl',
  'import.problem.stateUnknown': 'ein Zustand, den die Zuordnung nicht kennt',
  'import.problem.stateMissing': 'der Zustand fehlt',
  'import.problem.endMissing': 'gelöst oder geschlossen, aber es steht nicht da, wann',
  'import.problem.verdictUnknown': 'ein Urteil, das die Zuordnung nicht kennt',
  'import.problem.levelUnreadable': 'ein Level ist eine Zahl',
  'import.problem.controlCharacter': 'ein Steuerzeichen',
  'import.problem.tooLong': 'länger als 200 Zeichen',
  'import.problem.tooManyFields': 'mehr Felder, als die erste Zeile Spalten hat',
  'import.problem.tooFewFields': 'weniger Felder, als die erste Zeile Spalten hat',
  'import.problem.tooManyRows': 'mehr als 5.000 Zeilen eines Vorgangs, das ist kaum seine Kennung',
  'import.unreadable':
    'Unlesbare Zeilen: {rows}. Eine echte Übernahme würde die Datei ablehnen und nichts ändern, außer sie soll ohne sie weitergehen: --skip-unreadable REST.csv.',
  'import.reading': 'Bytes lesen',
  'import.writing': 'Vorgänge schreiben',
  'import.done': '{source} übernommen ({zone})',
  'import.dryRun': 'Probelauf von {source} ({zone}): nichts wurde geschrieben',
  'import.rows': 'Gelesene Zeilen',
  'import.tickets': 'Vorgänge in der Datei',
  'import.added': 'neu',
  'import.extended': 'fortgesetzt',
  'import.unchanged': 'unverändert',
  'import.changed': 'anders erzählt als zuvor, bleiben wie sie sind',
  'import.events': 'Hinzugekommene Ereignisse',
  'import.eventsPlanned': 'Ereignisse, die hinzukämen',
  'import.repairs': 'Berichtigt',
  'import.repair.unknown_state': 'unbekannter Zustand, gelesen wie in der Zuordnung',
  'import.repair.repeated_hour': 'Uhrzeit, die es zweimal gab, als die erste gelesen',
  'import.repair.out_of_order': 'Zeile außer der Reihe',
  'import.repair.before_creation': 'Zeile vor der Erstellung, zählt zur Erstellung',
  'import.repair.end_told_early': 'Ende vorweggenommen, weggelassen',
  'import.repair.after_end': 'Zeile nach dem Ende, weggelassen',
  'import.repair.resolution_from_closing': 'kein Zeitpunkt der Lösung, der Abschluss steht dafür',
  'import.repair.resolution_before_creation': 'Lösung vor der Erstellung, zählt zur Erstellung',
  'import.repair.closing_before_resolution': 'Abschluss vor der Lösung, zählt zur Lösung',
  'import.repair.end_of_open_ticket': 'Ende eines Vorgangs, der offen ist, weggelassen',
  'import.repair.told_again': 'Vorgang mehrmals erzählt, die letzte Zeile zählt',
  'import.lines': 'Zeilen, zum Beispiel',
  'import.changedExamples': 'Zum Beispiel: {tickets}',
  'import.month': 'Monat',
  'import.created': 'erstellt',
  'import.resolved': 'gelöst',
  'import.closed': 'geschlossen',
  'import.file': 'Datei',
  'import.database': 'Datenbank',
  'import.sum': 'Summe',
  'import.agree': 'Datei und Datenbank stimmen in jedem Monat überein.',
  'import.differ':
    'Datei und Datenbank unterscheiden sich in {months}: Die Datenbank hat auch Vorgänge, die nicht in der Datei stehen oder die sie anders erzählt.',
  'http.import_busy':
    'Dieser Import läuft gerade, oder ein anderer aus derselben Quelle. Warten Sie, bis er zu Ende ist, oder brechen Sie ihn ab.',
  'http.import_file_gone': 'Die Datei dieses Imports ist entfernt. Laden Sie sie noch einmal hoch.',
  'http.imports_full': 'Es ist kein Platz mehr. Entfernen Sie Dateien oder Zuordnungen, die Sie nicht mehr brauchen.',
  'http.file_too_large':
    'Die Datei ist größer, als dieser Server annimmt (KUNDIG_UPLOAD_MEGABYTES). Packen Sie sie mit gzip, oder teilen Sie sie nach Monaten.',
  'http.file_empty': 'Die Datei ist leer. Exportieren Sie sie noch einmal, mit den Spaltennamen in der ersten Zeile.',
  'http.mapping_wrong':
    'Die Zuordnung ist noch nicht vollständig oder nicht richtig. Was fehlt, steht bei den Feldern.',
  'failure.importUnexpected':
    'Etwas ging schief, das Kundig nicht vorhergesehen hat. Was schon geschrieben ist, ist vollständig; versuchen Sie es noch einmal. Mehr steht im Protokoll des Servers.',
  'api.route.listImports': 'Nennt die hochgeladenen Protokolle, die neuesten zuerst.',
  'api.route.readImport': 'Liest einen Import: seine Zuordnung, wie weit seine Aufgabe ist, und seinen Bericht.',
  'api.route.readInspection':
    'Liest, was in einem hochgeladenen Protokoll steht: die ersten Zeilen, die Spalten mit ihren Werten, eine vermutete Zuordnung.',
  'api.route.listImportMappings': 'Nennt die gespeicherten Zuordnungen.',
  'api.route.uploadImport':
    'Nimmt ein Protokoll an: CSV, mit gzip gepackt oder nicht. Seine Bytes sind der Inhalt der Anfrage.',
  'api.route.inspectImport': 'Sieht die Datei noch einmal an, mit anderem Trennzeichen oder anderer Kodierung.',
  'api.route.saveImportDraft':
    'Hebt die Zuordnung eines Imports auf, auch eine halbe, und sagt, was an ihr nicht stimmt.',
  'api.route.dryRunImport': 'Beginnt einen Probelauf: liest, prüft und zählt alles, schreibt nichts.',
  'api.route.runImport': 'Beginnt den Import oder setzt einen unterbrochenen fort.',
  'api.route.cancelImport': 'Beendet die laufende Aufgabe. Geschriebene Vorgänge bleiben.',
  'api.route.removeImportFile': 'Entfernt die hochgeladene Datei; ihr Bericht bleibt.',
  'api.route.saveImportMapping':
    'Speichert eine Zuordnung unter ihrer Quelle und einem Namen; die frühere dieses Namens wird ersetzt.',
  'api.route.removeImportMapping': 'Entfernt eine gespeicherte Zuordnung.',
  'api.route.importProblems': 'Was der letzte Probelauf oder Import beanstandet hat, als CSV.',
  'api.route.importMappingFile': 'Die Zuordnung eines Imports als die Datei, die die Befehlszeile nimmt.',
  'api.route.savedMappingFile': 'Eine gespeicherte Zuordnung als die Datei, die die Befehlszeile nimmt.',
  'rule.uploadMegabytes': 'eine ganze Zahl von 1 bis 10000',
  'setting.KUNDIG_UPLOAD_MEGABYTES':
    'Die größte Datei (in Megabyte zu 1.048.576 Byte), die für einen Import hochgeladen werden kann. Alle hochgeladenen Dateien zusammen dürfen viermal so groß sein.',
  'import.map.columnMissing': '{path}: Die Datei hat keine solche Spalte.',
  'import.column.line': 'Zeile',
  'import.column.column': 'Spalte',
  'import.column.what': 'Was es ist',
  'import.column.value': 'Wert',
  'import.task.refused':
    'Unlesbare Zeilen: {rows}. Darum wurde nichts übernommen. Berichtigen Sie die Datei oder die Bedeutung ihrer Spalten, oder machen Sie ohne diese Zeilen weiter; die Liste der Mängel nennt jede.',
  'import.task.delimiter':
    'Bei „{delimiter}“ getrennt hat die Datei {file} eine einzige Spalte; in ihrer ersten Zeile steht „{other}“. Wählen Sie das andere Zeichen.',
  'import.task.utf16': 'Die Datei {file} ist UTF-16. Wählen Sie {encoding} als Kodierung.',
  'import.task.encoding': 'Zeile {line} ist kein Text in {encoding}. Wählen Sie eine andere Kodierung.',
  'progress.line': '{label} {bar} {percent} %  {rate}/s  {left}',
  'progress.left': 'noch {time}',
  'failure.importNoText':
    '{file} ist keine Textdatei und hat keine Zeilen. Exportieren Sie die Vorgänge aus dem anderen System als CSV.',
  'failure.importZip':
    '{file} ist eine Excel-Mappe oder ein ZIP-Archiv und keine CSV-Datei. Öffnen Sie sie und speichern Sie sie als „CSV UTF-8“, oder entpacken Sie das Archiv.',
  'failure.importOldExcel':
    '{file} ist eine alte Excel-Mappe und keine CSV-Datei. Öffnen Sie sie und speichern Sie sie als „CSV UTF-8“.',
  'failure.importGzipTwice': '{file} ist zweimal mit gzip gepackt. Entpacken Sie sie einmal.',
  'failure.importMostRejected':
    '{rows} Zeilen würden weggelassen, mehr als {limit}. So viele haben eine Ursache: Berichtigen Sie die Zuordnung, nicht die Zeilen. Nichts wurde übernommen.',
  'failure.importRejectedFile':
    'Die Datei {file} für die weggelassenen Zeilen gibt es schon, oder sie lässt sich nicht schreiben. Nennen Sie eine andere.',
  'import.problem.ticketRejected':
    'eine andere Zeile dieses Vorgangs ist unlesbar, deshalb bleibt der ganze Vorgang weg',
  'import.knownElsewhere':
    '{tickets} dieser Vorgangskennungen sind schon aus der Quelle {source} bekannt. Stammt die Datei aus demselben System, dann wählen Sie diese Quelle: sonst zählen diese Vorgänge doppelt.',
  'import.numbered': 'Mehrfach vorkommende Spaltennamen wurden nummeriert: {columns}',
  'import.column.reason': 'Warum sie fehlt',
  'import.rowsImported': 'übernommen',
  'import.rowsPlanned': 'zu übernehmen',
  'import.rejected': 'weggelassen',
  'import.rejectedNote':
    'Weggelassene Zeilen: {rejected}. Davon sind {unreadable} unlesbar; die übrigen gehören zu denselben Vorgängen, die ganz wegbleiben.',
  'import.rejectedWritten':
    'Sie stehen in {file}, jede mit dem Grund. Berichtigen Sie sie dort, und übernehmen Sie diese Datei.',
  'http.import_changed':
    'Die Zuordnung dieses Imports wurde inzwischen anderswo geändert, etwa in einem anderen Fenster. Sehen Sie sie noch einmal an, und starten Sie einen Probelauf.',
  'api.route.listImportSources': 'Listet die Quellen, aus denen Vorgänge kamen.',
  'api.route.importRejectedRows':
    'Die Zeilen, die der letzte Probelauf oder Import wegließ, wie sie in der Datei stehen, mit dem Grund, als CSV.',
};
