import { useMemo } from 'react';
import { Button as AriaButton, Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { useConnection } from './connection.ts';
import { openLayer } from './layers.ts';
import { type Preferences, prefer, usePreferences } from './preferences.ts';
import { useDataAge } from './query-age.ts';
import { useSession } from './session.ts';
import { signOut } from './session-acts.ts';
import { useWords } from './words.tsx';
import '#web/ui/menu.css';
import '#web/ui/popover.css';

/** Who one is, whether the server answers, how old the data are; and what one may choose for this browser. */
export function Me() {
  const { say, sayLoosely, format } = useWords();
  const session = useSession();
  const { isConnected } = useConnection();
  const age = useDataAge();
  const unnamed = say(session.by === 'this_machine' ? 'desk.me.machine' : 'desk.me.unknown');
  const standing = say(isConnected ? 'desk.connection.good' : 'desk.connection.lost');
  return (
    <DialogTrigger>
      <AriaButton className="me" aria-describedby="me-menu">
        <span className="me-words">
          <b>{session.name ?? unnamed}</b>
          <span>{sayLoosely(`desk.role.${session.role}`)}</span>
          <span className={isConnected ? undefined : 'me-lost'}>
            {age === null ? standing : `${standing}, ${say('desk.connection.asOf', { time: format.time(age) })}`}
          </span>
        </span>
        <Icon name="up" />
        <span id="me-menu" className="visually-hidden">
          {say('desk.me.menu')}
        </span>
      </AriaButton>
      <AriaPopover className="layer popover" placement="top start" offset={6}>
        <Dialog className="popover-body me-choices" aria-label={say('desk.me.menu')}>
          {({ close }) => <Choices close={close} />}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const densities = ['comfortable', 'normal', 'compact'] as const satisfies readonly Preferences['density'][];

function Choices({ close }: { readonly close: () => void }) {
  const { say, language } = useWords();
  const { theme, density } = usePreferences();
  const session = useSession();
  return (
    <>
      <p className="field-label">{say('desk.me.language')}</p>
      <Segmented
        label={say('desk.me.language')}
        value={language}
        options={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(chosen) => prefer({ language: chosen })}
      />
      <p className="field-label">{say('desk.me.theme')}</p>
      <Segmented
        label={say('desk.me.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: say(`desk.me.theme.${value}`) }))}
        onChange={(chosen) => prefer({ theme: chosen })}
      />
      <p className="field-label">{say('desk.me.density')}</p>
      <Segmented
        label={say('desk.me.density')}
        value={density}
        options={densities.map((value) => ({ value, label: say(`desk.me.density.${value}`) }))}
        onChange={(chosen) => prefer({ density: chosen })}
      />
      <ZoneChoice />
      <div className="me-acts">
        <Button
          look="quiet"
          keyCap="?"
          onPress={() => {
            close();
            openLayer.set('shortcuts');
          }}
        >
          {say('desk.me.shortcuts')}
        </Button>
        {session.by === 'session' ? (
          <Button look="quiet" onPress={() => void signOut()}>
            {say('desk.me.signOut')}
          </Button>
        ) : null}
        <span className="note">{say('desk.me.version', { version: session.version })}</span>
      </div>
    </>
  );
}

/** The zone of the house, that of this device, and all others that the browser knows. */
function ZoneChoice() {
  const { say, format } = useWords();
  const { timeZone } = useSession();
  const options = useMemo(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== timeZone && zone !== own);
    return [
      { value: timeZone, label: say('desk.me.zone.house', { zone: timeZone }) },
      ...(own === timeZone ? [] : [{ value: own, label: say('desk.me.zone.own', { zone: own }) }]),
      ...others.map((zone) => ({ value: zone, label: zone })),
    ];
  }, [timeZone, say]);
  return (
    <Select
      label={say('desk.me.zone')}
      value={format.timeZone}
      options={options}
      onChange={(zone) => prefer({ timeZone: zone === timeZone ? null : zone })}
    />
  );
}
