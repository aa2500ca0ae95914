import { useWords } from './words.tsx';

/** How to read the signs of every page. */
export function Legend() {
  const { say } = useWords();
  return (
    <section className="legend" aria-label={say('desk.legend')}>
      <h2>{say('desk.legend')}</h2>
      <ul>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M6 6h18" stroke="var(--blue)" strokeWidth="2" />
          </svg>
          {say('desk.legend.promise')}
        </li>
        <li>
          <svg width="28" height="14" aria-hidden="true">
            <path d="M15 0v14" stroke="var(--mut)" strokeWidth="1.5" strokeDasharray="3 2" />
            <circle cx="15" cy="7" r="3.4" fill="var(--ink)" />
          </svg>
          {say('desk.legend.value')}
        </li>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M2 0h26v12H2z" fill="var(--hair2)" />
            <path d="M2 6h26" stroke="var(--lim)" />
          </svg>
          {say('desk.legend.usual')}
        </li>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M15 1l5 5-5 5-5-5z" fill="var(--red)" />
          </svg>
          {say('desk.legend.beyond')}
        </li>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M15 1.5 20.3 10.5H9.7z" fill="var(--amber)" />
          </svg>
          {say('desk.legend.missed')}
        </li>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <path d="M6 6h18" stroke="var(--ink)" strokeWidth="1.5" />
            {[8, 15, 22].map((x) => (
              <circle key={x} cx={x} cy="6" r="2.6" fill="var(--desk)" stroke="var(--green)" strokeWidth="1.6" />
            ))}
          </svg>
          {say('desk.legend.run')}
        </li>
        <li>
          <svg width="28" height="12" aria-hidden="true">
            <circle
              cx="15"
              cy="6"
              r="4.2"
              fill="none"
              stroke="var(--lim)"
              strokeWidth="1.5"
              strokeDasharray="1.5 2.7"
            />
          </svg>
          {say('desk.legend.tooFew')}
        </li>
      </ul>
    </section>
  );
}
