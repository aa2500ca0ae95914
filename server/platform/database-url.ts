/**
 * Adds session settings to a PostgreSQL address, as the `options` that the server applies when a session begins;
 * options that the operator has written there already stay and come first.
 */
export function withSessionOptions(url: string, settings: Readonly<Record<string, string>>): string {
  const given = /[?&]options=([^&]*)/.exec(url)?.[1] ?? '';
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const options = [decodeURIComponent(given.replaceAll('+', ' ')), ...own].filter((part) => part !== '').join(' ');
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`;
}

/** What of an address may be shown: never the password. */
export interface PublicAddress {
  /** Host and port, or the folder of the socket. */
  readonly address: string;
  readonly user: string;
  readonly database: string;
}

/** The parts of an address for a message; unreadable parts are shown as a question mark. */
export function publicAddress(url: string): PublicAddress {
  try {
    // A socket's address has no host, which URL refuses beside a user.
    const parts = new URL(url.replace('@/', '@socket/'));
    const host = parts.searchParams.get('host') ?? parts.hostname;
    const user = decodeURIComponent(parts.username) || '?';
    return {
      address: host.startsWith('/') ? host : `${host}:${parts.port || '5432'}`,
      user,
      database: decodeURIComponent(parts.pathname.slice(1)) || user,
    };
  } catch {
    return { address: '?', user: '?', database: '?' };
  }
}
