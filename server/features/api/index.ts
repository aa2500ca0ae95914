/** The gate of the API: all that the composition root needs. */
export { type ApiOptions, addApi } from './add-api.ts';
export { apiDescription } from './api-description.ts';
