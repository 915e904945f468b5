import tseslint from 'typescript-eslint';

const layer = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist', '.tsout', '.cache', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.core.json',
          './tsconfig.web.json',
          './tsconfig.workers.json',
          './tsconfig.tools.json',
          './tsconfig.tools-browser.json',
          './tsconfig.test.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-console': 'error',
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  layer(
    ['src/core/**'],
    { regex: '^[^.]', message: 'core imports nothing but core.' },
    { regex: '/(adapters|state|ui|contracts|workers)/', message: 'core imports nothing but core.' },
  ),
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take a time as an argument.' },
        { object: 'Math', property: 'random', message: 'Take a random source as an argument.' },
      ],
    },
  },
  {
    files: ['src/**', 'workers/**'],
    ignores: ['src/ui/canvas/chart-image.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(toBlob|toDataURL|convertToBlob|captureStream|takePhoto)$/]',
          message: 'Pixels are encoded in one place: chart-image.ts, from numbers and words.',
        },
      ],
    },
  },
  {
    // Of the page alone: workers have frames, the page has a canvas that it may only show.
    files: ['src/**'],
    ignores: ['src/ui/canvas/chart-image.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(toBlob|toDataURL|convertToBlob|captureStream|takePhoto|drawImage|getImageData|texImage2D|copyExternalImageToTexture)$/]',
          message:
            'Pixels are encoded in one place: chart-image.ts, from numbers and words; none are read back.',
        },
        {
          selector:
            'CallExpression[callee.name="createImageBitmap"], NewExpression[callee.name="VideoFrame"]',
          message: 'The page reads no picture: the set-up picture is shown, and that is all.',
        },
      ],
    },
  },
  { files: ['src/ui/i18n/messages.*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/ui/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 90 }] } },
  {
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['tools/**', 'test/e2e/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
);
