import { useCallback, useEffect, useRef, useState } from 'react';
import { askApi } from '#web/shell/api.ts';
import { queries } from '#web/shell/queries.ts';
import { useWords } from '#web/shell/words.tsx';
import type { Draft } from './mapping-draft.ts';
import type { Import } from './use-imports.ts';

const PAUSE_MILLISECONDS = 400;

export interface KeptDraft {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  /** Keeps at once what is not kept yet; to be awaited before a step that reads it. Rejects when it cannot be kept. */
  readonly keep: () => Promise<void>;
  /** What kept it from being kept the last time. */
  readonly error: unknown;
}

/**
 * The mapping as a person makes it. The server keeps every change after a short pause, so that nothing is lost on
 * reload; saving is done one after the other. A new look at the file, `lookedAt`, and a change in another window bring the
 * server's draft anew.
 */
export function useDraft(told: Import, lookedAt: string | null): KeptDraft {
  const { language } = useWords();
  const [draft, setDraft] = useState<Draft>(told.draft ?? {});
  const [error, setError] = useState<unknown>(null);
  const unsaved = useRef<Draft | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isSaving = useRef(false);
  const seen = useRef({ lookedAt, draft: told.draft });
  const { id } = told;

  const keep = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    saving.current = saving.current
      .catch(() => undefined)
      .then(async () => {
        const mapping = unsaved.current;
        if (mapping === null) return;
        unsaved.current = null;
        isSaving.current = true;
        try {
          const answer = await askApi('saveImportDraft', {
            params: { importId: id },
            body: { mapping },
            keepalive: true,
          });
          // What was asked before it was kept would bring the draft before it back.
          await queries.cancelQueries({ queryKey: ['import', id] });
          if (unsaved.current === null) queries.setQueryData(['import', id, language], answer);
          setError(null);
        } catch (failure) {
          unsaved.current ??= mapping;
          setError(failure);
          throw failure;
        } finally {
          isSaving.current = false;
        }
      });
    return saving.current;
  }, [id, language]);

  const change = useCallback(
    (next: Draft): void => {
      setDraft(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep().catch(() => undefined), PAUSE_MILLISECONDS);
    },
    [keep],
  );

  useEffect(() => {
    if (unsaved.current !== null || isSaving.current) return;
    if (seen.current.lookedAt === lookedAt && seen.current.draft === told.draft) return;
    seen.current = { lookedAt, draft: told.draft };
    setDraft(told.draft ?? {});
  }, [lookedAt, told.draft]);

  // Whoever leaves the page in the pause loses nothing either.
  useEffect(() => {
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void keep().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      void keep().catch(() => undefined);
    };
  }, [keep]);

  return { draft, change, keep, error };
}
