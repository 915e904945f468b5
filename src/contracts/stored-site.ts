/**
 * Where the shop's settings lie in IndexedDB: written by the archive worker alone, and read by the service worker,
 * which must not open the database in any way that could create or migrate it.
 */
export const STORED_SITE = { database: 'kazoe', store: 'site', key: 'site' } as const;
