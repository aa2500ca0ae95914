import './list-foot.css';
import { useEffect, useState } from 'react';
import { useWords } from '#web/shell/words.tsx';

export interface ListFootProps {
  readonly found: number;
  readonly loaded: number;
  readonly expected: number;
  readonly isFinding: boolean;
  readonly isTooMany: boolean;
  readonly hasKeys: boolean;
  /** The order in words. */
  readonly order: string | null;
  /** Whether distances are drawn, and so need to be told how. */
  readonly isLine: boolean;
  readonly note: string | null;
}

/** How many rows there are, said aloud too, and the keys that move among them. */
export function ListFoot({
  found,
  loaded,
  expected,
  isFinding,
  isTooMany,
  hasKeys,
  order,
  isLine,
  note,
}: ListFootProps) {
  const { say, format } = useWords();
  const [n, all] = [format.whole(loaded), format.whole(expected)];
  const many = say(loaded === 1 ? 'desk.list.loadedAll.one' : 'desk.list.loadedAll.many', { n });
  const came = loaded < expected ? say('desk.list.loaded', { loaded: n, expected: all }) : many;
  const text = isFinding ? say('desk.list.found', { found: format.whole(found), loaded: n }) : came;
  return (
    <footer className="list-foot note no-print">
      <span>
        {[
          isTooMany ? say('desk.list.tooMany', { shown: n, expected: all }) : text,
          order,
          isLine ? say('desk.list.rootScale') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <SaidLater text={[text, order].filter(Boolean).join(', ')} />
      {note === null ? null : <span>{note}</span>}
      {hasKeys ? <Keys /> : null}
    </footer>
  );
}

function Keys() {
  const { say } = useWords();
  return (
    <span className="list-keys" aria-hidden="true">
      <kbd className="key-cap">j</kbd>
      <kbd className="key-cap">k</kbd> {say('desk.list.key.move')}
      <kbd className="key-cap">{say('desk.list.space')}</kbd> {say('desk.list.key.preview')}
      <kbd className="key-cap">Enter</kbd> {say('desk.list.key.open')}
      <kbd className="key-cap">Esc</kbd> {say('desk.list.key.back')}
    </span>
  );
}

/** Says a count and a new order once it has stood for half a second, so that typing is not talked over. */
function SaidLater({ text }: { readonly text: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
