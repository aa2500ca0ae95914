// Runs before the first paint, so that no page flashes in the wrong colours. web/shell/preferences.ts writes what it reads.
try {
  const { theme, language, density } = JSON.parse(localStorage.getItem('kundig.preferences') ?? '{}');
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (density === 'compact' || density === 'comfortable') root.dataset.density = density;
  root.lang = language === 'de' || language === 'en' ? language : /^de/i.test(navigator.language) ? 'de' : 'en';
} catch {
  // A browser that keeps nothing for us shows its own choice.
}
