import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** A line on the terminal that shows how far a long work is. Where nobody watches, it stays silent. */
export interface Progress {
  show(label: string, done: number, total: number): void;
  end(): void;
}

const BAR_WIDTH = 24;
const REDRAW_MILLISECONDS = 100;

export function progressOn(stream: NodeJS.WritableStream, language: Language): Progress {
  if (!(stream as NodeJS.WriteStream).isTTY) return { show: () => undefined, end: () => undefined };
  let label = '';
  let startedAt = 0;
  let drawnAt = 0;
  let isDrawn = false;
  return {
    show: (nextLabel, done, total) => {
      const now = performance.now();
      if (nextLabel !== label) {
        label = nextLabel;
        startedAt = now;
        drawnAt = 0;
      }
      if (now - drawnAt < REDRAW_MILLISECONDS && done < total) return;
      drawnAt = now;
      isDrawn = true;
      stream.write(`\r${lineOf({ label, done, total, seconds: (now - startedAt) / 1000 }, language)}\u001b[K`);
    },
    end: () => {
      if (isDrawn) stream.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

interface Standing {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

function lineOf({ label, done, total, seconds }: Standing, language: Language): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? say(language, 'progress.left', { time: clock((total - done) / rate) }) : '';
  return say(language, 'progress.line', {
    label,
    bar: `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`,
    percent: Math.floor(share * 100),
    rate: new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(rate),
    left,
  });
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
