/**
 * Which folder may import which, types included. ESLint (tools/lint/) watches what a module takes
 * without importing it: `wx`, the clock, a browser's globals.
 */

const APP = '^miniprogram/';

/**
 * @param {string} name
 * @param {string} comment the rule in words
 * @param {string} from whom it binds, as a pattern of paths
 * @param {string} to what they must not import, as a pattern of paths
 * @param {object} [but] exceptions
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, comment, from, to, but = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...but },
});

/**
 * The whole project, but for these folders of the app.
 * @param {string[]} folders
 */
const allBut = (...folders) => `^(?!miniprogram/(${folders.join('|')})/)(?!node_modules/)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('core-is-pure', 'core imports core only', `${APP}core/`, allBut('core')),
    forbid(
      'core-needs-no-package',
      'core imports no package and nothing of Node',
      `${APP}core/`,
      '.',
      { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    ),
    forbid(
      'config-is-plain',
      'config holds plain settings and words; a setting may name the type it is a value of',
      `${APP}config/`,
      allBut('config', 'core'),
      { dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'utils-wrap-the-platform',
      'utils wrap the platform and know nothing of the cashier but core',
      `${APP}utils/`,
      allBut('utils', 'core', 'config'),
    ),
    forbid(
      'settings-are-handed-in',
      'of config, utils name types and the version only: settings are handed to them',
      `${APP}utils/`,
      `${APP}config/`,
      { dependencyTypesNot: ['type-only'], pathNot: `${APP}config/version` },
    ),
    forbid(
      'services-know-no-page',
      'services import services, core, utils and config',
      `${APP}services/`,
      allBut('services', 'core', 'utils', 'config'),
    ),
    forbid(
      'components-through-services',
      'components reach utils only through services, and know no page',
      `${APP}components/`,
      allBut('components', 'services', 'core', 'config'),
    ),
    forbid(
      'pages-through-services',
      'pages reach utils only through services',
      `${APP}pages/`,
      allBut('pages', 'components', 'services', 'core', 'config'),
    ),
    forbid(
      'pages-take-words-only',
      'of config, pages and components import words only: settings belong to services',
      `${APP}(pages|components)/`,
      `${APP}config/(?!words)`,
    ),
    forbid('app-stands-alone', 'the app imports nothing beside itself', APP, `^(?!miniprogram/)`, {
      pathNot: '^node_modules/(crypto-js|@types/crypto-js|@vant/weapp)/',
    }),
    forbid(
      'packages-of-the-phone',
      'WeChat packs `dependencies` only: an import of anything else fails on the phone',
      APP,
      '.',
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    ),
    forbid(
      'sandbox-is-independent',
      'the sandbox judges the cashier: it shares no code with it, nor with its simulator',
      '^sandbox/',
      '^(miniprogram|simulator|test|tools|bench)/',
    ),
    forbid(
      'simulator-knows-no-app',
      'the simulator runs any mini program: it reads the app, and imports none of it',
      '^simulator/',
      '^(miniprogram|test|tools|bench)/',
    ),
    forbid(
      'browser-and-server-apart',
      'the browser runtime and the simulator server meet in HTTP only, by a protocol both know',
      '^simulator/(runtime|web)/',
      '^(simulator/server|sandbox)/',
      { pathNot: '^simulator/server/forward-protocol' },
    ),
    forbid(
      'server-and-browser-apart',
      'the browser runtime and the simulator server meet in HTTP only',
      '^simulator/(server|build)/',
      '^simulator/(runtime|web)/',
    ),
    {
      name: 'no-cycle',
      comment: 'of two modules one comes first',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-import',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['^node_modules/', '^miniprogram/miniprogram_npm/'] },
    exclude: {
      path: [
        '^miniprogram/miniprogram_npm/',
        '^tools/wechat/node_modules/',
        '^bench/frameworks/',
        '^\\.cache/',
      ],
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
