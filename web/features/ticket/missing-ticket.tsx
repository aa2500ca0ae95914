import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { TextField } from '#web/ui/text-field.tsx';

/** What stands where there is no ticket: a field for another number. */
export function MissingTicket({ number, back }: { readonly number: string; readonly back: ReactNode }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const found = wanted.trim();
    if (!/^[1-9]\d{0,14}$/.test(found)) setIsWrong(true);
    else void navigate({ to: '/t/$number', params: { number: found }, search: {} });
  };
  return (
    <>
      <PageHead title={say('desk.ticket.missing.title', { number })} above={back} />
      <p>{say('desk.ticket.missing.text')}</p>
      <search>
        <form className="ticket-search" onSubmit={go} noValidate>
          <TextField
            label={say('desk.ticket.missing.label')}
            value={wanted}
            inputMode="numeric"
            error={isWrong ? say('desk.ticket.missing.wrong') : null}
            onChange={(text) => {
              setWanted(text);
              setIsWrong(false);
            }}
          />
          <Button type="submit" look="primary">
            {say('desk.ticket.missing.go')}
          </Button>
        </form>
      </search>
    </>
  );
}
