// A program that npm links must be executable; the compiler writes plain files, and npm mends the mode only when it installs a package.
import { chmodSync } from 'node:fs';

chmodSync('dist/src/cli/main.js', 0o755);
