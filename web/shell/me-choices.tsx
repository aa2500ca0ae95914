import { type RefObject, useMemo } from 'react';
import { Button } from '#web/ui/button.tsx';
import { PopoverLayer } from '#web/ui/popover-layer.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { showLayer, whenLayersAreGone } from './layers.ts';
import { type Preferences, prefer, usePreferences } from './preferences.ts';
import { useSession } from './session.ts';
import { signOut } from './session-acts.ts';
import { useWords } from './words.tsx';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const densities = ['comfortable', 'normal', 'compact'] as const satisfies readonly Preferences['density'][];

export interface MeChoicesProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What one may choose for this browser, and the way out. */
export function MeChoices({ trigger, onClose }: MeChoicesProps) {
  const { say, language } = useWords();
  const { theme, density } = usePreferences();
  const session = useSession();
  return (
    <PopoverLayer
      trigger={trigger}
      title={say('desk.me.menu')}
      onClose={onClose}
      placement="top start"
      className="me-choices"
    >
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
            onClose();
            whenLayersAreGone(() => showLayer('shortcuts'));
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
    </PopoverLayer>
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
