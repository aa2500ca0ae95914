/** The gate of what people write on the time line of figures. */
export { activeBaselines, setBaseline } from './baseline-store.ts';
export { addNote } from './note-store.ts';
export { annotationReadHandlers, annotationWriteHandlers } from './routes.ts';
