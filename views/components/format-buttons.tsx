/** The two formats in which a list can be taken; each sends the form that it stands in. */
export function FormatButtons() {
  return (
    <div class="row">
      <button class="btn primary" name="format" value="xlsx">
        Excel
      </button>
      <button class="btn" name="format" value="csv">
        CSV
      </button>
    </div>
  );
}
