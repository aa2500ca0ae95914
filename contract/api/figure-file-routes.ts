import { EXPORT_TYPES, factsExportQuery, figureExportQuery } from './export-shapes.ts';
import { figureParams } from './figure-shapes.ts';
import { fileRoute } from './route.ts';

const mediaTypes = Object.values(EXPORT_TYPES);

/** Figures and the facts behind them as files for spreadsheets. */
export const figureFileRoutes = {
  exportFigure: fileRoute({
    path: '/api/v1/figures/{id}/export',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: figureExportQuery,
    mediaTypes,
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: { from: '2026-01-01', to: '2026-04-01', by: 'month', format: 'xlsx' },
    },
  }),
  exportFacts: fileRoute({
    path: '/api/v1/figures/{id}/facts/export',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: factsExportQuery,
    mediaTypes,
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: { from: '2026-03-01', to: '2026-04-01', format: 'csv', delimiter: ';', decimalComma: 'true' },
    },
  }),
} as const;
