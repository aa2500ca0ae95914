import { Button } from '#web/ui/button.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { useConnection } from './connection.ts';
import { probeNow } from './probe.ts';
import { useDataAge } from './query-age.ts';
import { useWords } from './words.tsx';

/** Says since when the server does not answer and how old the data on the page are. */
export function OfflineBanner() {
  const { lostAt } = useConnection();
  return (
    <div role="status" className="no-print">
      {lostAt === null ? null : <Lost at={lostAt} />}
    </div>
  );
}

function Lost({ at }: { readonly at: number }) {
  const { say, format } = useWords();
  const age = useDataAge();
  return (
    <div className="offline">
      <Sign name="risk" />
      <p>
        <b>{say('desk.offline.title', { time: format.time(at) })}</b>{' '}
        {age === null ? say('desk.offline.never') : say('desk.offline.text', { time: format.time(age) })}
      </p>
      <Button onPress={() => void probeNow()}>{say('desk.offline.retry')}</Button>
    </div>
  );
}
