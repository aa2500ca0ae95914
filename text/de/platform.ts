import type { platform as english } from '../en/platform.ts';

/** German words of the platform. A missing or an extra key is a compile error. */
export const platform: Record<keyof typeof english, string> = {
  'serve.building': 'Die Seiten werden gebaut …',
  'serve.broken':
    'Die Seiten lassen sich aus diesen Quellen nicht bauen. Ausgeliefert werden die zuletzt gebauten vom {time}. Der Grund:',
  'command.build': 'baut die Seiten des Arbeitsplatzes; serve und demo tun es von selbst',
  'serve.ready': 'Kundig ist bereit: {address}',
  'migrate.current': 'Die Datenbank ist auf dem neuesten Stand.',
  'migrate.done': 'Die Datenbank ist auf dem neuesten Stand. Ausgeführte Schritte: {count}.',

  'help.usage': 'Aufruf: kundig <Befehl>',
  'help.commands': 'Befehle:',
  'help.settings': 'Einstellungen kommen aus der Umgebung und aus der Datei kundig.env: siehe docs/operations.md.',
  'command.help': 'zeigt diese Seite',
  'command.serve': 'startet den Server',
  'command.migrate': 'bringt die Datenbank auf den neuesten Stand',
  'command.unknown': 'Den Befehl „{command}“ gibt es nicht. „kundig help“ zeigt alle.',

  'failure.unexpected': 'Es ist etwas schiefgegangen, womit Kundig nicht gerechnet hat: {reason}',
  'failure.argumentUnknown': 'Der Befehl kennt „{argument}“ nicht.',
  'failure.settings': 'Mit diesen Einstellungen kann Kundig nicht starten:',
  'failure.holidayRegion':
    'Für „{region}“ (KUNDIG_HOLIDAY_REGION) sind keine Feiertage bekannt. Schreiben Sie eine Region wie DE-BY, AT oder CH-ZH.',
  'failure.portTaken':
    'Der Port {port} auf {host} ist belegt. Beenden Sie das andere Programm oder wählen Sie mit KUNDIG_PORT einen anderen Port.',
  'failure.portForbidden':
    'Kundig darf den Port {port} auf {host} nicht benutzen. Wählen Sie mit KUNDIG_PORT einen anderen, zum Beispiel einen über 1024.',
  'failure.hostUnknown':
    'Dieser Rechner hat keine Adresse „{host}“. Wählen Sie mit KUNDIG_HOST eine andere, zum Beispiel 127.0.0.1.',
  'failure.folderNotWritable':
    'Kundig kann im Datenordner {folder} nicht schreiben. Geben Sie diesem Konto das Schreibrecht oder wählen Sie mit KUNDIG_DATA einen anderen Ordner.',
  'failure.folderNotReachable':
    'Das Konto, unter dem die Datenbank läuft, erreicht den Datenordner {folder} nicht: Ein Ordner darüber ist ihm verschlossen. Wählen Sie mit KUNDIG_DATA einen anderen Ordner.',
  'failure.folderForeign':
    'Im Ordner {folder} liegt etwas, das keine Datenbank von Kundig ist. Wählen Sie mit KUNDIG_DATA einen anderen Ordner.',
  'failure.folderOtherVersion':
    'Die Datenbank in {folder} stammt von PostgreSQL {found}, dieses Kundig bringt PostgreSQL {own} mit. Starten Sie das Kundig, das sie angelegt hat, oder wählen Sie mit KUNDIG_DATA einen anderen Ordner.',
  'failure.diskFull':
    'Die Festplatte ist voll ({folder}). Schaffen Sie Platz und starten Sie neu; nichts Gespeichertes ist verloren.',
  'failure.secondServer':
    'Ein anderer Kundig-Server (Prozess {pid}) benutzt den Datenordner {folder} bereits. Beenden Sie ihn zuerst oder wählen Sie mit KUNDIG_DATA einen anderen Ordner.',
  'failure.folderBusy':
    'Ein anderer Kundig-Prozess hält den Datenordner {folder} besetzt. Versuchen Sie es gleich noch einmal.',
  'failure.folderWithoutLocks':
    'Der Datenordner {folder} lässt sich nicht sperren ({reason}). Wählen Sie mit KUNDIG_DATA einen Ordner auf einer lokalen Festplatte.',
  'failure.platformUnsupported':
    'Für dieses System ({system}) gibt es keine eingebaute Datenbank. Nennen Sie in DATABASE_URL die Adresse eines PostgreSQL-Servers.',
  'failure.programsMissing':
    'Die eingebaute Datenbank ({name}) ist nicht installiert. Führen Sie „npm ci“ aus, ohne optionale Pakete auszulassen, oder nennen Sie in DATABASE_URL die Adresse eines PostgreSQL-Servers.',
  'failure.programsUnusable':
    'Die eingebaute Datenbank läuft auf diesem System nicht: {reason}. Nennen Sie in DATABASE_URL die Adresse eines PostgreSQL-Servers.',
  'failure.rootWithoutNamespace':
    'PostgreSQL läuft nicht als root, und dieses System verbietet Benutzer-Namensräume. Starten Sie Kundig als gewöhnlicher Benutzer oder übergeben Sie einem solchen den Datenordner {folder}.',
  'failure.accountUnknown':
    'Der Datenordner {folder} gehört dem Benutzer mit der Nummer {uid}, den dieses System nicht kennt. Übergeben Sie den Ordner einem Benutzer, den es gibt.',
  'failure.clusterCreation': 'Die Datenbank konnte in {folder} nicht angelegt werden: {reason}',
  'failure.clusterStart': 'Die Datenbank ist nicht gestartet: {reason}. Ihr Protokoll ist {log}.',
  'failure.clusterSilent': 'Die Datenbank (Prozess {pid}) läuft, antwortet aber nicht. Ihr Protokoll ist {log}.',
  'failure.socketFolder': 'In {folder} ließ sich kein sicherer Ordner für den Socket der Datenbank anlegen.',
  'failure.databaseUnreachable':
    'Der Datenbankserver {address} ist nicht erreichbar ({reason}). Prüfen Sie DATABASE_URL.',
  'failure.databaseLogin':
    'Der Datenbankserver {address} weist den Benutzer „{user}“ ab. Prüfen Sie Name und Passwort in DATABASE_URL.',
  'failure.databaseMissing':
    'Auf dem Datenbankserver {address} gibt es keine Datenbank „{database}“. Legen Sie sie an oder prüfen Sie DATABASE_URL.',
  'failure.databaseTooOld':
    'Der Datenbankserver ist PostgreSQL {found}. Kundig braucht PostgreSQL {needed} oder neuer.',
  'failure.databaseForbidden':
    'Der Benutzer „{user}“ darf in dieser Datenbank keine Tabellen anlegen. Führen Sie als Verwalter der Datenbank aus: {statement}',
  'failure.databaseNotUtf8':
    'Die Datenbank speichert Text als {found}. Kundig braucht eine Datenbank mit der Kodierung UTF8.',
  'failure.databaseUnsafe':
    'Die Datenbank läuft mit {setting}={value}: Ein Stromausfall würde Gespeichertes vernichten. Stellen Sie „on“ ein. Nur für Tests lässt KUNDIG_ACCEPT_DATA_LOSS=yes Kundig so laufen.',
  'failure.databaseNewer':
    'Die Datenbank wurde von einem neueren Kundig auf dessen Stand gebracht (Schritt {step} ist hier unbekannt). Starten Sie jene neuere Fassung.',
  'failure.databaseLost': 'Die Verbindung zur Datenbank ist abgerissen. Rufen Sie den Befehl noch einmal auf.',
  'failure.appRoleMissing':
    'Die Datenbankrolle kundig_app fehlt, und der Benutzer „{user}“ darf sie nicht anlegen. Führen Sie als Verwalter aus: {statement}',
  'failure.appRoleForbidden':
    'Der Benutzer „{user}“ darf die Datenbankrolle kundig_app nicht annehmen. Führen Sie als Verwalter aus: {statement}',
  'failure.appRoleTooStrong':
    'Die Datenbankrolle kundig_app darf die Zeilenregeln umgehen, die Mandanten trennen. Führen Sie als Verwalter aus: {statement}',
  'failure.appRoleNotTaken':
    'Die Verbindung hat die Datenbankrolle kundig_app nicht angenommen (sie ist „{role}“). Lassen Sie DATABASE_URL auf PostgreSQL selbst zeigen, nicht auf einen Verbindungs-Pooler.',

  'rule.folder': 'der Pfad eines Ordners',
  'rule.databaseUrl': 'eine Adresse wie postgres://Benutzer:Passwort@Rechner:5432/Datenbank',
  'rule.host': 'eine Adresse oder ein Name dieses Rechners',
  'rule.port': 'eine ganze Zahl von 0 bis 65535',
  'rule.language': '„de“ oder „en“',
  'rule.timeZone': 'der Name einer Zeitzone wie Europe/Berlin',
  'rule.weekdays': 'eines oder mehrere von mon, tue, wed, thu, fri, sat, sun, durch Kommas getrennt',
  'rule.holidayRegion': 'eine Region wie DE-BY, AT oder CH-ZH, oder leer',
  'rule.logLevel': 'eines von trace, debug, info, warn, error, fatal, silent',
  'rule.yesOrNo': '„yes“ oder „no“',

  'problem.valueInvalid': '{name} ist „{value}“, muss aber {rule} sein.',
  'problem.secretInvalid': '{name} muss {rule} sein; der jetzige Wert wird hier nicht gezeigt.',
  'problem.fileUnreadable': 'Die Datei {file} lässt sich nicht lesen.',
  'problem.lineUnreadable': '{file}, Zeile {line}: nicht von der Form NAME=Wert.',
  'problem.nameUnknown': '{file}, Zeile {line}: Eine Einstellung {name} gibt es nicht.',

  'setting.KUNDIG_DATA':
    'Der Ordner der eingebauten Datenbank. Er wird angelegt, wenn er fehlt. Mit DATABASE_URL wird er nicht benutzt.',
  'setting.DATABASE_URL':
    'Die Adresse eines eigenen PostgreSQL-Servers (Fassung 15 bis 18). Leer: Kundig bringt seinen eigenen mit.',
  'setting.KUNDIG_HOST': 'Die Adresse, auf der der Server lauscht. 0.0.0.0 öffnet ihn für das Netz.',
  'setting.KUNDIG_PORT': 'Der Port, auf dem der Server lauscht. 0 nimmt irgendeinen freien.',
  'setting.KUNDIG_LANGUAGE': 'Die Sprache der Meldungen, de oder en. Leer: die Sprache des Terminals.',
  'setting.KUNDIG_TIME_ZONE': 'Die Zeitzone der Berichte; sie entscheidet, wo ein Tag und ein Monat beginnen.',
  'setting.KUNDIG_WORKING_DAYS':
    'Die Arbeitstage der Berichte: wodurch „je Arbeitstag“ teilt. Die vereinbarten Zeiten der Vorgänge bleiben davon unberührt.',
  'setting.KUNDIG_HOLIDAY_REGION':
    'Die Region, deren gesetzliche Feiertage in Berichten keine Arbeitstage sind, zum Beispiel DE-BY. Leer: keine Feiertage.',
  'setting.KUNDIG_LOG_LEVEL':
    'Wie viel protokolliert wird (JSON-Zeilen auf der Standardfehlerausgabe): trace, debug, info, warn, error, fatal oder silent.',
  'setting.KUNDIG_ACCEPT_DATA_LOSS':
    'yes lässt Kundig auf einer Datenbank laufen, deren Dauerhaftigkeit ausgeschaltet ist. Nur für Tests.',
};
