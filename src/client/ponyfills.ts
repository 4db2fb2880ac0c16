/**
 * What libraries use and browsers of the baseline lack. Our own code does without;
 * `tests/guards/baseline` looks through everything that is built for newer things than these.
 */
function lacking(owner: object, name: string, value: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

/** Chrome 92, Safari 15.4. */
lacking(Array.prototype, 'at', function at(this: unknown[], index: number): unknown {
  return this[index < 0 ? this.length + index : index];
});

/** Chrome 93, Safari 15.4. */
lacking(Object, 'hasOwn', (owner: object, name: string) =>
  Object.prototype.hasOwnProperty.call(owner, name),
);
