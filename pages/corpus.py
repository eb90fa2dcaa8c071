"""Putting articles in, and seeing where those that are in come from."""

from components import corpus_history, corpus_status, corpus_task, corpus_upload, links, provenance
from components import states as blocks
from didgah.language.messages import text

language = links.current().language
if corpus_task.read_only():
    blocks.block(text("corpus.read_only", language), text("corpus.read_only_advice", language))
elif not corpus_status.show(language):
    corpus_upload.show(language)
provenance.show(language)
if not corpus_task.read_only():
    corpus_history.imports(language)
    corpus_history.snapshots(language)
