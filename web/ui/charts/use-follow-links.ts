import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

/**
 * A click handler for a link, or for a drawing full of links: they are followed inside the desk, without loading the page anew. What
 * the browser does otherwise with a link (new tab, download, middle button) stays as it is.
 */
export function useFollowLinks(): (event: MouseEvent) => void {
  const { history } = useRouter();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    if (!href?.startsWith('/desk/')) return;
    event.preventDefault();
    history.push(href);
  };
}
