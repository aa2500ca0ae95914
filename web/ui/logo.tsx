import './state.css';
/** The mark: the dot before the stroke, kept. */
export function Logo() {
  return (
    <span className="logo">
      <svg width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
        <path d="M1 10h26" stroke="var(--ink)" strokeWidth="1.6" strokeLinecap="round" />
        <circle cx="9" cy="10" r="4" fill="var(--ink)" />
        <path d="M17 2v16" stroke="var(--blue)" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      Kundig
    </span>
  );
}
