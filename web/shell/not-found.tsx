import { Link } from '@tanstack/react-router';
import { PageHead } from '#web/ui/page-head.tsx';
import { useWords } from './words.tsx';

export function NotFound() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('desk.notFound.title')} />
      <p>{say('desk.notFound.text')}</p>
      <p>
        <Link to="/cockpit">{say('desk.notFound.back')}</Link>
      </p>
    </>
  );
}
