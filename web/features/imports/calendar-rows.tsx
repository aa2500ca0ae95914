import { datePartsOf } from '#core/time/local-date.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { holidayRegion, NAMED_WEEKS, type NamedWeek, weekOf, withHolidayRegion, withWeek } from './mapping-more.ts';
import type { KeptDraft } from './use-draft.ts';

const ALWAYS = 'always';
const OWN = 'own';
const NONE = 'none';
const USUAL_HOURS = { from: '08:00', to: '17:00' };
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const GERMAN = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'];
const REGIONS = [...GERMAN.map((state) => `DE-${state}`), 'AT', 'CH'] as const;

/** In which hours the clock counts. A calendar that the page has no words for stays as it is until another is chosen. */
export function CalendarRows({ kept }: { readonly kept: KeptDraft }) {
  const { say, sayLoosely } = useWords();
  const { draft, change } = kept;
  const thisYear = datePartsOf(useToday()).year;
  const week = weekOf(draft);
  const region = holidayRegion(draft);
  const hours = week.kind === 'named' ? week.hours : USUAL_HOURS;
  const chosen = week.kind === 'named' ? week.week : week.kind === 'own' ? OWN : ALWAYS;
  const options = [
    { value: ALWAYS, label: say('desk.import.calendar.always') },
    ...NAMED_WEEKS.map((value) => ({ value: value as string, label: say(`desk.import.calendar.${value}`) })),
    ...(week.kind === 'own' ? [{ value: OWN, label: say('desk.import.calendar.own') }] : []),
  ];
  const choose = (value: string): void => {
    if (value === ALWAYS) change(withWeek(draft, null));
    else if (value !== OWN) change(withWeek(draft, { week: value as NamedWeek, hours }));
  };
  const regions = [...new Set([...(region === null ? [] : [region]), ...REGIONS])].map((value) => ({
    value,
    label: sayLoosely(`desk.import.region.${value}`) ?? value,
  }));
  return (
    <fieldset className="import-role-group">
      <legend>{say('desk.import.group.calendar')}</legend>
      <div className="import-calendar">
        <Select label={say('desk.import.calendar.week')} value={chosen} options={options} onChange={choose} />
        {week.kind === 'named'
          ? (['from', 'to'] as const).map((edge) => (
              <TextField
                key={edge}
                label={say(`desk.import.calendar.${edge}`)}
                value={hours[edge]}
                error={TIME.test(hours[edge]) ? null : say('desk.import.calendar.timeWrong')}
                maxLength={5}
                onChange={(time) => change(withWeek(draft, { week: week.week, hours: { ...hours, [edge]: time } }))}
              />
            ))
          : null}
        {week.kind === 'always' ? null : (
          <Select
            label={say('desk.import.calendar.holidays')}
            value={region ?? NONE}
            options={[{ value: NONE, label: say('desk.import.calendar.noHolidays') }, ...regions]}
            onChange={(value) => change(withHolidayRegion(draft, value === NONE ? null : value, thisYear))}
          />
        )}
      </div>
    </fieldset>
  );
}
