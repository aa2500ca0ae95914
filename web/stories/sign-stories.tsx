import { Icon, type IconName, iconNames } from '#web/ui/icon.tsx';
import { Logo } from '#web/ui/logo.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { SumBar } from '#web/ui/sum-bar.tsx';
import { StoryRow } from './story-row.tsx';
import { StorySection } from './story-section.tsx';

/** Marks that carry a meaning, never without their words. */
export function SignStories() {
  return (
    <StorySection title="Sign, icon, logo, sum bar">
      <div className="story-rows">
        <StoryRow title="Signs with their words">
          <SignLine name="bad">Unter der Grenze von 93,4</SignLine>
          <SignLine name="good">9 Monate in Folge unter dem Mittel</SignLine>
          <SignLine name="changed">Anders als sonst</SignLine>
          <SignLine name="kept">Zusage gehalten</SignLine>
          <SignLine name="missed">Zusage verfehlt</SignLine>
          <SignLine name="risk">Zusage verfehlt, im üblichen Rahmen</SignLine>
          <SignLine name="usual">Im üblichen Rahmen</SignLine>
          <SignLine name="open">Zusage offen: Intervall enthält 85</SignLine>
          <SignLine name="paused">Uhr ruht</SignLine>
        </StoryRow>
        <StoryRow title="Icons">
          {iconNames.map((name: IconName) => (
            <span key={name} className="sign-line note">
              <Icon name={name} /> {name}
            </span>
          ))}
        </StoryRow>
        <StoryRow title="Logo">
          <Logo />
        </StoryRow>
        <div className="story-row">
          <p className="note">Sum bar: usual, mostly one part, one part alone</p>
          <div className="story-rows">
            <SumBar
              label="1.714 + 214 + 98 = 2.026"
              parts={[
                { label: 'Gezählt', value: 1714, look: 'solid' },
                { label: 'Ausgelassen', value: 214, look: 'hatched' },
                { label: 'Unentschieden', value: 98, look: 'open' },
              ]}
            />
            <SumBar
              label="1.999 + 1 = 2.000"
              parts={[
                { label: 'Gezählt', value: 1999, look: 'solid' },
                { label: 'Ausgelassen', value: 1, look: 'hatched' },
              ]}
            />
            <SumBar label="12 = 12" parts={[{ label: 'Gezählt', value: 12, look: 'solid' }]} />
          </div>
        </div>
      </div>
    </StorySection>
  );
}
