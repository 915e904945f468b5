import { writeFileSync } from 'node:fs';
import { caddyfile, iisConfig, nginxConfig } from './configs.ts';

/** `npx tsx tools/hosting/write-configs.ts`: writes the servers' configurations into `docs/hosting`. */

const folder = new URL('../../docs/hosting/', import.meta.url);
const DEFAULTS = { folder: '/srv/kazoe', address: '127.0.0.1:4180' };

writeFileSync(new URL('nginx.conf', folder), nginxConfig(DEFAULTS));
writeFileSync(new URL('Caddyfile', folder), caddyfile({ ...DEFAULTS, address: 'http://127.0.0.1:4180' }));
writeFileSync(new URL('web.config', folder), iisConfig());
