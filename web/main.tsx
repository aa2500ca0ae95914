import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './shell/desk.tsx';

const place = document.getElementById('desk');
if (place === null) throw new Error('the page has no place for the desk');
createRoot(place).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
