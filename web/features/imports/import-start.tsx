import { useEffect, useRef, useState } from 'react';
import { queries } from '#web/shell/queries.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ImportBar } from './import-bar.tsx';
import { ImportList } from './import-list.tsx';
import { sizeWords } from './import-words.ts';
import { uploadFile } from './upload-file.ts';
import { useImportList } from './use-imports.ts';

export interface ImportStartProps {
  readonly onOpen: (id: string) => void;
}

/** The place to put a file, and what has been brought in so far. */
export function ImportStart({ onOpen }: ImportStartProps) {
  const { say } = useWords();
  const { data, isError, error, refetch, hasNextPage, fetchNextPage } = useImportList();
  const imports = data?.pages.flatMap((page) => page.imports) ?? null;
  return (
    <>
      <PageHead title={say('desk.import.title.start')} below={say('desk.import.about')} />
      <div className="import-body">
        <FilePlace mostBytes={data?.pages[0]?.mostBytes ?? null} onOpen={onOpen} />
        {isError ? (
          <ErrorState title={say('desk.import.list.failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <ImportList imports={imports} onMore={hasNextPage ? () => void fetchNextPage() : null} />
        )}
      </div>
    </>
  );
}

interface Sending {
  readonly name: string;
  readonly part: number;
}

/** Takes a file and sends it; a file too large is told before anything is sent. */
function FilePlace({ mostBytes, onOpen }: ImportStartProps & { readonly mostBytes: number | null }) {
  const words = useWords();
  const { say, language } = words;
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<{ readonly name: string; readonly error: unknown } | null>(null);
  const [tooLarge, setTooLarge] = useState<File | null>(null);
  const [severalCount, setSeveralCount] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File): Promise<void> => {
    setProblem(null);
    setTooLarge(null);
    setSeveralCount(null);
    if (mostBytes !== null && file.size > mostBytes) return setTooLarge(file);
    stop.current = new AbortController();
    setSending({ name: file.name, part: 0 });
    try {
      const onProgress = (part: number): void => setSending({ name: file.name, part });
      const told = await uploadFile(file, { onProgress, signal: stop.current.signal });
      queries.setQueryData(['import', told.id, language], told);
      onOpen(told.id);
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem({ name: file.name, error });
    } finally {
      setSending(null);
    }
  };

  if (sending !== null) {
    const percent = words.format.percent(Math.round(sending.part * 100));
    return (
      <div className="import-sending">
        <ImportBar label={say('desk.import.drop.sending', { file: sending.name, percent })} part={sending.part} />
        <Button onPress={() => stop.current?.abort()}>{say('desk.import.drop.stop')}</Button>
      </div>
    );
  }
  return (
    <div className="import-place">
      <FileDrop
        label={say('desk.import.drop.label')}
        button={say('desk.import.drop.button')}
        accepted={['.csv', '.gz', '.txt']}
        onFile={(file) => void send(file)}
        onSeveral={setSeveralCount}
      >
        <p className="file-drop-words">{say('desk.import.drop.words')}</p>
        <p className="note">
          {mostBytes === null ? null : say('desk.import.drop.hint', { size: sizeWords(mostBytes, words) })}
        </p>
      </FileDrop>
      {severalCount === null ? null : (
        <p role="alert" className="import-wrong">
          {words.say('desk.import.drop.several', { n: severalCount })}
        </p>
      )}
      {tooLarge ? (
        <p role="alert" className="import-wrong">
          {say('desk.import.drop.tooLarge', {
            file: tooLarge.name,
            size: sizeWords(tooLarge.size, words),
            most: sizeWords(mostBytes ?? 0, words),
          })}
        </p>
      ) : null}
      {problem ? (
        <ErrorState title={say('desk.import.drop.failed', { file: problem.name })} error={problem.error} />
      ) : null}
    </div>
  );
}
