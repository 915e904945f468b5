import { headerGroups, mediaTypes, type HeaderGroup } from './rules.ts';

/** Where the app lies and is served; the files in `docs/hosting` carry plain defaults. */
export interface Hosting {
  readonly folder: string;
  /** Address and port to listen on. */
  readonly address: string;
}

const INTRO = 'Made from the rules of the bundled server by tools/hosting; change them there.';

/** A `server` block for nginx. */
export function nginxConfig({ folder, address }: Hosting): string {
  const location = ({ name, pattern, headers }: HeaderGroup): string[] => [
    `    # ${name}`,
    `    location ${pattern === null ? '/' : `~ ${quoted(pattern)}`} {`,
    ...Object.entries(headers).map(
      ([header, value]) => `        add_header ${header} ${quoted(value)} always;`,
    ),
    '    }',
  ];
  return lines([
    `# ${INTRO}`,
    'server {',
    `    listen ${address};`,
    `    root ${quoted(folder)};`,
    '    index index.html;',
    '    etag on;',
    '    types {',
    ...Object.entries(mediaTypes()).map(([ending, type]) => `        ${quoted(type)} ${ending};`),
    '    }',
    ...headerGroups().flatMap(location),
    '}',
  ]);
}

/** A site for Caddy 2. */
export function caddyfile({ folder, address }: Hosting): string {
  const groups = headerGroups();
  const handle = ({ name, pattern, headers }: HeaderGroup): string[] => [
    `    # ${name}`,
    pattern === null ? '    handle {' : `    @${matcherOf(name)} path_regexp ${pattern}`,
    ...(pattern === null ? [] : [`    handle @${matcherOf(name)} {`]),
    ...Object.entries(headers).map(([header, value]) => `        header ${header} ${quoted(value)}`),
    '        file_server',
    '    }',
  ];
  return lines([
    `# ${INTRO}`,
    `${address} {`,
    `    root * ${quoted(folder)}`,
    ...Object.entries(mediaTypes()).flatMap(([ending, type]) => [
      `    @${ending} path ${ending === 'html' ? '*.html /' : `*.${ending}`}`,
      `    header @${ending} Content-Type ${quoted(type)}`,
    ]),
    ...groups.flatMap(handle),
    '}',
  ]);
}

/** `web.config` for IIS with the URL Rewrite module; nobody has tried it yet. */
export function iisConfig(): string {
  const names = new Set(headerGroups().flatMap(({ headers }) => Object.keys(headers)));
  const rule = ({ name, pattern, headers }: HeaderGroup, header: string): string[] => {
    const value = headers[header];
    if (value === undefined) return [];
    return [
      `        <rule name="${xml(`${header}: ${name}`)}" stopProcessing="true">`,
      `          <match serverVariable="RESPONSE_${header.replaceAll('-', '_')}" pattern=".*" />`,
      ...(pattern === null
        ? []
        : [`          <conditions><add input="{URL}" pattern="${xml(pattern)}" /></conditions>`]),
      `          <action type="Rewrite" value="${xml(value)}" />`,
      '        </rule>',
    ];
  };
  return lines([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- ${INTRO} Not tried. -->`,
    '<configuration>',
    '  <system.webServer>',
    '    <staticContent>',
    ...Object.entries(mediaTypes()).flatMap(([ending, type]) => [
      `      <remove fileExtension=".${ending}" />`,
      `      <mimeMap fileExtension=".${ending}" mimeType="${xml(type)}" />`,
    ]),
    '    </staticContent>',
    '    <rewrite>',
    '      <outboundRules>',
    ...[...names].flatMap((header) => headerGroups().flatMap((group) => rule(group, header))),
    '      </outboundRules>',
    '    </rewrite>',
    '  </system.webServer>',
    '</configuration>',
  ]);
}

function matcherOf(name: string): string {
  return name.replaceAll(/\W+/g, '_');
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}

function xml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
