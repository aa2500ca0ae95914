import { useEffect } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { askApi } from './api.ts';
import { useConnection } from './connection.ts';
import { queries } from './queries.ts';
import { useDataAge } from './query-age.ts';
import { useWords } from './words.tsx';

const retryMilliseconds = 15_000;

/** Says that the server does not answer and how old the data on the page are, and asks again until it does. */
export function OfflineBanner() {
  const { isConnected } = useConnection();
  return (
    <div role="status" className="no-print">
      {isConnected ? null : <Lost />}
    </div>
  );
}

function Lost() {
  const { say, format } = useWords();
  const age = useDataAge();
  useEffect(() => {
    const timer = setInterval(() => void retry(), retryMilliseconds);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, []);
  return (
    <div className="offline">
      <Sign name="risk" />
      <p>
        <b>{say('desk.offline.title')}</b>{' '}
        {age === null ? say('desk.offline.never') : say('desk.offline.text', { time: format.time(age) })}
      </p>
      <Button onPress={() => void retry()}>{say('desk.offline.retry')}</Button>
    </div>
  );
}

/** Once the server answers, what failed or has grown old is asked again. */
async function retry(): Promise<void> {
  try {
    await askApi('readSession');
    await queries.refetchQueries({
      type: 'active',
      predicate: (query) => query.state.status === 'error' || query.isStale(),
    });
  } catch {
    // It still does not answer; the banner stays.
  }
}
