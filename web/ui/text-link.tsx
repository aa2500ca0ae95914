import './text-link.css';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

export interface TextLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** Saves what it leads to as a file of this name. */
  readonly download?: string;
  readonly isDisabled?: boolean;
}

/** A link to a file or to another place outside of the desk; pages of the desk are linked by the router's Link. */
export function TextLink({ href, children, download, isDisabled = false }: TextLinkProps) {
  const saved = download === undefined ? {} : { download };
  return (
    <Link href={href} className="text-link" isDisabled={isDisabled} {...saved}>
      {children}
    </Link>
  );
}
