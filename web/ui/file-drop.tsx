import './file-drop.css';
import type { ReactNode } from 'react';
import { DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface FileDropProps {
  readonly label: string;
  /** What may be put here, in words. */
  readonly children: ReactNode;
  readonly button: string;
  /** Endings of names: `.csv`. */
  readonly accepted: readonly string[];
  readonly onFile: (file: File) => void;
  /** Hears of several files at once: none of them is taken. */
  readonly onSeveral: (count: number) => void;
}

/** A place for one file: drop it, paste it, or choose it with the button. */
export function FileDrop({ label, children, button, accepted, onFile, onSeveral }: FileDropProps) {
  return (
    <DropZone
      className="file-drop"
      aria-label={label}
      onDrop={async ({ items }) => {
        const files = items.filter((item): item is FileDropItem => item.kind === 'file');
        if (files.length > 1) onSeveral(files.length);
        else if (files[0] !== undefined) onFile(await files[0].getFile());
      }}
    >
      {children}
      <FileTrigger acceptedFileTypes={accepted} onSelect={(files) => files?.[0] && onFile(files[0])}>
        <Button look="primary" icon={<Icon name="upload" />}>
          {button}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}

export interface FileButtonProps {
  readonly children: ReactNode;
  readonly accepted: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}

/** A button that lets a person choose a file of the machine. */
export function FileButton({ children, accepted, onFile, isDisabled = false }: FileButtonProps) {
  return (
    <FileTrigger acceptedFileTypes={accepted} onSelect={(files) => files?.[0] && onFile(files[0])}>
      <Button isDisabled={isDisabled}>{children}</Button>
    </FileTrigger>
  );
}
