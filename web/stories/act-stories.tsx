import { useState } from 'react';
import { Button, type ButtonProps } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ChipMenu } from '#web/ui/chip-menu.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { KeyCap } from '#web/ui/key-cap.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextLink } from '#web/ui/text-link.tsx';
import { madeStates, marked, StoryRow } from './story-row.tsx';
import { StorySection } from './story-section.tsx';

const looks = ['primary', 'plain', 'quiet'] as const satisfies readonly ButtonProps['look'][];
const periods = [
  { value: 'month', label: 'Monat' },
  { value: 'quarter', label: 'Quartal' },
  { value: 'year', label: 'Jahr' },
] as const;
const teams = [
  { id: 'mail', label: 'E-Mail und Kalender', aside: '257' },
  { id: 'net', label: 'Netz', aside: '91' },
];
const nothing = (): void => undefined;

/** What one presses and chooses: buttons, links, chips, segments, keys. */
export function ActStories() {
  return (
    <StorySection title="Button, link, chip, segmented, checkbox, key cap">
      <div className="story-rows">
        <Buttons />
        <Choices />
        <StoryRow title="Link: normal, disabled">
          <TextLink href="#content">214 Vorgänge ansehen</TextLink>
          <TextLink href="#content" isDisabled>
            keine Vorgänge
          </TextLink>
        </StoryRow>
        <StoryRow title="Key cap">
          <KeyCap keys="j" controlKey="Strg" />
          <KeyCap keys="g k" controlKey="Strg" />
          <KeyCap keys="mod+k" controlKey="Strg" />
          <KeyCap keys="arrowdown" controlKey="Strg" />
        </StoryRow>
      </div>
    </StorySection>
  );
}

function Buttons() {
  return (
    <>
      {looks.map((look) => (
        <StoryRow key={look} title={`Button, ${look}: normal, hover, pressed, focus, disabled, key, icon`}>
          <Button look={look}>Speichern</Button>
          {madeStates.map((state) => (
            <span key={state} className={`button button-${look}`} {...marked(state)}>
              Speichern
            </span>
          ))}
          <Button look={look} isDisabled>
            Speichern
          </Button>
          <Button look={look} keyCap="e">
            Lösen
          </Button>
          <Button look={look} icon={<Icon name="print" />}>
            Drucken
          </Button>
        </StoryRow>
      ))}
      <StoryRow title="Button, long words">
        <Button>Servicezielvereinbarungsverletzung überprüfen</Button>
      </StoryRow>
    </>
  );
}

function Choices() {
  const [period, setPeriod] = useState<'month' | 'quarter' | 'year'>('month');
  const [team, setTeam] = useState('mail');
  const [isCounted, setCounted] = useState(true);
  return (
    <>
      <StoryRow title="Segmented">
        <Segmented label="Zeitraum" value={period} options={periods} onChange={setPeriod} />
      </StoryRow>
      <StoryRow title="Chip: normal, locked, removable, menu, hover, focus">
        <Chip>Juni 2026</Chip>
        <Chip isLocked>Lösungszeit eingehalten</Chip>
        <Chip removeLabel="Filter entfernen" onRemove={nothing}>
          Service: E-Mail
        </Chip>
        <ChipMenu entries={teams} selected={team} onAction={setTeam}>
          Team: {teams.find(({ id }) => id === team)?.label}
        </ChipMenu>
        <span className="chip chip-menu" {...marked('hovered')}>
          Team: Netz
        </span>
        <span className="chip chip-menu" {...marked('focus-visible')}>
          Team: Netz
        </span>
      </StoryRow>
      <StoryRow title="Checkbox: chosen, not, some, disabled, with a hint">
        <Checkbox isSelected={isCounted} onChange={setCounted}>
          mitgezählt
        </Checkbox>
        <Checkbox isSelected={false} onChange={nothing}>
          nicht
        </Checkbox>
        <Checkbox isSelected={false} isIndeterminate onChange={nothing}>
          einige
        </Checkbox>
        <Checkbox isSelected isDisabled onChange={nothing}>
          fest
        </Checkbox>
        <Checkbox isSelected onChange={nothing} hint="Schalten Sie das aus, wenn es Sie stört.">
          mit Hinweis
        </Checkbox>
      </StoryRow>
    </>
  );
}
