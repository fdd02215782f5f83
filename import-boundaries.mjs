/**
 * Which folder may import from which: the table that lint (eslint.config.mjs) holds the code to.
 *
 * A folder may always import from itself, from npm packages and from Node. Naming a folder names
 * what is inside it too. A file belongs to the first entry that matches it.
 *
 * @typedef {object} Folder
 * @property {string} name what messages call it
 * @property {string} pattern its files
 * @property {readonly string[]} mayImport names of other entries
 * @property {readonly string[]} [mayImportTypesOf] names of entries of which only types may be imported
 */

/** @type {readonly Folder[]} */
const CHECKED = [
  // Whoever starts an emulated phone may ask its account service, too.
  {
    name: 'specs/support/account-service',
    pattern: 'specs/support/a{ccount-service,dmin-client}.ts',
    mayImport: ['config'],
  },
  {
    name: 'specs',
    pattern: 'specs/**',
    // A person in a spec sees a part of a screen, and has a browser.
    mayImport: [
      ...['flows', 'pageobjects', 'device', 'config'],
      ...['vision/screenshot', 'scripts/chromium-install'],
    ],
  },
  {
    name: 'flows',
    pattern: 'flows/**',
    mayImport: ['pageobjects', 'device', 'config', 'vision/screenshot'],
  },
  // What the apps say, in each language.
  { name: 'pageobjects/strings', pattern: 'pageobjects/strings/**', mayImport: ['config'] },
  {
    name: 'pageobjects',
    pattern: 'pageobjects/**',
    mayImport: ['config'],
    mayImportTypesOf: ['device'],
  },
  { name: 'device', pattern: 'device/**', mayImport: ['config'] },
  // What a phone answers when it is asked for a picture: no reading in it.
  { name: 'vision/screenshot', pattern: 'vision/screenshot.ts', mayImport: [] },
  { name: 'vision', pattern: 'vision/**', mayImport: ['config'] },
  { name: 'operator', pattern: 'operator/**', mayImport: ['config'] },
  { name: 'config', pattern: 'config/**', mayImport: [] },
  // A flow outside of a run, with what a run is made of.
  {
    name: 'launcher/signout',
    pattern: 'launcher/signout/**',
    mayImport: ['config', 'device', 'flows', 'launcher'],
  },
  // What page objects say of recorded screens, and of apps.
  {
    name: 'launcher/check-locators',
    pattern: 'launcher/check-locators/**',
    mayImport: ['config', 'device', 'flows', 'pageobjects', 'launcher'],
  },
  // What may be shown of a phone's screen: where a name stands, texts around it tell.
  {
    name: 'launcher/evidence',
    pattern: 'launcher/evidence/**',
    mayImport: ['config', 'device', 'vision', 'pageobjects/strings', 'launcher'],
  },
  // Screens of a phone, recorded for it.
  {
    name: 'launcher/record',
    pattern: 'launcher/record/**',
    mayImport: ['config', 'device', 'pageobjects', 'vision', 'launcher'],
  },
  // The same again and again, on emulated phones.
  {
    name: 'launcher/soak',
    pattern: 'launcher/soak/**',
    mayImport: [
      ...['config', 'device', 'flows', 'pageobjects', 'vision', 'launcher'],
      ...['scripts/android-home', 'specs/support/account-service'],
    ],
  },
  // The run itself: phones, Appium, terminal, summary and report.
  {
    name: 'launcher',
    pattern: 'launcher/**',
    mayImport: [
      ...['config', 'device', 'vision', 'operator'],
      ...['scripts/android-home', 'scripts/node-version'],
    ],
  },
  { name: 'scripts/android-home', pattern: 'scripts/android-home.mjs', mayImport: [] },
  { name: 'scripts/node-version', pattern: 'scripts/node-version.mjs', mayImport: ['scripts'] },
  {
    name: 'scripts/chromium-install',
    pattern: 'scripts/chromium-install.mjs',
    mayImport: ['scripts'],
  },
  { name: 'scripts', pattern: 'scripts/**', mayImport: [] },

  // Inside the emulated phone data flows one way: from adbd to the shell, to the system, to what is
  // on the screen. Only the files at the top of emulator/ put the parts together.
  { name: 'emulator', pattern: 'emulator/*', mayImport: ['emulator'] },
  { name: 'emulator/bin', pattern: 'emulator/bin/**', mayImport: ['emulator'] },
  { name: 'emulator/adbd', pattern: 'emulator/adbd/**', mayImport: ['emulator/android'] },
  { name: 'emulator/console', pattern: 'emulator/console/**', mayImport: ['emulator/android'] },
  {
    name: 'emulator/shell',
    pattern: 'emulator/shell/**',
    mayImport: ['emulator/android', 'emulator/ui'],
  },
  // How a phone is changed from outside while it runs.
  {
    name: 'emulator/admin',
    pattern: 'emulator/admin/**',
    mayImport: ['emulator/android', 'emulator/http'],
  },
  // The phone in a browser's window.
  {
    name: 'emulator/view',
    pattern: 'emulator/view/**',
    mayImport: ['emulator/android', 'emulator/http'],
  },
  // What the HTTP servers for people and tests have in common.
  { name: 'emulator/http', pattern: 'emulator/http/**', mayImport: [] },
  // One more client of the screen.
  {
    name: 'emulator/uiautomator2',
    pattern: 'emulator/uiautomator2/**',
    mayImport: ['emulator/android', 'emulator/ui'],
  },
  {
    name: 'emulator/apps',
    pattern: 'emulator/apps/**',
    mayImport: ['emulator/android', 'emulator/ui', 'emulator/profiles'],
  },
  { name: 'emulator/android/clock', pattern: 'emulator/android/clock.ts', mayImport: [] },
  {
    name: 'emulator/android',
    pattern: 'emulator/android/**',
    mayImport: ['emulator/ui', 'emulator/profiles'],
  },
  {
    name: 'emulator/ui',
    pattern: 'emulator/ui/**',
    mayImport: ['emulator/android', 'emulator/profiles'],
  },
  { name: 'emulator/profiles', pattern: 'emulator/profiles/**', mayImport: [] },
  // A server of its own, which the phone reaches over HTTP only.
  {
    name: 'emulator/service',
    pattern: 'emulator/service/**',
    mayImport: ['emulator/android/clock', 'emulator/http'],
  },
];

/** What puts everything together, tests it and measures it. Nobody imports these. */
const TOP = [
  { name: 'test', pattern: 'test/**' },
  { name: 'bench', pattern: 'bench/**' },
  { name: 'the top folder', pattern: '*' },
];

/** @type {readonly Folder[]} */
const FOLDERS = [
  ...CHECKED,
  ...TOP.map((folder) => ({
    ...folder,
    mayImport: [...CHECKED, ...TOP].map(({ name }) => name),
  })),
];

const names = FOLDERS.map(({ name }) => name);
const within = (/** @type {string} */ folder) =>
  names.filter((name) => name === folder || name.startsWith(`${folder}/`));

/**
 * @param {Folder} folder
 * @returns {import('eslint-plugin-boundaries').DependenciesPolicy[]} the policies of eslint-plugin-boundaries that say the same
 */
function policiesFor({ name, mayImport, mayImportTypesOf = [] }) {
  const from = { file: { categories: name } };
  const allow = (/** @type {readonly string[]} */ folders) => ({
    file: { categories: { anyOf: [...new Set(folders.flatMap(within))] } },
  });
  return [
    { from, allow: { to: allow([...mayImport, name]) } },
    ...(mayImportTypesOf.length === 0
      ? []
      : [{ from, allow: { to: allow(mayImportTypesOf), dependency: { kind: 'type' } } }]),
  ];
}

/**
 * Settings and rules for eslint.config.mjs.
 *
 * @type {{ settings: Record<string, unknown>, rules: import('eslint').Linter.RulesRecord }}
 */
export const boundaries = {
  settings: {
    'boundaries/files': FOLDERS.map(({ name, pattern }) => ({ category: name, pattern })),
    'boundaries/files-single-match': true,
    // Node's own resolution: our imports carry their file's extension.
    'import/resolver': { node: {} },
  },
  rules: {
    // Node finds a workspace by its package's name, too.
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['@mi-account-e2e/*'],
            message: 'The emulated phone is reached over adb and WebDriver, never imported.',
          },
        ],
      },
    ],
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message: '{{from.file.categories}} may not import from {{to.file.categories}}',
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ...FOLDERS.flatMap(policiesFor),
        ],
      },
    ],
  },
};
