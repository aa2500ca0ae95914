import { lazy, Suspense, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { foreignText } from '#text/foreign-text.ts';
import { Icon } from '#web/ui/icon.tsx';
import { useConnection } from './connection.ts';
import { useDataAge } from './query-age.ts';
import { useSession } from './session.ts';
import { useWords } from './words.tsx';

const MeChoices = lazy(async () => ({ default: (await import('./me-choices.tsx')).MeChoices }));

/** Who one is, whether the server answers, how old the data are; and what one may choose for this browser. */
export function Me() {
  const { say, sayLoosely, format } = useWords();
  const session = useSession();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { isConnected, lostAt } = useConnection();
  const age = useDataAge();
  const unnamed = say(session.by === 'this_machine' ? 'desk.me.machine' : 'desk.me.unknown');
  const standing =
    lostAt === null ? say('desk.connection.good') : say('desk.connection.lost', { time: format.time(lostAt) });
  return (
    <>
      <AriaButton
        className="me"
        ref={trigger}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <span className="me-words">
          <b>{foreignText(session.name ?? unnamed)}</b>
          <span>{sayLoosely(`desk.role.${session.role}`)}</span>
          <span className={isConnected ? undefined : 'me-lost'}>
            {age === null ? standing : `${standing}, ${say('desk.connection.asOf', { time: format.time(age) })}`}
          </span>
        </span>
        <Icon name="up" />
        <span className="visually-hidden">{say('desk.me.menu')}</span>
      </AriaButton>
      {isOpen ? (
        <Suspense fallback={null}>
          <MeChoices trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
