// What of the web platform is newer than the oldest browsers that we support, by MDN's compatibility data.
import { createRequire } from 'node:module';
import { FLOOR } from './floor.ts';

/** A global, or a member of an older one. */
export interface NewerApi {
  readonly owner: string;
  readonly member?: string;
  readonly isStatic?: boolean;
}

interface Support {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}

/** A node of the data: `__compat` tells of itself, every other key is below it. */
interface Feature {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
}

type Features = Readonly<Record<string, Feature>>;

interface CompatData {
  readonly api: Features;
  readonly javascript: { readonly builtins: Features };
  readonly css: Readonly<Record<'at-rules' | 'properties' | 'selectors' | 'types', Features>>;
}

// Not imported: its types are far larger than what is read of it.
const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;
const { builtins } = data.javascript;

/** The globals, and what stands in `Intl`, which is a namespace. */
const owners: readonly (readonly [name: string, feature: Feature])[] = [
  ...Object.entries({ ...data.api, ...builtins }),
  ...below(builtins['Intl'])
    .filter(([name]) => /^[A-Z]/.test(name))
    .map(([name, feature]) => [`Intl.${name}`, feature] as const),
];

/** Objects that are no classes: all that they have is their own. */
export const NAMESPACES: readonly string[] = ['Atomics', 'CSS', 'Intl', 'JSON', 'Math', 'Reflect'];

const members = owners.flatMap(([owner, feature]) =>
  isNewer(feature) ? [] : membersOf(owner, feature).map((each) => ({ ...each, owner })),
);

/** Every global, and every member of an older one, that one of the oldest browsers lacks. */
export const newerApis: readonly NewerApi[] = [
  ...owners.filter(([, feature]) => isNewer(feature)).map(([owner]) => ({ owner })),
  ...members
    .filter(({ feature }) => isNewer(feature))
    .map(({ owner, member, isStatic }) => ({ owner, member, isStatic })),
];

/** Names of members that the oldest browsers have, of whatever object. */
export const olderMembers: ReadonlySet<string> = new Set(
  members.filter(({ feature }) => !isNewer(feature)).map(({ member }) => member),
);

/** `structuredClone`, `AbortSignal.any` for what a class has itself, `Array#toSorted` for what its instances have. */
export function nameOf({ owner, member, isStatic }: NewerApi): string {
  return member === undefined ? owner : `${owner}${isStatic ? '.' : '#'}${member}`;
}

/** Names in CSS that one of the oldest browsers does not know, each as it is written: `text-wrap:`, `color-mix(`, `:has`, `@layer`, `&`. */
export const newerCss: ReadonlySet<string> = new Set([
  ...newerIn(data.css.properties).map((name) => `${name}:`),
  ...Object.values(data.css.types)
    .flatMap((type) => newerIn(Object.fromEntries(below(type))))
    .concat(newerIn(data.css.types))
    .map((name) => `${name}(`),
  ...newerIn(data.css.selectors).map((name) => (name === 'nesting' ? '&' : `:${name}`)),
  ...newerIn(data.css['at-rules']).map((name) => `@${name}`),
]);

function newerIn(features: Features): string[] {
  return Object.entries(features)
    .filter(([, feature]) => isNewer(feature))
    .map(([name]) => name);
}

/** Whether one of the oldest browsers lacks it. What has no data of its own is as old as what it belongs to. */
function isNewer({ __compat }: Feature): boolean {
  if (!__compat) return false;
  return Object.entries(FLOOR).some(([browser, floor]) => {
    const told = __compat.support[browser];
    return told !== undefined && ![told].flat().some((each) => isThere(each, floor));
  });
}

function isThere(support: Support, floor: string): boolean {
  const { version_added: added, version_removed: removed } = support;
  if ('flags' in support || 'prefix' in support || 'alternative_name' in support) return false;
  if (removed === true || (typeof removed === 'string' && !isAfter(removed, floor))) return false;
  return added === true || (typeof added === 'string' && !isAfter(added, floor));
}

/** `≤37` is no later than 37; `preview` is later than all. */
function isAfter(version: string, floor: string): boolean {
  if (version === 'preview') return true;
  const numberOf = (text: string): number => {
    const [major = 0, minor = 0] = text.replace('≤', '').split('.').map(Number);
    return major * 1000 + minor;
  };
  return numberOf(version) > numberOf(floor);
}

function below(feature: object | undefined): [name: string, feature: Feature][] {
  return Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Feature][];
}

/** As scripts write them: the data also tells of events, parameters and workers, and of constructors under the owner's own name. */
function membersOf(
  owner: string,
  feature: Feature,
): { readonly member: string; readonly isStatic: boolean; readonly feature: Feature }[] {
  return below(feature)
    .filter(([name]) => name !== owner && !/_(?:event|support|parameter|option)$|^@@/.test(name))
    .map(([name, each]) => ({
      member: name.replace(/_static$/, ''),
      isStatic: name.endsWith('_static') || NAMESPACES.includes(owner) || isStaticBuiltin(owner, name),
      feature: each,
    }));
}

/** Of JavaScript's own objects the data does not tell static members from others; Node has them all. */
function isStaticBuiltin(owner: string, member: string): boolean {
  const isInIntl = owner.startsWith('Intl.');
  const name = owner.replace(/^Intl\./, '');
  if (!isInIntl && !(name in builtins)) return false;
  const known: unknown = Reflect.get(isInIntl ? Intl : globalThis, name);
  return typeof known === 'function' && member in known && !(member in Object(known.prototype));
}
