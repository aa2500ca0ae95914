import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { prepareLanguage } from './shell/catalogue.ts';
import { Desk } from './shell/desk.tsx';
import { preferences } from './shell/preferences.ts';
import { queries } from './shell/queries.ts';
import { router } from './shell/router.tsx';
import { sessionQuestion } from './shell/session-gate.tsx';
import { preferredLanguage } from './shell/words.tsx';

const place = document.getElementById('desk');
if (place === null) throw new Error('the page has no place for the desk');
// Who is there, the words and the script of the page are asked for together, and nothing is drawn before the script is
// there: React shows what comes after something to wait for with a delay of 300 ms.
prepareLanguage(preferredLanguage(preferences().language, null));
void queries.prefetchQuery(sessionQuestion);
void router.load().finally(() =>
  createRoot(place).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  ),
);
