// Who may import whom; ARCHITECTURE.md draws the same rules as a floor plan.
const rule = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });

/** A foreign engine or library is imported by the places named, and by no other file. */
const only = (name, library, ...places) => ({
  name,
  severity: 'error',
  from: { pathNot: places },
  to: { path: `node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    rule('no-cycles', '^(src|workers|tools)', { circular: true }),
    rule('core-is-a-leaf', '^src/core', { pathNot: '^src/core' }),
    rule('contracts-know-core-only', '^src/contracts', { pathNot: '^src/(core|contracts)' }),
    rule('workers-reach-core-and-contracts', '^workers', { path: '^src/(adapters|state|ui|main)' }),
    rule('adapters-below-state-and-ui', '^src/adapters', { path: '^src/(state|ui|main)' }),
    rule('state-knows-no-adapter', '^src/state', { path: '^src/(adapters|ui|main)' }),
    rule('ui-knows-no-adapter', '^src/ui', { path: '^src/(adapters|main)' }),
    rule('src-never-imports-a-worker-file', '^src', { path: '^workers' }),
    rule('the-app-never-imports-a-tool', '^(src|workers)', { path: '^(tools|test)' }),
    {
      name: 'a-worker-never-imports-another',
      severity: 'error',
      from: { path: '^workers/([^/]+)/' },
      to: { path: '^workers/', pathNot: '^workers/$1/' },
    },
    {
      name: 'a-view-never-imports-another',
      severity: 'error',
      from: { path: '^src/ui/views/([^/]+)/' },
      to: { path: '^src/ui/views/', pathNot: '^src/ui/views/$1/' },
    },
    only(
      'one-file-imports-ort',
      'onnxruntime-web',
      '^workers/vision/ort-engine.ts$',
      '^workers/vision/thread.ts$', // the same library as one of its own threads
      '^src/adapters/workers/runtime-files.ts$', // addresses of the wasm files, not the library
      '^tools/',
      '^test/',
    ),
    only('one-file-imports-idb', 'idb', '^workers/archive/', '^workers/service-worker/', '^test/'),
    only('evidence-alone-imports-pdf', '@cantoo/pdf-lib', '^src/adapters/evidence/'),
    only(
      'zips-are-made-in-one-place-each',
      'fflate',
      '^src/adapters/evidence/zip-files.ts$',
      '^tools/release/',
      '^test/',
    ),
    only('one-file-imports-holidays', '@holiday-jp', '^src/adapters/platform/holidays.ts$'),
    only('one-file-imports-chart', 'chart.js', '^src/ui/widgets/chart.tsx$'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
