/**
 * A text as it is compared when somebody looks for it: what nobody sees, widths, dots, dashes and
 * spaces do not matter. The register compares by `registry/name`, which weighs more than a phone
 * needs.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase();
}
