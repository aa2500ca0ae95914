import { useState } from 'react';
import { DateField } from '#web/ui/date-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { StoryRow } from './story-row.tsx';
import { StorySection } from './story-section.tsx';

const services = [
  { value: 'mail', label: 'E-Mail und Kalender' },
  { value: 'net', label: 'Netz und Fernzugang' },
  { value: 'long', label: 'Servicezielvereinbarungsüberwachung für Außenstandorte' },
] as const;
const nothing = (): void => undefined;

/** What one types and picks. */
export function FieldStories() {
  return (
    <StorySection title="Text, date, select">
      <div className="story-rows">
        <TextFields />
        <OtherFields />
      </div>
    </StorySection>
  );
}

function TextFields() {
  return (
    <>
      <StoryRow title="Text: empty, filled, hint, placeholder">
        <TextField label="Name" />
        <TextField label="Name" defaultValue="SLA-Einhaltung VPN" />
        <TextField label="Name" hint="Alle im Haus sehen ihn." />
        <TextField label="Suchen" placeholder="Nummer, Anliegen, Kunde" />
      </StoryRow>
      <StoryRow title="Text: error, disabled, several lines">
        <TextField label="Name" defaultValue=" " error="Geben Sie einen Namen ein." />
        <TextField label="Name" defaultValue="gesperrt" isDisabled />
        <TextField label="Begründung" isMultiline defaultValue="Der Mailserver stand." />
      </StoryRow>
    </>
  );
}

function OtherFields() {
  const [service, setService] = useState<(typeof services)[number]['value'] | null>(null);
  const [date, setDate] = useState<string | null>('2026-06-30');
  return (
    <>
      <StoryRow title="Date: value, empty, error, disabled">
        <DateField label="Gilt ab" value={date} onChange={setDate} />
        <DateField label="Gilt ab" value={null} onChange={nothing} hint="Der erste Tag, der zählt." />
        <DateField label="Gilt ab" value="2026-06-30" onChange={nothing} error="Dieser Tag liegt vor dem Vertrag." />
        <DateField label="Gilt ab" value="2026-06-30" onChange={nothing} isDisabled />
      </StoryRow>
      <StoryRow title="Select: nothing chosen, chosen, disabled">
        <Select label="Service" value={service} options={services} placeholder="alle" onChange={setService} />
        <Select label="Service" value="long" options={services} onChange={nothing} />
        <Select label="Service" value="mail" options={services} onChange={nothing} isDisabled />
      </StoryRow>
    </>
  );
}
