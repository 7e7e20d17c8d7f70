// Asks the reference library about every code point and writes UnicodeTables.bin, the tables this library uses.
// .NET's own tables differ from the reference, which mixes the tables of several crates and Unicode versions.
//
//   npm install tokenizers@0.23.2
//   node probe.mjs path/to/node_modules UnicodeTables.bin
//
// File: brotli of { name, kind, count, payload }*. Names are a length byte and ASCII. Numbers are LEB128.
// kind 0, set: gaps between range ends. kind 1, map: key gap, length, values. kind 2, list of sets: per set its ranges.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';

const [modules, output] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'x.js'));
const reference = require('tokenizers');
const version = require('tokenizers/package.json').version;

const points = [];
for (let c = 0; c < 0x110000; c++) if (c < 0xd800 || c > 0xdfff) points.push(c);
const text = c => String.fromCodePoint(c);
const codes = s => [...s].map(x => x.codePointAt(0));
const everything = points.map(text).join('');

const bytes = [];
const number = n => {
  while (n > 127) { bytes.push((n & 127) | 128); n = Math.floor(n / 128); }
  bytes.push(n);
};
const header = (name, kind, count) => {
  bytes.push(name.length, ...Buffer.from(name, 'latin1'), kind);
  number(count);
  console.log(name, count);
};
const ranges = set => {
  const result = [];
  for (const c of set) {
    const last = result.at(-1);
    if (last && c === last[1] + 1) last[1] = c; else result.push([c, c]);
  }
  return result;
};
const putRanges = list => {
  let at = 0;
  for (const [from, to] of list) { number(from - at); number(to - from); at = to; }
};
const putSet = (name, set) => {
  const list = ranges(set);
  header(name, 0, list.length);
  putRanges(list);
};
const putMap = (name, entries) => {
  header(name, 1, entries.length);
  let at = 0;
  for (const [key, ...values] of entries) {
    number(key - at);
    number(values.length);
    values.forEach(number);
    at = key;
  }
};
const putSets = (name, sets) => {
  header(name, 2, sets.length);
  for (const set of sets) { const list = ranges(set); number(list.length); putRanges(list); }
};

const document = parts => JSON.stringify({
  version: '1.0', truncation: null, padding: null, added_tokens: [], normalizer: null, pre_tokenizer: null,
  post_processor: null, decoder: null, model: { type: 'WordLevel', vocab: { a: 0 }, unk_token: 'a' }, ...parts,
});
const normalizer = part => reference.Tokenizer.fromString(document({ normalizer: part })).getNormalizer();
const preTokenizer = part => reference.Tokenizer.fromString(document({ pre_tokenizer: part })).getPreTokenizer();
const bert = options => normalizer({
  type: 'BertNormalizer', clean_text: false, handle_chinese_chars: false, strip_accents: false, lowercase: false, ...options,
});
const where = test => points.filter(test);
const changed = (n, skip = () => false) => points.filter(c => !skip(c)).map(c => [c, n.normalizeString(text(c))])
  .filter(([c, out]) => out !== text(c)).map(([c, out]) => [c, ...codes(out)]);

// Normalizers.
const clean = bert({ clean_text: true });
const cleaned = new Map(points.map(c => [c, clean.normalizeString(text(c))]));
putSet('clean-removed', where(c => cleaned.get(c) === ''));
putSet('clean-space', where(c => cleaned.get(c) === ' '));
const chinese = bert({ handle_chinese_chars: true });
putSet('cjk', where(c => chinese.normalizeString(text(c)).length > text(c).length));
const strip = normalizer({ type: 'StripAccents' });
putSet('combining', where(c => strip.normalizeString(text(c)) === ''));
putMap('lower', changed(normalizer({ type: 'Lowercase' })));

// Canonical and compatibility forms; Hangul syllables follow a formula.
const hangul = c => c >= 0xac00 && c <= 0xd7a3;
const [nfd, nfkd, nfc] = ['NFD', 'NFKD', 'NFC'].map(type => normalizer({ type }));
const canonical = changed(nfd, hangul);
const decomposed = new Map(canonical.map(e => [e[0], e.join()]));
putMap('nfd', canonical);
putMap('nfkd', changed(nfkd, hangul).filter(e => decomposed.get(e[0]) !== e.join()));
const accents = bert({ strip_accents: true });
putSet('bert-accent', where(c => !decomposed.has(c) && !hangul(c) && accents.normalizeString(text(c)) === ''));

// Combining classes as ranks: two marks change places exactly when the second ranks lower.
const swaps = (a, b) => nfd.normalizeString('x' + text(a) + text(b)) === 'x' + text(b) + text(a) && a !== b;
const marks = where(c => !decomposed.has(c) && !hangul(c) && (c === 0x345 || swaps(c, 0x334) || swaps(0x345, c)));
marks.sort((a, b) => (swaps(a, b) ? 1 : swaps(b, a) ? -1 : a - b));
const ranks = [];
marks.forEach((c, i) => ranks.push([c, i === 0 ? 1 : ranks[i - 1][1] + (swaps(c, marks[i - 1]) ? 1 : 0)]));
putMap('rank', ranks.sort((a, b) => a[0] - b[0]));

// Primary composites: [composite, first, second].
const composites = [];
for (const [c, ...parts] of canonical) {
  if (parts.length < 2 || nfc.normalizeString(text(c)) !== text(c)) continue;
  const first = codes(nfc.normalizeString(String.fromCodePoint(...parts.slice(0, -1))));
  const pair = [first[0], parts.at(-1)];
  if (first.length === 1 && nfc.normalizeString(String.fromCodePoint(...pair)) === text(c)) composites.push([c, ...pair]);
}
putMap('compose', composites);

// Pre-tokenizers.
const splits = part => { const p = preTokenizer(part); return c => p.preTokenizeString('a' + text(c) + 'b'); };
const punctuation = splits({ type: 'Punctuation', behavior: 'Isolated' });
putSet('punctuation', where(c => punctuation(c).length > 1));
const digits = splits({ type: 'Digits', individual_digits: true });
putSet('numeric', where(c => digits(c).length > 1));
const words = splits({ type: 'Whitespace' });
putSet('word', where(c => words(c).length === 1));
putSet('space', where(c => { const r = words(c); return r.length === 2 && r[0][0] + r[1][0] === 'ab'; }));

// Scripts of the pre-tokenizer UnicodeScripts: classes of code points that are not parted from each other.
const scripts = preTokenizer({ type: 'UnicodeScripts' });
const runs = scripts.preTokenizeString(where(c => scripts.preTokenizeString(text(c)).length > 0).map(text).join(''));
const classes = [];
for (const [run] of runs) {
  const members = codes(run);
  let found = null;
  for (let i = 0; i < classes.length && !found; i += 16) {
    const some = classes.slice(i, i + 16);
    found = some.find(s => scripts.preTokenizeString(text(s[0]) + text(members[0])).length === 1);
  }
  if (found) found.push(...members); else classes.push(members);
}
classes.forEach(s => s.sort((a, b) => a - b));
putSets('scripts', classes);

// Classes of the regular expressions (Oniguruma): what a Replace of the class removes from all code points.
const removedBy = (pattern, from = everything) => {
  const kept = normalizer({ type: 'Replace', pattern: { Regex: pattern }, content: '' }).normalizeString(from);
  const left = new Set(codes(kept));
  return codes(from).filter(c => !left.has(c));
};
const putClass = (name, pattern) => {
  try { putSet(name, removedBy(pattern)); } catch (error) { console.log(name, 'refused:', String(error).slice(0, 80)); }
};
for (const c of 'swdh') putClass(c, '\\' + c);
for (const name of ['alpha', 'alnum', 'blank', 'cntrl', 'digit', 'graph', 'lower', 'print', 'punct', 'space', 'upper', 'xdigit', 'word', 'ascii'])
  putClass('[:' + name + ':]', '[[:' + name + ':]]');
const properties = `L Lu Ll Lt Lm Lo LC M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cn Cs
Any Assigned ASCII Alpha Alnum Alphabetic Blank Cntrl Digit Graph Lower Lowercase Print Punct Space Upper Uppercase XDigit Word
White_Space Emoji Emoji_Presentation Emoji_Modifier Emoji_Modifier_Base Emoji_Component Extended_Pictographic
Regional_Indicator Variation_Selector Ideographic Unified_Ideograph Diacritic Dash Hyphen Quotation_Mark Math Hex_Digit
ID_Start ID_Continue XID_Start XID_Continue Default_Ignorable_Code_Point Grapheme_Extend Grapheme_Base Case_Ignorable Cased
Letter Uppercase_Letter Lowercase_Letter Titlecase_Letter Cased_Letter Modifier_Letter Other_Letter Mark Nonspacing_Mark
Spacing_Mark Enclosing_Mark Number Decimal_Number Letter_Number Other_Number Punctuation Connector_Punctuation
Dash_Punctuation Open_Punctuation Close_Punctuation Initial_Punctuation Final_Punctuation Other_Punctuation Symbol
Math_Symbol Currency_Symbol Modifier_Symbol Other_Symbol Separator Space_Separator Line_Separator Paragraph_Separator
Other Control Format Private_Use Unassigned
Han Hiragana Katakana Hangul Thai Latin Cyrillic Arabic Devanagari Greek Hebrew Common Inherited Armenian Georgian Bengali
Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Lao Tibetan Myanmar Ethiopic Cherokee Canadian_Aboriginal
Ogham Runic Khmer Mongolian Bopomofo Yi Gothic Coptic Syriac Thaana Nko Tifinagh Javanese Balinese Sundanese Tagalog Vai
Glagolitic Braille Adlam Cham Lisu Meetei_Mayek New_Tai_Lue Tai_Le Tai_Tham Tai_Viet Samaritan Mandaic Ol_Chiki Lepcha
Limbu Kayah_Li Saurashtra Batak Buginese Buhid Hanunoo Tagbanwa Rejang Phags_Pa Bamum Bassa_Vah Osage Deseret
InCJK_Unified_Ideographs InHiragana InKatakana InHangul_Syllables InBasic_Latin InThai InArabic InHebrew InCyrillic
In_CJK_Unified_Ideographs`.split(/\s+/);
for (const name of properties) putClass('p:' + name.toLowerCase().replaceAll('_', ''), `\\p{${name}}`);

// Case folding: for every code point with cases, what (?i:c) matches besides itself.
const cased = where(c => text(c).toLowerCase() !== text(c) || text(c).toUpperCase() !== text(c));
const casedText = cased.map(text).join('');
putMap('fold', cased.map(c => [c, ...removedBy(`(?i:\\x{${c.toString(16)}})`, casedText).filter(x => x !== c)]).filter(e => e.length > 1));

const comment = Buffer.from(`tokenizers ${version}`, 'latin1');
const packed = zlib.brotliCompressSync(Buffer.from([comment.length, ...comment, ...bytes]), { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 22 } });
fs.writeFileSync(output, packed);
console.log(packed.length, 'bytes');
