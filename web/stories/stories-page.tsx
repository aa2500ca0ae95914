import './stories.css';
import { NotFound } from '#web/shell/not-found.tsx';
import { type Preferences, prefer, usePreferences } from '#web/shell/preferences.ts';
import { useSession } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Part } from '#web/ui/part.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { ActStories } from './act-stories.tsx';
import { CalendarStripStories } from './calendar-strip-stories.tsx';
import { ControlChartStories } from './control-chart-stories.tsx';
import { FieldStories } from './field-stories.tsx';
import { LayerStories } from './layer-stories.tsx';
import { OtherChartStories } from './other-chart-stories.tsx';
import { SignStories } from './sign-stories.tsx';
import { SparklineStories } from './sparkline-stories.tsx';
import { StateStories } from './state-stories.tsx';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const densities = ['comfortable', 'normal', 'compact'] as const satisfies readonly Preferences['density'][];
const rooms = [
  ActStories,
  FieldStories,
  LayerStories,
  SignStories,
  StateStories,
  SparklineStories,
  ControlChartStories,
  OtherChartStories,
  CalendarStripStories,
] as const;

/** Every component of the house in all its states. For people who build it: at one's own machine alone. */
export function StoriesPage() {
  const { by } = useSession();
  return by === 'this_machine' ? <Stories /> : <NotFound />;
}

function Stories() {
  const { say } = useWords();
  const { theme, density } = usePreferences();
  return (
    <>
      <PageHead
        title={say('desk.stories.title')}
        actions={
          <>
            <Segmented
              label={say('desk.me.theme')}
              value={theme}
              options={themes.map((value) => ({ value, label: say(`desk.me.theme.${value}`) }))}
              onChange={(chosen) => prefer({ theme: chosen })}
            />
            <Segmented
              label={say('desk.me.density')}
              value={density}
              options={densities.map((value) => ({ value, label: say(`desk.me.density.${value}`) }))}
              onChange={(chosen) => prefer({ density: chosen })}
            />
          </>
        }
      />
      <div className="stories">
        {rooms.map((Room) => (
          <Part key={Room.name}>
            <Room />
          </Part>
        ))}
      </div>
    </>
  );
}
