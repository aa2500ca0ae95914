import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Where the cockpit leads to. */
type Place = '/cockpit/$figure' | '/q/$figure' | '/admin/import';

export interface DeskLinkProps {
  readonly to: Place;
  readonly params?: { readonly figure: string };
  readonly search?: object;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** A link to another page of the desk, with the question that stands in the address. */
export function DeskLink({ to, params, search, ...rest }: DeskLinkProps) {
  const target = { to, params, search } as unknown as LinkProps;
  return <Link {...target} {...rest} />;
}
