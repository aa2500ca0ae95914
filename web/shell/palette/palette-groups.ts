import { parsePeriodToken } from '#core/periods/period-token.ts';
import type { LocalDate } from '#core/time/local-date.ts';
import { languages } from '#text/language.ts';
import { periodText } from '#web/ui/charts/period-words.ts';
import { parseSearch, writeSearch } from '../address-search.ts';
import { type Dimensions, dimensionName, dimensionValueName, NONE, valueName } from '../dimension-words.ts';
import { readFigureSearch, withFilter } from '../figure-search.ts';
import { showLayer } from '../layers.ts';
import { type Preferences, prefer } from '../preferences.ts';
import type { Session } from '../session.ts';
import { signOut } from '../session-acts.ts';
import { keysOf } from '../shortcuts.ts';
import type { View } from '../views.ts';
import type { Words } from '../words.tsx';
import { addressOfPeriod } from './address-of-period.ts';
import { fit } from './fold.ts';
import { readPeriod } from './read-period.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  /** By which it is found; left out: the label. */
  readonly finds?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
}

export interface FoundFigure {
  readonly id: string;
  readonly name: string;
  readonly finds: string;
}

/** All that entries are made of. */
interface Known {
  readonly words: Words;
  readonly session: Session;
  readonly today: LocalDate;
  readonly views: readonly View[];
  readonly figures: readonly FoundFigure[];
  readonly dimensions: Dimensions;
  readonly go: (path: string) => () => void;
}

const mostInGroup = 8;
/** While nothing is typed, a few of each are enough to show what there is. */
const mostUnasked = 4;
const themes = ['light', 'dark', 'system'] as const satisfies readonly Preferences['theme'][];

/** What fits the words typed, the best first in each group; groups without any are left out. */
export function groupsOf(typed: string, known: Known): readonly PaletteGroup[] {
  const { say } = known.words;
  const figures = known.figures.map(({ id, name, finds }) => ({
    id,
    label: name,
    finds,
    run: known.go(`/desk/cockpit/${id}${window.location.search}`),
  }));
  const views = known.views.map(({ id, name, address }) => ({ id, label: name, run: known.go(address) }));
  const found = [
    {
      id: 'go',
      label: say('desk.palette.group.go'),
      entries: [...ticket(typed, known), ...fitting(places(known), typed)],
    },
    { id: 'period', label: say('desk.palette.group.period'), entries: periods(typed, known) },
    { id: 'views', label: say('desk.palette.group.views'), entries: fitting(views, typed) },
    { id: 'figures', label: say('desk.palette.group.figures'), entries: fitting(figures, typed) },
    { id: 'values', label: say('desk.palette.group.values'), entries: values(typed, known) },
    { id: 'do', label: say('desk.palette.group.do'), entries: fitting(acts(known), typed) },
  ];
  return found.filter(({ entries }) => entries.length > 0);
}

function fitting(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const fits = (entry: PaletteEntry): number => fit(entry.finds ?? entry.label, typed);
  return entries
    .filter((entry) => fits(entry) > 0)
    .toSorted((a, b) => fits(b) - fits(a))
    .slice(0, typed.trim() === '' ? mostUnasked : mostInGroup);
}

/** Values of fewer letters than this are in every second name. */
const LEAST_LETTERS = 2;

/** What tickets can be filtered by: the cockpit with that filter and those that it has, for the period shown. */
function values(typed: string, { words, dimensions, go }: Known): readonly PaletteEntry[] {
  if (typed.trim().length < LEAST_LETTERS) return [];
  const search = readFigureSearch(parseSearch(window.location.search));
  const entries = dimensions.flatMap(({ dimension, values: all }) =>
    all
      .filter(({ value }) => value !== NONE)
      .map(({ value, name }) => ({
        id: `value-${dimension}=${value}`,
        label: dimensionValueName({ dimension, value, name }, words),
        finds: `${valueName({ dimension, value, name }, words)} ${dimensionName(dimension, words)} ${value}`,
        run: go(`/desk/cockpit${writeSearch({ ...search, where: withFilter(search.where, { dimension, value }) })}`),
      })),
  );
  return fitting(entries, typed);
}

/** A number typed is first of all a ticket. */
function ticket(typed: string, { words: { say }, session, go }: Known): readonly PaletteEntry[] {
  const number = /^#?\s*([1-9]\d{0,14})$/.exec(typed.trim())?.[1];
  if (number === undefined || !session.permissions.includes('tickets.read')) return [];
  return [{ id: 'ticket', label: say('desk.palette.ticket', { number }), run: go(`/desk/t/${number}`) }];
}

function places({ words: { say }, session, go }: Known): readonly PaletteEntry[] {
  const keys = (id: string, given: string) => keysOf({ id, keys: given }) ?? undefined;
  const cockpit = { id: 'cockpit', label: say('desk.nav.cockpit'), keys: keys('go.cockpit', 'g k') };
  const imports = { id: 'import', label: say('desk.nav.import'), keys: keys('go.import', 'g i') };
  return [
    { ...cockpit, run: go('/desk/cockpit') },
    ...(session.permissions.includes('imports.run') ? [{ ...imports, run: go('/desk/admin/import') }] : []),
  ];
}

function periods(typed: string, { words, today, go }: Known): readonly PaletteEntry[] {
  const text = typed.trim() === '' ? words.say('desk.palette.words.lastMonth') : typed;
  const token = readPeriod(text, today);
  const period = token === null ? null : parsePeriodToken(token);
  if (token === null || period === null || period.from > today) return [];
  const label = words.say('desk.palette.period', { period: periodText(period, words) });
  return [{ id: 'period-asked', label, run: () => go(addressOfPeriod(window.location, token))() }];
}

function acts({ words, session }: Known): readonly PaletteEntry[] {
  const { say, language } = words;
  const other = languages.find((one) => one !== language) ?? language;
  return [
    { id: 'language', label: say('desk.palette.language'), run: () => prefer({ language: other }) },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: say(`desk.palette.theme.${theme}`),
      run: () => prefer({ theme }),
    })),
    { id: 'print', label: say('desk.print'), run: () => window.print() },
    ...(session.permissions.includes('views.save')
      ? [{ id: 'save-view', label: say('desk.views.save'), run: () => showLayer('save-view') }]
      : []),
    {
      id: 'shortcuts',
      label: say('desk.palette.shortcuts'),
      keys: keysOf({ id: 'desk.sheet', keys: '?' }) ?? undefined,
      run: () => showLayer('shortcuts'),
    },
    ...(session.by === 'session' ? [{ id: 'sign-out', label: say('desk.me.signOut'), run: () => void signOut() }] : []),
  ];
}
