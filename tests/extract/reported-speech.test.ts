import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { saidIn, type Said } from '../support/extractor.js';

const test = suite('reported speech');

/** A form of reported speech: sentences, each with all that is said in it. */
type Table = Readonly<Record<string, readonly (readonly [sentence: string, ...said: Said[]])[]>>;

const forms: Table = {
  'a cue with that': [
    [
      'The minister said that the bridge would open in June.',
      ['The minister', 'said', 'the bridge would open in June', 'indirect'],
    ],
    [
      'Teodora Valke said on Tuesday that Kestria had closed the gates.',
      ['Teodora Valke', 'said', 'Kestria had closed the gates', 'indirect'],
    ],
    [
      'Tomczyn has said that the law protects his country.',
      ['Tomczyn', 'has said', 'the law protects his country', 'indirect'],
    ],
    [
      'We were told by nobody, but Whitcombe told reporters that the talks were useful.',
      ['Whitcombe', 'told', 'the talks were useful', 'indirect'],
    ],
    ['Officials say the road is closed.', ['Officials', 'say', 'the road is closed', 'indirect']],
    ['Tomczyn went on to say that the plan was dead.', ['Tomczyn', 'went on to say', 'the plan was dead', 'indirect']],
    [
      'The ministry said in a statement that the road was closed.',
      ['The ministry', 'said', 'the road was closed', 'indirect'],
    ],
  ],
  'a cue with an object': [
    ['Valke praised Belkara’s patience.', ['Valke', 'praised', 'Belkara’s patience', 'indirect']],
    ['The ministry condemned the attack near Halm.', ['The ministry', 'condemned', 'the attack near Halm', 'indirect']],
    ['Valmora Rejects Plan for Reservoir', ['Valmora', 'Rejects', 'Plan for Reservoir', 'indirect']],
  ],
  'a cue with an infinitive': [
    ['Orlund pledged to send two engineers.', ['Orlund', 'pledged to', 'send two engineers', 'indirect']],
    ['Valke promised to reopen the bridge.', ['Valke', 'promised to', 'reopen the bridge', 'indirect']],
  ],
  'an object and an infinitive': [
    [
      'Caldmere urged both sides to pull back their artillery.',
      ['Caldmere', 'urged', 'both sides to pull back their artillery', 'indirect'],
    ],
    ['Valke called on Kestria to open the gates.', ['Valke', 'called on', 'Kestria to open the gates', 'indirect']],
    [
      'Whitcombe told Tomczyn to release the prisoners.',
      ['Whitcombe', 'told', 'Tomczyn to release the prisoners', 'indirect'],
    ],
  ],
  'an object and a preposition': [
    [
      'Valke accused Kestria of delaying the withdrawal.',
      ['Valke', 'accused', 'Kestria of delaying the withdrawal', 'indirect'],
    ],
    ['Whitcombe thanked Belkara for its patience.', ['Whitcombe', 'thanked', 'Belkara for its patience', 'indirect']],
    ['Tomczyn dismissed the latest map as fiction.', ['Tomczyn', 'dismissed', 'the latest map as fiction', 'indirect']],
  ],
  'a gerund': [
    [
      'The president suggested sending more monitors.',
      ['The president', 'suggested', 'sending more monitors', 'indirect'],
    ],
    ['Aldgaard warned against closing the bridge.', ['Aldgaard', 'warned against', 'closing the bridge', 'indirect']],
  ],
  'an indirect question': [
    [
      'The minister explained why the road was closed.',
      ['The minister', 'explained', 'why the road was closed', 'indirect'],
    ],
    [
      'The spokeswoman did not say whether the troops would leave.',
      ['The spokeswoman', 'did not say', 'whether the troops would leave', 'indirect'],
    ],
  ],
  'according to': [
    [
      'According to the Belkaran Foreign Ministry, the talks will resume in July.',
      ['the Belkaran Foreign Ministry', 'According to', 'the talks will resume in July', 'indirect'],
    ],
    [
      'The talks will resume in July, according to Ana Falk, a spokeswoman for the ministry.',
      ['Ana Falk', 'according to', 'The talks will resume in July', 'indirect'],
    ],
  ],
  participles: [
    [
      'Noting the low water, Caradoc urged patience.',
      ['Caradoc', 'Noting', 'the low water', 'indirect'],
      ['Caradoc', 'urged', 'patience', 'indirect'],
    ],
    [
      'Tomczyn praised Belkara as an honest broker, adding that richer countries could learn from it.',
      ['Tomczyn', 'praised', 'Belkara as an honest broker', 'indirect'],
      ['Tomczyn', 'adding', 'richer countries could learn from it', 'indirect'],
    ],
  ],
  'coordinated cues': [
    [
      'Valke condemned the attack and called for an investigation.',
      ['Valke', 'condemned', 'the attack', 'indirect'],
      ['Valke', 'called for', 'an investigation', 'indirect'],
    ],
    [
      'The minister failed to condemn the attack, and he declined to say when the troops would leave.',
      ['The minister', 'failed to condemn', 'the attack', 'indirect'],
      ['he', 'declined to say', 'when the troops would leave', 'indirect'],
    ],
  ],
  'a passive with its agent': [
    ['The sanctions were criticised by Zahuria.', ['Zahuria', 'were criticised by', 'The sanctions', 'indirect']],
    [
      'The law, under which she is held, was condemned by the Press Freedom League and by the Concord Human Rights Office.',
      ['the Press Freedom League', 'was condemned by', 'The law', 'indirect'],
      ['the Concord Human Rights Office', 'was condemned by', 'The law', 'indirect'],
    ],
  ],
  'nominal cues': [
    [
      'Özdalan expressed serious concern over the low water.',
      ['Özdalan', 'expressed serious concern over', 'the low water', 'indirect'],
    ],
    [
      'The prime minister made a pledge to rebuild the bridge.',
      ['The prime minister', 'made a pledge', 'to rebuild the bridge', 'indirect'],
    ],
    [
      'Valke reiterated her support for the mission.',
      ['Valke', 'reiterated her support for', 'the mission', 'indirect'],
    ],
  ],
  adjectives: [
    [
      'Valmora is committed to a peaceful settlement.',
      ['Valmora', 'is committed to', 'a peaceful settlement', 'indirect'],
    ],
    [
      'Belkara remains opposed to further sanctions.',
      ['Belkara', 'remains opposed to', 'further sanctions', 'indirect'],
    ],
  ],
  'relative clauses': [
    [
      'The minister, who condemned the attack, will visit Halm.',
      ['The minister', 'condemned', 'the attack', 'indirect'],
    ],
    [
      'Caradoc, who chaired the talks, said that the summer would not wait.',
      ['Caradoc', 'said', 'the summer would not wait', 'indirect'],
    ],
  ],
  'joint speakers': [
    [
      'Valke and Aldgaard condemned the attack.',
      ['Valke', 'condemned', 'the attack', 'indirect'],
      ['Aldgaard', 'condemned', 'the attack', 'indirect'],
    ],
    [
      'In a joint statement, Valmora and Kestria welcomed the talks.',
      ['Valmora', 'welcomed', 'the talks', 'indirect'],
      ['Kestria', 'welcomed', 'the talks', 'indirect'],
    ],
    [
      'Orlund, Valmora and Kestria welcomed the talks.',
      ['Orlund', 'welcomed', 'the talks', 'indirect'],
      ['Valmora', 'welcomed', 'the talks', 'indirect'],
      ['Kestria', 'welcomed', 'the talks', 'indirect'],
    ],
  ],
  'apposition on either side': [
    [
      'Teodora Valke, the Valmoran foreign minister, rejected the plan.',
      ['Teodora Valke', 'rejected', 'the plan', 'indirect'],
    ],
    [
      'The Valmoran foreign minister, Teodora Valke, rejected the plan.',
      ['The Valmoran foreign minister', 'rejected', 'the plan', 'indirect'],
    ],
    [
      'Lucan Greave, a member of the council, criticised the government.',
      ['Lucan Greave', 'criticised', 'the government', 'indirect'],
    ],
  ],
  'an attribution behind or inside its clause': [
    [
      'Kestria will not negotiate under sanctions, said Ruslav Tomczyn.',
      ['Ruslav Tomczyn', 'said', 'Kestria will not negotiate under sanctions', 'indirect'],
    ],
    ['The bridge, Valke said, would open in June.', ['Valke', 'said', 'The bridge / would open in June', 'indirect']],
    [
      'In June, Valke said on Monday, the bridge would open.',
      ['Valke', 'said', 'In June / the bridge would open', 'indirect'],
    ],
  ],
  'an introduction that nobody speaks': [
    ['Asked whether the gates would open, Valke said that nobody knew.', ['Valke', 'said', 'nobody knew', 'indirect']],
    ['We regret, however, that the road is closed.', ['We', 'regret', 'the road is closed', 'indirect']],
  ],
  'a possessor and a noun cue': [
    ['The minister’s call for calm was ignored.', ['The minister', 'call for', 'calm', 'indirect']],
    ['His support for the dam surprised the south.', ['His', 'support for', 'the dam', 'indirect']],
    [
      'Valke’s claim that the gates were shut angered Kestria.',
      ['Valke', 'claim', 'the gates were shut angered Kestria', 'indirect'],
    ],
  ],
  'parts of a whole that speaks': [
    ['Six in ten voters say the road is safe.', ['Six in ten voters', 'say', 'the road is safe', 'indirect']],
    ['A majority of farmers oppose the levy.', ['A majority of farmers', 'oppose', 'the levy', 'indirect']],
  ],
  'a clause reported of a thing': [
    ['The delay shows that the plan is dead.', ['The delay', 'shows', 'the plan is dead', 'indirect']],
    ['Exit polls show Valke ahead of her rivals.', ['Exit polls', 'show', 'Valke ahead of her rivals', 'indirect']],
  ],
  'an infinitive that is carried': [
    ['Tomczyn is likely to reject the offer.', ['Tomczyn', 'is likely to reject', 'the offer', 'indirect']],
    ['Valke came to praise the rescuers.', ['Valke', 'came to praise', 'the rescuers', 'indirect']],
  ],
  'a participle behind its doer': [
    ['The council heard envoys praising the truce.', ['envoys', 'praising', 'the truce', 'indirect']],
  ],
  'a quotation behind a colon': [
    [
      'Tomczyn returned to an old line: “We will not sell one bucket of water.”',
      ['Tomczyn', 'returned', 'We will not sell one bucket of water.', 'direct'],
    ],
  ],
  'a second quotation with a cue of its own': [
    [
      '“The offer is not ours to make,” Valke said, adding: “Ask the engineers about the gates.”',
      ['Valke', 'said', 'The offer is not ours to make,', 'direct'],
      ['Valke', 'adding', 'Ask the engineers about the gates.', 'direct'],
    ],
  ],
  'a content that ends with its clause': [
    ['While Valke praised the rescuers, the storm went on.', ['Valke', 'praised', 'the rescuers', 'indirect']],
    ['Valke praised the rescuers when she came home.', ['Valke', 'praised', 'the rescuers', 'indirect']],
    ['Valke praised the plan on Monday.', ['Valke', 'praised', 'the plan', 'indirect']],
    [
      'Valke called for a truce before the end of the year.',
      ['Valke', 'called for', 'a truce before the end of the year', 'indirect'],
    ],
    [
      'Valke says she trusts the engineers but argues that the dam is old.',
      ['Valke', 'says', 'she trusts the engineers', 'indirect'],
      ['Valke', 'argues', 'the dam is old', 'indirect'],
    ],
  ],
  'an attribution that closes a long sentence': [
    [
      'As the waters fell, the engineers opened the gates, officials said.',
      ['officials', 'said', 'As the waters fell, the engineers opened the gates', 'indirect'],
    ],
    [
      'The gates, Valke says, will open, according to a report by the ministry.',
      ['Valke', 'says', 'The gates / will open', 'indirect'],
      ['a report', 'according to', 'The gates, Valke says, will open', 'indirect'],
    ],
  ],
};

for (const [form, rows] of Object.entries(forms)) {
  test(`${form} gives speaker, cue and content`, () => {
    for (const [sentence, ...said] of rows) assert.equal(saidIn(sentence), said, sentence);
  });
}

test('the narrator’s own voice gives no statement', () => {
  for (const sentence of [
    'The meeting is an encouraging step after a bitter spring.',
    'The decision was a serious mistake and a shameful act.',
    'Tomczyn met Valke in Halvøy on Monday.',
    'Mara Linde spoke on Monday.',
    'Tomczyn is expected to say that the plan is dead.',
    'It was said that the plan was dead.',
    'The plan, which Valke had rejected in March, was dropped.',
    'Nobody condemned the attack.',
    'No minister condemned the attack.',
  ]) {
    assert.equal(saidIn(sentence), [], sentence);
  }
});

test('a cue that shares its word with a noun is no cue behind a determiner or genitive', () => {
  assert.equal(saidIn('The ministers’ plan was rejected by Kestria.'), [
    ['Kestria', 'was rejected by', 'The ministers’ plan', 'indirect'],
  ]);
  assert.equal(saidIn('Secretary Whitcombe and Minister Özdalan at a Joint Press Availability'), []);
});

test.run();
