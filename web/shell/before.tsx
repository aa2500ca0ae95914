/** What the page shows from its first paint until the desk is there. */
export function Before() {
  return <p className="before">Kundig …</p>;
}
