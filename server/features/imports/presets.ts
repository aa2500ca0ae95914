import uci498 from './presets/uci-498.json' with { type: 'json' };

/** Mappings that come with the product, by name. Each is a JSON file like those that people write. */
export const PRESETS: Readonly<Record<string, unknown>> = { 'uci-498': uci498 };
