import type { ConsensusMethod } from './consensus.js';
import { dawidSkene } from './dawid-skene.js';
import { mace, maceEm } from './mace.js';
import { majority } from './majority.js';
import { oneCoin } from './one-coin.js';

/** The consensus methods there are. */
export const CONSENSUS_METHODS: readonly ConsensusMethod[] = [majority, dawidSkene, oneCoin, mace, maceEm];
