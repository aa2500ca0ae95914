import { parseInstant } from '#core/time/instant.ts';
import type { Language } from '#text/language.ts';
import type { CustomerKey, TeamKey } from './house.ts';
import { type IdSource, seededIds } from './ids.ts';

/** A person of the world. Names are made up. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly customer: CustomerKey;
  /** The team on the desk; null for those who only ask. */
  readonly team: TeamKey | null;
  readonly isManager: boolean;
  /** The language in which this person writes. */
  readonly language: Language;
}

export interface People {
  readonly all: readonly Person[];
  readonly manager: Person;
  /** Who works in a team; after the reorganisation the merged team has the people of both. */
  staffOf(team: TeamKey): readonly Person[];
  /** Who of a customer asks for help. */
  requestersOf(customer: CustomerKey): readonly Person[];
}

const STAFF: readonly (readonly [name: string, team: TeamKey])[] = [
  ['Ayla Bergstetter', 'service-desk'],
  ['Jonte Rahlfs', 'service-desk'],
  ['Mirko Sandhaas', 'service-desk'],
  ['Priya Venkatarao', 'service-desk'],
  ['Tomasz Wierzban', 'night-desk'],
  ['Svea Holtgrefe', 'workplace'],
  ['Korbinian Aumeier', 'field'],
  ['Leonie Trautsch', 'mail'],
  ['Emre Karadeniz', 'network'],
  ['Franziska Loibner', 'applications'],
  ['Gabriel Moncada', 'applications'],
  ['Henning Osterwald', 'infrastructure'],
];
const MANAGER = 'Ruth Dallmeyer';

/** The other people of the company; those after the bar write in English. */
const COLLEAGUES = `Anke Frerichs, Bastian Quandt, Carla Neuhaus, Dieter Wolfram, Elif Aksoy, Ferdinand Oelze, Greta Simmering,
Hannes Buddecke, Ilse Tamm, Jakob Steinhilber, Katrin Vollrath, Lennart Ihde, Marlene Fuchsbauer, Nils Ottersbach,
Olga Reimchen, Paul Hegewald, Rieke Sonnemann, Sören Claasen, Thea Brinkhoff, Ulrich Mahnke, Vera Stadlinger,
Wiebke Arfsten, Yannick Loose, Zeynep Ergin, Arne Kolbitz, Birte Jessen, Clemens Rothaupt, Dorothea Palm, Enno Visbek,
Frieda Lindhorst, Gero Wachholz, Heike Sanders, Ingo Perleberg, Jule Rademann, Konrad Ziegeler | Liam Fairweather,
Maya Okonjo, Noah Castellan, Oona Virtala, Pedro Almansa, Quinn Harlow, Rania Haddadin, Sofia Lindqvar, Tariq Nassiri,
Uma Patelwar, Viktor Hranov, Wendy Ashgrove`;

const OUTSIDE: Readonly<Record<Exclude<CustomerKey, 'fennwerk'>, string>> = {
  zirbelau: `Alois Kirchgrabner, Burgi Hintermoser, Christl Oberleitinger, Dominik Ferstl, Evi Schachinger, Florian Weiglhofer,
Gitti Praxl, Hubert Stangassinger, Irmi Daxer, Josef Loipold | Katya Morozenko, Luca Ferrandini`,
  hohenquell: `Miriam Waldecker, Norbert Ehlscheid, Paula Grünewaldt, Rosemarie Deichsler, Stefan Ullenboom,
Tabea Schilling-Roth, Urs Zumbühler, Walburga Netzer | Xenia Papadaki, Yara Boustani`,
};

/** All people of a world; the seed gives their ids. */
export function peopleOf(seed: number): People {
  const ids = seededIds(seed, 'people');
  const staff = STAFF.map(([name, team]) => person(ids, { name, customer: 'fennwerk', team, language: 'de' }));
  const manager: Person = {
    ...person(ids, { name: MANAGER, customer: 'fennwerk', team: null, language: 'de' }),
    isManager: true,
  };
  const requesters: Readonly<Record<CustomerKey, readonly Person[]>> = {
    fennwerk: requestersIn(COLLEAGUES, 'fennwerk', ids),
    zirbelau: requestersIn(OUTSIDE.zirbelau, 'zirbelau', ids),
    hohenquell: requestersIn(OUTSIDE.hohenquell, 'hohenquell', ids),
  };
  return {
    all: [...staff, manager, ...Object.values(requesters).flat()],
    manager,
    staffOf: (team) => staff.filter((one) => one.team === team || (team === 'workplace-care' && isMerged(one.team))),
    requestersOf: (customer) => requesters[customer],
  };
}

/** Whether a team was one of the two that were merged. */
export function isMerged(team: string | null): boolean {
  return team === 'workplace' || team === 'field';
}

function requestersIn(names: string, customer: CustomerKey, ids: IdSource): Person[] {
  const [german = '', english = ''] = names.split('|');
  const read = (list: string, language: Language): Person[] =>
    list.split(',').map((name) => person(ids, { name: name.trim(), customer, team: null, language }));
  return [...read(german, 'de'), ...read(english, 'en')];
}

/** Persons have been there for longer than the world: their ids are of one instant. */
const BEFORE_ALL = parseInstant('2020-01-01T00:00:00Z');

function person(ids: IdSource, given: Pick<Person, 'name' | 'customer' | 'team' | 'language'>): Person {
  return { ...given, id: ids(BEFORE_ALL), isManager: false };
}
