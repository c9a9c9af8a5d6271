/** Applies a unified diff of one file to its text, as strictly as `patch` would with no fuzz; throws where it does not fit. */
export function applyDiff(text: string, diff: string): string {
  const old = text === '' ? [] : text.split(/(?<=\n)/);
  const out: string[] = [];
  let at = 0;
  const lines = diff.split(/(?<=\n)/).slice(2);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n$/.exec(line);
    if (head) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      while (at < start) out.push(old[at++]!);
      if (out.length !== Number(head[3]) - (head[4] === '0' ? 0 : 1)) throw new Error(`wrong start in ${line}`);
      continue;
    }
    const open = lines[i + 1]?.startsWith('\\') === true;
    const content = open ? line.slice(1, -1) : line.slice(1);
    if (open) i++;
    if (line[0] === '+') out.push(content);
    else if (old[at++] !== content) throw new Error(`line ${at} is not ${JSON.stringify(content)}`);
    else if (line[0] === ' ') out.push(content);
  }
  return [...out, ...old.slice(at)].join('');
}
