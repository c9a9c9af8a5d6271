import { StringDecoder } from 'node:string_decoder';
import { ReaderError } from '../model/errors.js';
import type { Delta } from '../releases/delta.js';
import { parseDelta } from '../releases/delta-text.js';
import { byteChunks } from './byte-chunks.js';

/** Opens a delta, whose changes are read when asked for. Throws ReaderError (also while reading) for a file that is none. */
export function openDelta(path: string): Delta {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof SyntaxError) throw new ReaderError(path, 'json/syntax', `${path}: ${error.message}`);
      throw error;
    }
  };
  const lines: Iterable<string> = { [Symbol.iterator]: () => linesOf(path) };
  const { head, ops } = guard(() => parseDelta(lines));
  return {
    head,
    ops: {
      *[Symbol.iterator]() {
        const source = ops[Symbol.iterator]();
        try {
          for (let next = guard(() => source.next()); !next.done; next = guard(() => source.next())) yield next.value;
        } finally {
          source.return?.();
        }
      },
    },
  };
}

function* linesOf(path: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (const chunk of byteChunks(path)) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}
