import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { foreignText } from '#text/foreign-text.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { standWords } from './import-words.ts';
import type { ImportLine } from './use-imports.ts';

export interface ImportListProps {
  /** Null while that is being asked. */
  readonly imports: readonly ImportLine[] | null;
  /** Shows earlier ones; null when there are none. */
  readonly onMore: (() => void) | null;
}

/** What has been brought in so far, the newest first. */
export function ImportList({ imports, onMore }: ImportListProps) {
  const words = useWords();
  const { say, format } = words;
  const id = useId();
  return (
    <section className="import-list" aria-labelledby={id}>
      <h2 id={id}>{say('desk.import.list.title')}</h2>
      {imports === null ? <Skeleton height={102} /> : null}
      {imports?.length === 0 ? <p className="muted">{say('desk.import.list.empty')}</p> : null}
      {imports && imports.length > 0 ? (
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{say('desk.import.list.file')}</th>
              <th scope="col">{say('desk.import.list.source')}</th>
              <th scope="col">{say('desk.import.list.when')}</th>
              <th scope="col">{say('desk.import.list.state')}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Link to="/admin/import" search={{ id: line.id }} className="import-file-link">
                    {foreignText(line.fileName)}
                  </Link>
                </th>
                <td data-label={say('desk.import.list.source')}>{foreignText(line.source ?? '–')}</td>
                <td data-label={say('desk.import.list.when')}>{format.moment(line.createdAt)}</td>
                <td data-label={say('desk.import.list.state')}>{standWords(line, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {onMore === null ? null : (
        <p className="import-more">
          <Button onPress={onMore}>{say('desk.import.list.more')}</Button>
        </p>
      )}
    </section>
  );
}
