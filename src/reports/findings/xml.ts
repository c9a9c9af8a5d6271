/** Characters that XML 1.0 does not allow in any form, not even as references. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text with what XML forbids written as in a program's source (`\u0000`), so that it can be seen. */
export function allowedInXml(text: string): string {
  return text.replace(FORBIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text between tags: `]]>` can't arise, and a carriage return is not read as a line feed. */
export function xmlText(text: string): string {
  return allowedInXml(text).replace(/[&<>\r]/g, (character) => REFERENCES[character]!);
}

/** An attribute with its quotation marks; line ends and tabs in it survive the parser's normalisation. */
export function xmlAttribute(name: string, value: string | number): string {
  return `${name}="${allowedInXml(String(value)).replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character]!)}"`;
}
