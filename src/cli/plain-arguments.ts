/** What a command declares of an option or positional argument, as far as it is understood here. */
interface Declared {
  readonly type?: string;
  readonly array?: boolean;
  readonly choices?: readonly unknown[];
  readonly default?: unknown;
  readonly demandOption?: unknown;
  readonly describe?: string;
}

/** A command module's own description of its arguments. */
export interface DeclaredCommand {
  readonly command?: unknown;
  readonly builder?: unknown;
}

const UNDERSTOOD = new Set(['type', 'array', 'choices', 'default', 'demandOption', 'describe']);
const WITHOUT_EFFECT = new Set(['example', 'epilogue', 'version', 'group']);

/**
 * The arguments of a plain call (`--name value`, `--name=value`, `--flag`, file names), read from the command's own
 * declarations; null for whatever takes the full parser: help, mistakes, repeated options, short ones, values that begin
 * with a hyphen, lists. It is there because loading the full parser takes longer than most commands run; the answer
 * is the same. `args` come after the command's name; `common` are options that every command has.
 */
export function plainArguments(
  { command, builder }: DeclaredCommand,
  args: readonly string[],
  common: Readonly<Record<string, Declared>> = {},
): Record<string, unknown> | null {
  const declared = declarations(builder);
  const form = /^(\S+)(?: [[<](\w+)\.{2,3}[\]>])?$/.exec(String(command));
  if (declared === null || form === null) return null;
  const [, name, list] = form;
  const options = new Map([...Object.entries(common), ...declared.options]);
  const given = new Map<string, unknown>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('-')) {
      files.push(arg);
      continue;
    }
    const [, key = '', , inline] = /^--([a-z][a-z-]*)(=(.*))?$/s.exec(arg) ?? [];
    const option = options.get(key);
    if (option === undefined || given.has(key) || key.startsWith('no-')) return null;
    if (option.type === 'boolean') {
      if (inline !== undefined || /^(?:true|false)$/.test(args[i + 1] ?? '')) return null;
      given.set(key, true);
      continue;
    }
    const value = valueOf(option, inline ?? args[++i]);
    if (value === null) return null;
    given.set(key, value);
  }
  if (list === undefined ? files.length > 0 : files.length === 0 || !isList(declared.positionals.get(list)))
    return null;
  if (list !== undefined) given.set(list, files);
  return complete(name!, options, given);
}

const isList = (one: Declared | undefined): boolean => one?.type === 'string' && one.choices === undefined;

/** What the builder declares; null where it says something that is not understood here. */
function declarations(builder: unknown): { options: Map<string, Declared>; positionals: Map<string, Declared> } | null {
  if (typeof builder !== 'function') return null;
  const options = new Map<string, Declared>();
  const positionals = new Map<string, Declared>();
  let understood = true;
  const declare = (into: Map<string, Declared>) => (name: unknown, what: unknown) => {
    if (typeof name !== 'string' || typeof what !== 'object' || what === null) understood = false;
    else if (!Object.keys(what).every((key) => UNDERSTOOD.has(key))) understood = false;
    else into.set(name, what);
    return recorder;
  };
  const known: Readonly<Record<string, unknown>> = { option: declare(options), positional: declare(positionals) };
  const recorder: unknown = new Proxy(
    {},
    {
      get: (_, method) => {
        const own = known[String(method)];
        if (own !== undefined) return own;
        if (!WITHOUT_EFFECT.has(String(method))) understood = false;
        return () => recorder;
      },
    },
  );
  (builder as (yargs: unknown) => unknown)(recorder);
  return understood ? { options, positionals } : null;
}

/** The value of an option as its type; null where that is not plain to see. */
function valueOf({ type, array, choices }: Declared, value: string | undefined): unknown {
  if (value === undefined || value === '' || value.startsWith('-') || array) return null;
  if (/^["']|["']$/.test(value)) return null;
  if (choices !== undefined && !choices.includes(value)) return null;
  if (type === 'number') return /^(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value) ? Number(value) : null;
  return type === 'string' || (type === undefined && choices !== undefined) ? value : null;
}

/** Fills in what was not given; null where something that must be is missing. */
function complete(
  name: string,
  options: ReadonlyMap<string, Declared>,
  given: ReadonlyMap<string, unknown>,
): Record<string, unknown> | null {
  const all: Record<string, unknown> = { _: [name], $0: 'demarche' };
  const put = (key: string, value: unknown): void => {
    all[key] = value;
    const camel = key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (camel !== key) all[camel] = value;
  };
  for (const [key, option] of options) {
    if (given.has(key)) continue;
    if (option.demandOption !== undefined && option.demandOption !== false) return null;
    if (option.default !== undefined) put(key, option.default);
  }
  for (const [key, value] of given) put(key, value);
  return all;
}
