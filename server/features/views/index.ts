/** The gate of saved views. */
export { viewReadHandlers, viewWriteHandlers } from './routes.ts';
