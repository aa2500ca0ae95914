import './state.css';

/** Keeps the place of what is still coming; seen only when that takes longer than 300 ms. */
export function Skeleton({ width = '100%', height }: { readonly width?: number | string; readonly height: number }) {
  return <div className="skeleton" style={{ width, height }} aria-hidden="true" />;
}
