import { useState } from 'react';
import { addressOf, askApi } from '#web/shell/api.ts';
import { queries } from '#web/shell/queries.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FileButton } from '#web/ui/file-drop.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { TextLink } from '#web/ui/text-link.tsx';
import { toast } from '#web/ui/toast.tsx';
import type { FileStepProps } from './file-step.tsx';
import type { Draft } from './mapping-draft.ts';
import type { KeptDraft } from './use-draft.ts';
import { useSavedMappings } from './use-imports.ts';

/** Mappings are a page long; what is longer is a log given by mistake. */
const LONGEST_MAP_BYTES = 1_000_000;

/** Loads, saves and downloads the mapping of an import: the same JSON as that of the command line. */
export function MappingTools({ told, inspection, kept }: FileStepProps) {
  const { say } = useWords();
  const { data } = useSavedMappings();
  const [isSaving, setSaving] = useState(false);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const saved = data?.mappings ?? [];
  const take = (mapping: Draft): void => {
    setUnreadable(null);
    // How this very file is split and written was seen in it, and no mapping knows better.
    const { delimiter, encoding } = inspection;
    kept.change({ ...mapping, delimiter, encoding });
    toast({ words: say('desk.import.mapping.loaded'), action: undoOf(kept, say('desk.import.mapping.undo')) });
  };
  const entries = [
    { id: 'guess', label: say('desk.import.mapping.guess') },
    ...(inspection.preset === null
      ? []
      : [{ id: 'preset', label: say('desk.import.mapping.preset', { name: inspection.preset }) }]),
    ...saved.map(({ id, name, source }) => ({ id, label: name, aside: source })),
  ];
  const load = (id: string): void => {
    if (id === 'guess') take({ ...inspection.guess, source: kept.draft.source ?? inspection.guess.source });
    else if (id === 'preset' && inspection.presetMapping !== null) take(inspection.presetMapping);
    else take(saved.find((one) => one.id === id)?.mapping ?? kept.draft);
  };
  const readFile = async (file: File): Promise<void> => {
    const mapping = file.size > LONGEST_MAP_BYTES ? null : mappingIn(await file.text());
    if (mapping === null) setUnreadable(file.name);
    else take(mapping);
  };
  return (
    <div className="import-tools no-print">
      <div className="import-tool-row">
        <Menu label={say('desk.import.mapping.load')} entries={entries} onAction={load} />
        <FileButton accepted={['.json']} onFile={(file) => void readFile(file)}>
          {say('desk.import.mapping.loadFile')}
        </FileButton>
        <Button onPress={() => setSaving(true)}>{say('desk.import.mapping.save')}</Button>
        <TextLink href={addressOf('importMappingFile', { params: { importId: told.id } })} download="mapping.json">
          {say('desk.import.mapping.download')}
        </TextLink>
      </div>
      {unreadable === null ? null : (
        <p role="alert" className="import-wrong">
          {say('desk.import.mapping.noJson', { file: unreadable })}
        </p>
      )}
      {kept.error ? <ErrorState title={say('desk.import.mapping.notKept')} error={kept.error} /> : null}
      {isSaving ? <SaveDialog kept={kept} onClose={() => setSaving(false)} /> : null}
    </div>
  );
}

function undoOf({ draft, change }: KeptDraft, label: string) {
  return { label, run: () => change(draft) };
}

function mappingIn(text: string): Draft | null {
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Draft) : null;
  } catch {
    return null;
  }
}

function SaveDialog({ kept, onClose }: { readonly kept: KeptDraft; readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    try {
      await askApi('saveImportMapping', { body: { name, mapping: kept.draft } });
      await queries.invalidateQueries({ queryKey: ['import-mappings'] });
      toast({ words: say('desk.import.mapping.saved', { name }) });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      title={say('desk.import.mapping.saveTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('desk.cancel')}</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('desk.import.mapping.saveName')}
        hint={say('desk.import.mapping.saveHint', { source: String(kept.draft.source ?? '') })}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
      />
      {error ? <ErrorState title={say('desk.import.mapping.notKept')} error={error} /> : null}
    </Dialog>
  );
}
