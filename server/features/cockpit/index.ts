/** The gate of the cockpit: what other features may use. */
export { type CockpitRouteOptions, cockpitLineHandlers, cockpitReadHandlers } from './routes.ts';
export { targetReadHandlers, targetWriteHandlers } from './target-routes.ts';
export { type NewTarget, type StoredTarget, setTarget } from './target-store.ts';
