"""The question of the page for files: which file, and what to know before reading it."""

from typing import Any

from django import forms

from alongside.entrances.imports.choices import Kind

MILLION = 1_000_000
MOST_BYTES = {Kind.CENSUS: 512 * MILLION, Kind.PEOPLE: 32 * MILLION}
ENDINGS = {Kind.CENSUS: (".xml",), Kind.PEOPLE: (".csv", ".txt", ".tsv")}
ASK = {
    Kind.CENSUS: "Choose the XML file that your old system writes for the Children in Need census.",
    Kind.PEOPLE: "Save the list as CSV (in Excel: Save as, CSV UTF-8) and choose that file.",
}


class FileForm(forms.Form):
    """A file to hand in."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.CENSUS,
        error_messages={"required": "Say what kind of file it is", "invalid_choice": "Say what kind of file it is"},
    )
    file = forms.FileField(
        label="The file",
        allow_empty_file=True,
        error_messages={"required": "Choose a file", "missing": "Choose a file", "invalid": "Choose a file"},
    )
    go_live = forms.DateField(
        label="From which day does this system answer for what is due? (census only)",
        help_text="Duties due before it, and not met in the file, are not judged. Without a day they are late",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Write the day as a date, for example 2026-09-01"},
    )
    add_workers = forms.BooleanField(
        label="Add workers and teams that the people file names and nobody here has", required=False
    )

    def clean(self) -> dict[str, Any]:
        """A file of the wrong sort is told at once; everything else is for the reader to say, with its line."""
        given = super().clean() or {}
        kind, file = given.get("kind"), given.get("file")
        if not kind or file is None:
            return given
        most = MOST_BYTES[Kind(kind)]
        if file.size > most:
            self.add_error("file", f"The file is larger than {most // MILLION} million bytes. Nothing was kept.")
        elif not file.size:
            self.add_error("file", f"The file is empty. {ASK[Kind(kind)]}")
        elif not file.name.lower().endswith(ENDINGS[Kind(kind)]):
            self.add_error("file", f"The name {file.name[:60]} is not that of such a file. {ASK[Kind(kind)]}")
        return given
