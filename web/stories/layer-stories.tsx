import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { toast } from '#web/ui/toast.tsx';
import { StoryRow } from './story-row.tsx';
import { StorySection } from './story-section.tsx';

const entries = [
  { id: 'csv', label: 'CSV', aside: '12 kB' },
  { id: 'xlsx', label: 'Excel', aside: '31 kB' },
  { id: 'long', label: 'Servicezielvereinbarungsüberwachung als Tabelle sichern' },
];
const nothing = (): void => undefined;

/** What opens above the page. */
export function LayerStories() {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('csv');
  return (
    <StorySection title="Menu, popover, dialog, toast">
      <div className="story-rows">
        <StoryRow title="Menu: of acts, of a choice">
          <Menu label="Sichern" entries={entries} onAction={nothing} />
          <Menu label="Format" entries={entries} selected={chosen} onAction={setChosen} />
        </StoryRow>
        <StoryRow title="Popover">
          <Popover label="Wie gezählt wird" title="Wie gezählt wird">
            <p>Gezählt wird, was im Zeitraum gelöst wurde.</p>
          </Popover>
        </StoryRow>
        <StoryRow title="Dialog">
          <Button onPress={() => setOpen(true)}>Zusage festlegen …</Button>
          <Dialog
            title="Zusage festlegen"
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            actions={
              <>
                <Button onPress={() => setOpen(false)}>Abbrechen</Button>
                <Button look="primary" onPress={() => setOpen(false)}>
                  Speichern
                </Button>
              </>
            }
          >
            <p>Die Zusage gilt ab dem gewählten Tag. Frühere Urteile bleiben, wie sie sind.</p>
          </Dialog>
        </StoryRow>
        <StoryRow title="Toast">
          <Button onPress={() => toast({ words: 'Gemerkt: SLA-Einhaltung VPN' })}>Hinweis</Button>
          <Button
            onPress={() => toast({ words: 'Entfernt: Kosten je Kanal', action: { label: 'Rückgängig', run: nothing } })}
          >
            Hinweis mit Rückweg
          </Button>
        </StoryRow>
      </div>
    </StorySection>
  );
}
